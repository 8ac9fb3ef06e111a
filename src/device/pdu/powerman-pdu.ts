import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { MayAct } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import { onDevice } from '../on-device.ts';
import type { OutletReading, Pdu } from './pdu.ts';
import { PowermanSession } from './powerman-session.ts';
import type { PowermanAccess, PowermanAnswer } from './powerman-session.ts';
import { keptBy, refuseProtected } from './protected-outlets.ts';

/** Which powermand, and which of its nodes are never switched. */
export interface PowermanPduOptions {
  readonly name: string;
  readonly access: PowermanAccess;
  readonly protected: readonly string[];
  /** Asked before each command leaves. */
  readonly mayAct?: MayAct | undefined;
}

/** `303 node: on`, `307 node`, `308 device: what is wrong with it` (with ranges spelled out). */
const codes = { state: 303, node: 307, diagnostic: 308 } as const;
const states: Readonly<Record<string, 'on' | 'off'>> = { on: 'on', off: 'off' };

/**
 * The nodes of a powermand as outlets. Throws `BenchError` if it does not answer, or lacks a protected node. A device
 * behind it that does not answer is an error which says so, within what powermand gives its devices.
 */
export async function openPowermanPdu(options: PowermanPduOptions, clock: Clock): Promise<Pdu> {
  return keptBy(new PowermanPdu(options, new PowermanSession(options.access, clock)), options.protected);
}

class PowermanPdu implements Pdu {
  readonly name: string;
  readonly #protected: readonly string[];
  readonly #mayAct: MayAct | undefined;
  readonly #session: PowermanSession;

  constructor({ name, protected: kept, mayAct }: PowermanPduOptions, session: PowermanSession) {
    this.name = name;
    this.#protected = kept;
    this.#mayAct = mayAct;
    this.#session = session;
  }

  outlets(): Promise<readonly string[]> {
    return onDevice(this.name, 'read the nodes of powermand', async () => {
      const { lines } = wellEnded(this.name, await this.#session.ask('nodes'));
      return lines.filter(({ code }) => code === codes.node).map(({ text }) => text);
    });
  }

  read(outlet: string): Promise<OutletReading> {
    return onDevice(this.name, `read outlet ${outlet}`, async () => {
      await this.#refuseUnknown(outlet);
      const answer = wellEnded(this.name, await this.#session.ask(`status ${outlet}`));
      const { lines, askedMs, answeredMs, raw } = answer;
      const said = lines.find(({ code, text }) => code === codes.state && text.startsWith(`${outlet}:`));
      if (!said)
        throw new BenchError(this.name, `powermand does not tell of ${outlet}: ${JSON.stringify(raw)}`);
      const power = states[said.text.slice(outlet.length + 1).trim()] ?? 'unsettled';
      return { power, askedMs, answeredMs, raw };
    });
  }

  set(outlet: string, wish: 'on' | 'off'): Promise<Acknowledgement> {
    return onDevice(this.name, `switch outlet ${outlet} ${wish}`, async () => {
      refuseProtected(this.name, this.#protected, outlet);
      await this.#refuseUnknown(outlet);
      const answer = wellEnded(this.name, await this.#session.ask(`${wish} ${outlet}`, this.#mayAct));
      const { askedMs, answeredMs, raw } = answer;
      return { askedMs, answeredMs, raw };
    });
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  /** Only a name that powermand lists goes into a command: `asa[1-8]` would be eight nodes, and an alias many. */
  async #refuseUnknown(outlet: string): Promise<void> {
    const known = await this.outlets();
    if (!known.includes(outlet))
      throw new BenchError(
        this.name,
        `outlet ${outlet} is not known to the device${suggestion(outlet, known)}`,
      );
  }
}

function wellEnded(device: string, answer: PowermanAnswer): PowermanAnswer {
  const { end, lines } = answer;
  if (end.code >= 100 && end.code < 200) return answer;
  const diagnostics = lines.filter(({ code }) => code === codes.diagnostic).map(({ text }) => text);
  const why = diagnostics.length > 0 ? `: ${diagnostics.join('; ')}` : '';
  const advice =
    diagnostics.length > 0 ? '. The device behind powermand does not do as it is told: look at that one' : '';
  throw new BenchError(device, `powermand says ${end.code} ${end.text}${why}${advice}`);
}
