/** The PDUs of a simulated bench, driven in one process: no sockets and no SNMP, and agents with all their faults. */
import type { Cancel, Clock } from '../clock.ts';
import type { Pdu } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import { hasOneUser } from '../simulator/index.ts';
import type { SimulatedOutlet, SimulatedPdu } from '../simulator/index.ts';

/** How often a request is sent, and how long an answer is waited for each time: as the driver of PDUs does by SNMP. */
const attempts = 3;
const timeoutMs = 2000;

const none: Cancel = () => undefined;

/** A simulated PDU, asked one thing at a time, as its driver does by SNMP. */
export function memoryPdu(of: SimulatedPdu, clock: Clock): Pdu {
  const outletOf = (name: string): SimulatedOutlet => {
    const outlet = of.outlets.find(({ number }) => String(number) === name);
    if (!outlet) throw new BenchError(of.name, `there is no outlet ${name}`);
    return outlet;
  };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(what: string, answer: () => T | undefined): Promise<Answered & { readonly of: T }> => {
    const mine = turn.then(() => asked(of, clock, what, answer));
    turn = mine.catch(() => undefined);
    return mine;
  };
  const read: Pdu['read'] = async (name) => {
    const { of: power, ...instants } = await inTurn(`read outlet ${name}`, () => outletOf(name).power);
    return { power, raw: power, ...instants };
  };
  const set: Pdu['set'] = async (name, wish) => {
    await read(name);
    const command = (): string | undefined => {
      const { agent } = of;
      if (agent.readOnly || (agent.inUse && hasOneUser(of.family)))
        throw new BenchError(of.name, `could not switch outlet ${name} ${wish}: the agent says noAccess`);
      of.command(outletOf(name).number, wish);
      return agent.answersCommands ? wish : undefined;
    };
    const { of: raw, ...instants } = await inTurn(`switch outlet ${name} ${wish}`, command);
    return { raw, ...instants };
  };
  return {
    name: of.name,
    outlets: () => Promise.resolve(of.outlets.map(({ number }) => String(number))),
    read,
    set,
    close: () => Promise.resolve(),
  };
}

interface Answered {
  readonly askedMs: number;
  readonly answeredMs: number;
}

/**
 * Sends a request until it is answered. What the agent hears late it does all the same, as often as it was asked.
 * Throws `BenchError` for a refusal, and when no answer comes.
 */
function asked<T>(
  { name, agent }: SimulatedPdu,
  clock: Clock,
  what: string,
  answer: () => T | undefined,
): Promise<Answered & { readonly of: T }> {
  const askedMs = clock.nowMs();
  return new Promise((resolve, reject) => {
    let left = attempts;
    let isOver = false;
    let timer: Cancel = none;
    const over = (then: () => void): void => {
      if (isOver) return;
      isOver = true;
      timer();
      then();
    };
    const take = (): void => {
      try {
        const given = answer();
        if (given !== undefined) over(() => resolve({ of: given, askedMs, answeredMs: clock.nowMs() }));
      } catch (error) {
        over(() => reject(error));
      }
    };
    const send = (): void => {
      left -= 1;
      timer = clock.after(timeoutMs, left > 0 ? send : giveUp);
      agent.hear(take);
    };
    const giveUp = (): void =>
      over(() => reject(new BenchError(name, `could not ${what}: no answer to ${attempts} attempts`)));
    send();
  });
}
