import { BenchError, UsageError } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import type { SessionProtocol } from '../pair/index.ts';
import type { Topology } from '../topology/index.ts';
import { HeldSession, serveEcho, tcpLine } from '../traffic/index.ts';
import type { OpenLine, ServedEcho, SessionNews } from '../traffic/index.ts';
import type { BenchParts } from './parts.ts';

/** Milliseconds from an echo to the next message, and until one that is not echoed has stalled. */
const everyMs = 200;
const stallMs = 3000;

/** One session, as it is held. */
export interface NamedSession {
  readonly name: string;
  readonly flow: string;
  readonly protocol: SessionProtocol;
  readonly held: HeldSession;
}

/** The sessions that are held open through the pair; each turn of theirs goes into the timeline. */
export class Sessions {
  readonly #bench: Pick<BenchParts, 'topology' | 'clock' | 'notebook' | 'dial'>;
  readonly #open = new Map<string, NamedSession>();
  readonly #echos = new Map<string, Promise<ServedEcho>>();

  constructor(bench: Pick<BenchParts, 'topology' | 'clock' | 'notebook' | 'dial'>) {
    this.#bench = bench;
  }

  /** Those that have been opened and not been closed by us, in that order; whatever became of them. */
  get all(): readonly NamedSession[] {
    return [...this.#open.values()];
  }

  /**
   * Opens a session from one side of a flow to the other and resolves with what came of it: `open` with the first
   * echo, `stalled` after three seconds without, or its end. A pair that lets nothing through is no error. Throws
   * `UsageError` for a name that is taken, `BenchError` for a flow or a kind of session that the topology lacks.
   */
  async open(name: string, flow: string, protocol: SessionProtocol): Promise<SessionNews | undefined> {
    if (this.#open.has(name)) throw new UsageError(`a session ${name} is open already; take another name`);
    const line = await this.#lineOf(flow, protocol);
    const { clock, notebook } = this.#bench;
    const onNews = ({ state, sinceMs, askedMs, answeredMs, why }: SessionNews): void =>
      notebook.observed({
        witness: `session ${name}`,
        saw: { sight: 'session', session: name, flow, protocol, state, sinceMs },
        askedMs,
        answeredMs,
        raw: why,
      });
    const held = new HeldSession(line, { clock, everyMs, stallMs, onNews });
    this.#open.set(name, { name, flow, protocol, held });
    await held.prove();
    return held.latest;
  }

  /** Ends a session in good order, and forgets it; nothing happens if there is none of that name. */
  close(name: string): void {
    this.#open.get(name)?.held.close();
    this.#open.delete(name);
  }

  /** Ends all of them, and the echos that they went to. Safe twice. */
  async closeAll(): Promise<void> {
    for (const { name } of this.all) this.close(name);
    const echos = [...this.#echos.values()];
    this.#echos.clear();
    for (const echo of await Promise.allSettled(echos))
      if (echo.status === 'fulfilled') await echo.value.close();
  }

  async #lineOf(flow: string, protocol: SessionProtocol): Promise<OpenLine> {
    const { topology, dial } = this.#bench;
    const written = topology.flows.find((one) => one.name === flow);
    const names = topology.flows.map((one) => one.name);
    if (!written) throw new BenchError('topology', `there is no flow ${flow}${suggestion(flow, names)}`);
    const dialled = dial?.(flow, protocol);
    if (dialled) return dialled;
    const session = written.sessions[protocol];
    if (!session || session.to.port === 0) throw new BenchError('topology', noSession(flow, protocol));
    const { from, to, echo } = session;
    if (echo) {
      const place = `${echo.host} ${echo.port}`;
      const serving = this.#echos.get(place) ?? serveEcho(echo);
      this.#echos.set(place, serving);
      await serving;
    }
    return (ear) => tcpLine(to, from, ear);
  }
}

function noSession(flow: string, protocol: SessionProtocol): string {
  return `the flow ${flow} has no sessions over ${protocol}; write under sessions where its echo is`;
}

/** Why no session can be held open on a bench, or nothing. */
export function missingSessions({ flows }: Topology): string | undefined {
  const has = flows.some(({ sessions }) => sessions.tcp ?? sessions.http);
  return has ? undefined : 'no flow of the topology has sessions';
}
