/** Sessions between the hosts of a simulated bench as lines to an echo, without sockets. */
import type { Dial } from '../bench/index.ts';
import type { Cancel, Clock } from '../clock.ts';
import type { SessionProtocol } from '../pair/index.ts';
import type { CreatedBench, SessionWish, SimulatedSession } from '../simulator/index.ts';
import type { EchoEar, EchoLine } from '../traffic/index.ts';

/** Where the echo of the simulated hosts listens (RFC 862); HTTP has its own port. */
const wishes: Readonly<Record<SessionProtocol, SessionWish>> = {
  tcp: { protocol: 'tcp', port: 7 },
  http: { protocol: 'http' },
};

/** How often the hosts look for what has arrived, in milliseconds. */
const lookEveryMs = 20;

/** Lines between the hosts of a flow; nothing for a flow that the bench does not have. */
export function memoryDial(simulated: CreatedBench, clock: Clock): Dial {
  return (name, protocol) => {
    const flow = simulated.topology.flows.find((one) => one.name === name);
    if (!flow) return undefined;
    return (ear) => new MemoryLine(simulated.openSession(flow.from, flow.to, wishes[protocol]), clock, ear);
  };
}

/**
 * A session whose server echoes. What is sent arrives whole and in order or not at all, so counting what has arrived
 * tells which bytes these were.
 */
class MemoryLine implements EchoLine {
  readonly #session: SimulatedSession;
  readonly #clock: Clock;
  readonly #ear: EchoEar;
  #unsent = Buffer.alloc(0);
  /** Sent to the server and not arrived there, and echoed by the server and not arrived here. */
  #toServer = Buffer.alloc(0);
  #toClient = Buffer.alloc(0);
  #servedBytes = 0;
  #heardBytes = 0;
  #next: Cancel;

  constructor(session: SimulatedSession, clock: Clock, ear: EchoEar) {
    this.#session = session;
    this.#clock = clock;
    this.#ear = ear;
    this.#next = clock.after(lookEveryMs, () => this.#look());
  }

  send(bytes: Uint8Array): void {
    this.#unsent = Buffer.concat([this.#unsent, bytes]);
    this.#flush();
  }

  close(): void {
    this.#next();
    this.#session.close();
  }

  #flush(): void {
    if (this.#session.state !== 'open' || this.#unsent.length === 0) return;
    this.#session.send(this.#unsent);
    this.#toServer = Buffer.concat([this.#toServer, this.#unsent]);
    this.#unsent = Buffer.alloc(0);
  }

  #look(): void {
    this.#next = this.#clock.after(lookEveryMs, () => this.#look());
    this.#flush();
    const { toServer, toClient } = this.#session.delivered;
    const served = this.#toServer.subarray(0, toServer - this.#servedBytes);
    if (served.length > 0) this.#echo(served);
    const heard = this.#toClient.subarray(0, toClient - this.#heardBytes);
    this.#toClient = this.#toClient.subarray(heard.length);
    this.#heardBytes = toClient;
    if (heard.length > 0) this.#ear.heard(heard);
    this.#lookForEnd();
  }

  #echo(bytes: Buffer): void {
    this.#toServer = this.#toServer.subarray(bytes.length);
    this.#servedBytes += bytes.length;
    this.#toClient = Buffer.concat([this.#toClient, bytes]);
    this.#session.reply(bytes);
  }

  #lookForEnd(): void {
    const { state } = this.#session;
    if (state === 'opening' || state === 'open' || state === 'closing') return;
    this.#next();
    if (state === 'reset') this.#ear.ended('reset', 'the session was reset');
    else
      this.#ear.ended(
        'closed',
        state === 'closed' ? 'the far end has closed it' : 'the session has timed out',
      );
  }
}
