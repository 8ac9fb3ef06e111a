import type { ClientChannel } from 'ssh2';
import { Client } from 'ssh2';
import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import { within } from '../clock.ts';
import { asError, BenchError } from '../errors.ts';
import { CarriedLine } from './carried-line.ts';
import type { Line } from './line.ts';
import { connectSocket } from './socket.ts';
import type { LegacyWish } from './ssh-algorithms.ts';
import { offerWith } from './ssh-algorithms.ts';
import type { SshAttempt } from './ssh-failure.ts';
import { explainLogin, explainSsh } from './ssh-failure.ts';
import type { SshGreeting } from './ssh-greeting.ts';
import { greetingLimit, readGreeting } from './ssh-greeting.ts';
import type { SshHostKey } from './ssh-host-key.ts';
import { checkHostKey } from './ssh-host-key.ts';

/** How to log in: with a password (also asked for interactively), or with a private key in OpenSSH or PEM form. */
type SshLogin =
  | { readonly username: string; readonly password: string }
  | { readonly username: string; readonly privateKey: string };

/** Where to, as whom, and which host key to trust. */
export interface SshLineOptions {
  readonly host: string;
  readonly port: number;
  readonly login: SshLogin;
  readonly hostKey: SshHostKey;
  /** Also offer algorithms of old firmware, behind the sound ones: all of them, or those of these names. */
  readonly legacy?: LegacyWish;
  /** From connecting to the shell; twenty seconds by default, for appliances that are slow at arithmetic. */
  readonly withinMs?: number;
  /** How often the far end is asked whether it is still there, when it says nothing; every second by default. */
  readonly keepAliveMs?: number;
}

const defaultWithinMs = 20_000;
/**
 * With `unansweredMost`, a console server that hangs is known after three seconds, before the console behind it that
 * is asked something passes for silent.
 */
const defaultKeepAliveMs = 1000;
/** With one question more than that unanswered, the far end counts as gone. */
const unansweredMost = 2;
/** How long the far end may take to agree that it is over. */
const lingerMs = 500;
/** A server that keeps asking is answered this often; then the login fails instead of hanging. */
const questionRounds = 3;

/**
 * Opens an interactive shell over SSH. The terminal is as wide as the protocol's users bear, so that the far
 * end does not wrap. Throws `BenchError` if the host key is refused, the login fails, or the bound passes.
 */
export async function openSshLine(options: SshLineOptions, clock: Clock): Promise<Line> {
  const { host, port, login, withinMs = defaultWithinMs } = options;
  const name = `ssh ${login.username}@${host}:${port}`;
  const untilMs = clock.nowMs() + withinMs;
  const socket = await connectSocket(name, { host, port, withinMs }, clock);
  const attempt = logIn(new Client(), socket, options);
  try {
    const channel = await within(clock, untilMs - clock.nowMs(), attempt.shell);
    return channelLine(name, attempt.client, channel, clock);
  } catch (error) {
    attempt.client.destroy();
    socket.destroy();
    throw new BenchError(name, `could not open a shell: ${attempt.explain(error)}`, { cause: error });
  }
}

interface Attempt {
  readonly client: Client;
  readonly shell: Promise<ClientChannel>;
  /** Why there is none, in words. */
  explain(error: unknown): string;
}

function logIn(client: Client, socket: Socket, options: SshLineOptions): Attempt {
  const { host, port, login, legacy = false } = options;
  const key = checkHostKey(options.hostKey, { host, port });
  const heard = overhear(socket);
  let hasProved = false;
  const shell = new Promise<ClientChannel>((resolve, reject) => {
    // The error comes twice when a handshake breaks; a promise is settled by the first, and keeps the listener.
    client.on('error', reject);
    client.on('close', () => reject(new Error('the far end hung up before there was a shell')));
    client.on('handshake', () => {
      hasProved = true;
      try {
        key.proved();
      } catch (error) {
        reject(asError(error));
      }
    });
    answerQuestions(client, login, reject);
    client.on('ready', () => {
      client.shell({ term: 'vt100', cols: 511, rows: 24 }, (error, channel) =>
        error ? reject(error) : resolve(channel),
      );
    });
    client.connect({
      ...login,
      sock: socket,
      tryKeyboard: 'password' in login,
      hostVerifier: key.verify,
      algorithms: offerWith(legacy),
      // The whole opening is bounded on our own clock.
      readyTimeout: 0,
      // A far end that lost power says nothing; it has to be asked.
      keepaliveInterval: options.keepAliveMs ?? defaultKeepAliveMs,
      keepaliveCountMax: unansweredMost,
    });
  });
  const explain = (error: unknown): string =>
    key.refusal() ?? explainLogin(error, { ...heard(), legacy, hasProved });
  return { client, shell, explain };
}

/** What the far end says of itself, read beside the client: it does not tell what it was offered in vain. */
function overhear(socket: Socket): () => Pick<SshAttempt, 'greeting' | 'hungUp'> {
  let heard = Buffer.alloc(0);
  let greeting: SshGreeting = {};
  const hear = (bytes: Buffer): void => {
    heard = Buffer.concat([heard, bytes]);
    greeting = readGreeting(heard);
    if (greeting.offers || heard.length > greetingLimit) socket.off('data', hear);
  };
  // The client lets it flow when it listens itself; nothing may be gone by then.
  socket.pause();
  socket.on('data', hear);
  return () => ({
    greeting,
    hungUp: heard.length === 0 && (socket.readableEnded || socket.errored !== null),
  });
}

/** The password is also asked for interactively (RFC 4256), now and then in several rounds. */
function answerQuestions(client: Client, login: SshLogin, refuse: (why: Error) => void): void {
  const password = 'password' in login ? login.password : '';
  let rounds = 0;
  client.on('keyboard-interactive', (_name, _instructions, _language, prompts, answer) => {
    rounds += 1;
    if (rounds > questionRounds)
      refuse(new Error('the server asks again and again, whatever it is answered'));
    else answer(prompts.map(() => password));
  });
}

function channelLine(name: string, client: Client, channel: ClientChannel, clock: Clock): Line {
  const line = new CarriedLine(name, clock, {
    send: (bytes) =>
      new Promise((resolve, reject) => {
        channel.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
      }),
    end: () =>
      new Promise((resolve) => {
        if (isGone) return resolve();
        const cancel = clock.after(lingerMs, () => client.destroy());
        client.once('close', () => {
          cancel();
          resolve();
        });
        channel.end();
        client.end();
      }),
  });
  let isGone = false;
  let cause: Error | undefined;
  const ended = (): void => {
    const why = cause ? `the session broke: ${explainSsh(cause)}` : 'the far end closed the session';
    line.ended(new BenchError(name, why, { cause }));
  };
  client.on('error', (error) => (cause ??= error));
  client.on('close', () => {
    isGone = true;
    ended();
  });
  channel.on('error', (error: Error) => (cause ??= error));
  channel.on('close', () => {
    ended();
    client.end();
  });
  channel.on('data', (bytes: Buffer) => line.arrived(bytes));
  channel.stderr.on('data', (bytes: Buffer) => line.arrived(bytes));
  return line;
}
