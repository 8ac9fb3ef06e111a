import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../../clock.ts';
import { DeadlinePassed, within } from '../../clock.ts';
import { BenchError, LeaseLost, messageOf } from '../../errors.ts';
import type { MayAct } from '../may-act.ts';
import { connectSocket } from '../socket.ts';
import type { HttpAccess, HttpScheme } from './access.ts';
import type { Challenge } from './digest.ts';
import { authorization, bestChallenge } from './digest.ts';
import { overTls } from './tls-socket.ts';

/** One thing to ask or to tell. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With its query; it is told in messages, so no secret stands in it. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a server said, whatever it was, with the instants between which it did. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  readonly askedMs: number;
  readonly answeredMs: number;
}

/** How a login is given: by which schemes, or in the query, by the names of its two fields. */
export type LoginBy = readonly HttpScheme[] | { readonly user: string; readonly password: string };

const boundMs = 5000;
/** The pages and tables of PDUs have a few thousand bytes. */
const mostBytes = 256 * 1024;
const unauthorized = 401;

/**
 * One small server. It is asked one thing at a time, each over a connection of its own, within five seconds and for
 * 256 kB at most; nothing is asked again by itself but what was refused for want of a login. Failures are
 * `BenchError`s in words, without secrets.
 */
export class HttpClient {
  readonly name: string;
  readonly #access: HttpAccess;
  readonly #loginBy: LoginBy;
  readonly #clock: Clock;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;
  #challenge: { readonly of: Challenge; count: number } | undefined;

  constructor(access: HttpAccess, loginBy: LoginBy, clock: Clock) {
    this.name = `${access.tls ? 'https' : 'http'} ${access.host}:${access.port}`;
    this.#access = access;
    this.#loginBy = loginBy;
    this.#clock = clock;
  }

  /**
   * The answer with any status but 401, which is a `BenchError`, as is no answer. `mayAct` is asked each time before
   * the request leaves.
   */
  ask(request: HttpRequest, mayAct?: MayAct): Promise<HttpAnswer> {
    const mine = this.#turn.then(() => this.#authorized(request, mayAct));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Safe to call twice. What is being asked comes to its end or its bound first. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
  }

  async #authorized(request: HttpRequest, mayAct: MayAct | undefined): Promise<HttpAnswer> {
    if (this.#closed) throw this.#failed(request, 'we have closed this connection');
    const first = await this.#send(request, mayAct);
    if (first.status !== unauthorized) return first;
    const { login } = this.#access;
    if (!login)
      throw this.#failed(request, 'it wants a user name and a password: write login in the topology');
    const schemes = 'user' in this.#loginBy ? [] : this.#loginBy;
    const of = bestChallenge(first.challenges, schemes);
    if (!of) {
      this.#challenge = undefined;
      throw this.#failed(request, refused(first.challenges, schemes));
    }
    const wasStale = of.fields['stale']?.toLowerCase() === 'true';
    if (this.#challenge && !wasStale && this.#challenge.of.fields['nonce'] === of.fields['nonce'])
      throw this.#failed(request, 'the user name or the password is refused');
    this.#challenge = { of, count: 0 };
    const second = await this.#send(request, mayAct);
    if (second.status !== unauthorized) return second;
    this.#challenge = undefined;
    throw this.#failed(request, 'the user name or the password is refused');
  }

  async #send(
    request: HttpRequest,
    mayAct: MayAct | undefined,
  ): Promise<HttpAnswer & { readonly challenges: readonly string[] }> {
    const { host, port, tls } = this.#access;
    const connected = await connectSocket(this.name, { host, port, withinMs: boundMs }, this.#clock);
    const askedMs = this.#clock.nowMs();
    try {
      const speak = async (): Promise<HttpAnswer & { readonly challenges: readonly string[] }> => {
        const socket = tls ? await overTls(this.name, connected, host, tls) : connected;
        await mayAct?.();
        const answer = await this.#exchange(socket, request);
        const text = await bounded(answer);
        return {
          status: answer.statusCode ?? 0,
          text,
          challenges: answer.headersDistinct['www-authenticate'] ?? [],
          askedMs,
          answeredMs: this.#clock.nowMs(),
        };
      };
      return await within(this.#clock, boundMs, speak());
    } catch (error) {
      if (error instanceof BenchError || error instanceof LeaseLost) throw error;
      const why =
        error instanceof DeadlinePassed
          ? `${error.message}: it took the connection and does not answer. Is it hung, or busy with somebody else?`
          : `the connection broke (${messageOf(error)})`;
      throw this.#failed(request, why, error);
    } finally {
      connected.destroy();
    }
  }

  #exchange(socket: Socket, request: HttpRequest): Promise<IncomingMessage> {
    const { method, path, headers = {}, body = '' } = request;
    const uri = this.#uri(path);
    const { host, port } = this.#access;
    return new Promise((resolve, reject) => {
      const asking = httpRequest({
        createConnection: () => socket,
        method,
        path: uri,
        headers: {
          host: `${host}:${port}`,
          connection: 'close',
          ...(method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
          ...this.#authorization(method, uri),
        },
      });
      asking.on('error', reject);
      asking.once('response', resolve);
      asking.end(body);
    });
  }

  /** What is really asked for: a login may have to stand there, so it is told to nobody. */
  #uri(path: string): string {
    const { login } = this.#access;
    if (!login || !('user' in this.#loginBy)) return path;
    const { user, password } = this.#loginBy;
    const query = new URLSearchParams({ [user]: login.username, [password]: login.password });
    return `${path}${path.includes('?') ? '&' : '?'}${query.toString()}`;
  }

  #authorization(method: string, uri: string): { readonly authorization?: string } {
    const { login } = this.#access;
    if (!login || !this.#challenge) return {};
    this.#challenge.count += 1;
    const { of, count } = this.#challenge;
    return { authorization: authorization(of, login, { method, uri }, count) };
  }

  #failed({ method, path }: HttpRequest, why: string, cause?: unknown): BenchError {
    return new BenchError(this.name, `could not ${method} ${path}: ${why}`, { cause });
  }
}

async function bounded(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer) {
    if (!Buffer.isBuffer(piece)) continue;
    bytes += piece.length;
    if (bytes > mostBytes) throw new Error(`an answer of more than ${mostBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function refused(challenges: readonly string[], schemes: readonly HttpScheme[]): string {
  if (schemes.length === 0) return 'the user name or the password is refused';
  const offered = challenges.map((header) => header.split(' ')[0]).join(', ') || 'nothing';
  return `it wants a login by ${offered}, and this family is let in by ${schemes.join(' or ')} only`;
}
