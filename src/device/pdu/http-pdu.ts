import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { HttpAccess, HttpAnswer, HttpRequest, MayAct } from '../../transport/index.ts';
import { HttpClient } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import { onDevice } from '../on-device.ts';
import type { HttpAside, HttpModel, HttpOutlet } from './http-model.ts';
import type { OutletReading, Pdu } from './pdu.ts';
import { keptBy, refuseProtected } from './protected-outlets.ts';

/** Which PDU, of which family, reached how. */
export interface HttpPduOptions {
  readonly name: string;
  readonly model: HttpModel;
  readonly access: HttpAccess;
  /** Outlets that are never switched. */
  readonly protected: readonly string[];
  /** Asked before each command leaves. */
  readonly mayAct?: MayAct | undefined;
}

/** No device of these families has more; one that says so is no such device. */
const mostOutlets = 64;

/**
 * A PDU over HTTP. Asks at once which outlets it has; throws `BenchError` if it does not answer, has none, or lacks
 * a protected outlet.
 */
export async function openHttpPdu(options: HttpPduOptions, clock: Clock): Promise<Pdu> {
  const client = new HttpClient(options.access, options.model.loginBy, clock);
  return keptBy(new HttpPdu(options, client), options.protected);
}

class HttpPdu implements Pdu {
  readonly name: string;
  readonly #options: HttpPduOptions;
  readonly #client: HttpClient;
  #known: readonly string[] = [];

  constructor(options: HttpPduOptions, client: HttpClient) {
    this.name = options.name;
    this.#options = options;
    this.#client = client;
  }

  outlets(): Promise<readonly string[]> {
    return onDevice(this.name, 'read the outlets of the PDU', async () => {
      const { model } = this.#options;
      const known: string[] = [];
      for (let next = 1; next <= mostOutlets;) {
        const { outlets } = await this.#ask(next);
        if (!outlets.has(next)) break;
        known.push(...[...outlets.keys()].map(String));
        next = Math.max(...outlets.keys()) + 1;
      }
      if (known.length === 0)
        throw new BenchError(
          this.name,
          `its answer tells of no outlet in the way of ${model.title}. Is it the model that the topology says, and ` +
            'is its interface switched on, for this user?',
        );
      this.#known = known;
      return known;
    });
  }

  read(outlet: string): Promise<OutletReading> {
    return onDevice(this.name, `read outlet ${outlet}`, async () => {
      const { label, watts } = this.#options.model;
      const { number, answer, state } = await this.#stateOf(outlet);
      const named = state.label ?? (await this.#aside(label, number));
      const drawn = state.watts ?? (await this.#aside(watts, number));
      return {
        power: state.power,
        ...(named === undefined ? {} : { label: named }),
        ...(drawn === undefined ? {} : { watts: drawn }),
        askedMs: answer.askedMs,
        answeredMs: answer.answeredMs,
        raw: answer.text,
      };
    });
  }

  set(outlet: string, wish: 'on' | 'off'): Promise<Acknowledgement> {
    return onDevice(this.name, `switch outlet ${outlet} ${wish}`, async () => {
      refuseProtected(this.name, this.#options.protected, outlet);
      const { number } = await this.#stateOf(outlet);
      const { control, refusalIn } = this.#options.model;
      const request = control(number, wish);
      const { status, text, askedMs, answeredMs } = await this.#client.ask(request, this.#options.mayAct);
      const isTaken = status >= 200 && status < 300;
      const refusal = isTaken ? refusalIn?.(text) : `${status} ${text.slice(0, 120)}`;
      if (refusal !== undefined)
        throw new BenchError(
          this.name,
          `outlet ${outlet} was not switched ${wish}: it refused with ${JSON.stringify(refusal)}`,
        );
      return { askedMs, answeredMs, raw: text };
    });
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #stateOf(
    outlet: string,
  ): Promise<{ readonly number: number; readonly answer: HttpAnswer; readonly state: HttpOutlet }> {
    const number = /^[1-9]\d{0,2}$/.test(outlet) ? Number(outlet) : 0;
    if (number > 0) {
      const { answer, outlets } = await this.#ask(number);
      const state = outlets.get(number);
      if (state) return { number, answer, state };
    }
    throw new BenchError(
      this.name,
      `outlet ${outlet} is not known to the device${suggestion(outlet, this.#known)}`,
    );
  }

  async #ask(
    outlet: number,
  ): Promise<{ readonly answer: HttpAnswer; readonly outlets: ReadonlyMap<number, HttpOutlet> }> {
    const { state, outletsIn, refusalIn } = this.#options.model;
    const request = state(outlet);
    const answer = await this.#client.ask(request);
    const isTaken = answer.status >= 200 && answer.status < 300;
    const refusal = isTaken ? refusalIn?.(answer.text) : undefined;
    if (isTaken && refusal === undefined)
      return { answer, outlets: outletsIn(jsonIn(this.name, request, answer), outlet) };
    // Behind the last outlet this is how a device says that there is none; before it, it is a device in trouble.
    const isKnown = outlet === 1 || this.#known.includes(String(outlet));
    if (isKnown) throw unexpected(this.name, request, answer);
    return { answer, outlets: new Map() };
  }

  /** What not every device of a family tells; one that does not says so in its own way. */
  async #aside<T>(aside: HttpAside<T> | undefined, outlet: number): Promise<T | undefined> {
    if (!aside) return undefined;
    const request = aside.request(outlet);
    const answer = await this.#client.ask(request);
    return answer.status === 200 ? aside.in(jsonIn(this.name, request, answer), outlet) : undefined;
  }
}

function jsonIn(device: string, request: HttpRequest, answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.text);
  } catch {
    throw unexpected(device, request, answer);
  }
}

function unexpected(device: string, { method, path }: HttpRequest, { status, text }: HttpAnswer): BenchError {
  return new BenchError(
    device,
    `${method} ${path} was answered with ${status} ${JSON.stringify(text.slice(0, 120))}. Is it the model that the ` +
      'topology says, and is its interface switched on?',
  );
}
