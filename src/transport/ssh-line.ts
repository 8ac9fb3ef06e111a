import type { ClientChannel } from 'ssh2';
import { Client } from 'ssh2';
import type { Clock } from '../clock.ts';
import { DeadlinePassed, within } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { CarriedLine } from './carried-line.ts';
import type { Line } from './line.ts';
import { legacyAlgorithms } from './ssh-algorithms.ts';
import { explainSsh } from './ssh-failure.ts';
import type { HostKeyCheck, SshHostKey } from './ssh-host-key.ts';
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
  /** Also offer the algorithms of old firmware, after the modern ones. */
  readonly legacy?: boolean;
  /** From connecting to the shell; twenty seconds by default, for appliances that are slow at arithmetic. */
  readonly withinMs?: number;
}

const defaultWithinMs = 20_000;
/** A server that keeps asking is answered this often; then the login fails instead of hanging. */
const questionRounds = 3;

/**
 * Opens an interactive shell over SSH. The terminal is as wide as the protocol's users bear, so that the far
 * end does not wrap. Throws `BenchError` if the host key is refused, the login fails, or the bound passes.
 */
export async function openSshLine(options: SshLineOptions, clock: Clock): Promise<Line> {
  const { host, port, login, withinMs = defaultWithinMs } = options;
  const name = `ssh ${login.username}@${host}:${port}`;
  const client = new Client();
  const key = checkHostKey(options.hostKey);
  try {
    const channel = await within(clock, withinMs, logIn(client, options, key));
    return channelLine(name, client, channel, clock);
  } catch (error) {
    client.destroy();
    const said = key.refusal() ?? (error instanceof DeadlinePassed ? error.message : explainSsh(error));
    throw new BenchError(name, `could not open a shell: ${said}`, { cause: error });
  }
}

function logIn(client: Client, options: SshLineOptions, key: HostKeyCheck): Promise<ClientChannel> {
  const { host, port, login } = options;
  const password = 'password' in login ? login.password : undefined;
  let rounds = 0;
  return new Promise((resolve, reject) => {
    // The error comes twice when a handshake breaks; a promise is settled by the first, and keeps the listener.
    client.on('error', reject);
    client.on('close', () => reject(new Error('the far end hung up before there was a shell')));
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, answer) => {
      rounds += 1;
      if (rounds > questionRounds)
        reject(new Error('the server asks again and again, whatever it is answered'));
      else answer(prompts.map(() => password ?? ''));
    });
    client.on('ready', () => {
      client.shell({ term: 'vt100', cols: 511, rows: 24 }, (error, channel) =>
        error ? reject(error) : resolve(channel),
      );
    });
    client.connect({
      ...login,
      host,
      port,
      tryKeyboard: password !== undefined,
      hostVerifier: key.verify,
      ...(options.legacy === true ? { algorithms: legacyAlgorithms } : {}),
      // The whole opening is bounded on our own clock.
      readyTimeout: 0,
      // Three unanswered questions in a row tell a far end that lost power.
      keepaliveInterval: 5000,
      keepaliveCountMax: 3,
    });
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
        client.once('close', () => resolve());
        channel.end();
        client.end();
        clock.after(500, () => client.destroy());
      }),
  });
  let cause: Error | undefined;
  const ended = (): void => {
    const why = cause ? `the session broke: ${explainSsh(cause)}` : 'the far end closed the session';
    line.ended(new BenchError(name, why, { cause }));
  };
  client.on('error', (error) => (cause ??= error));
  client.on('close', ended);
  channel.on('error', (error: Error) => (cause ??= error));
  channel.on('close', () => {
    ended();
    client.end();
  });
  channel.on('data', (bytes: Buffer) => line.arrived(bytes));
  channel.stderr.on('data', (bytes: Buffer) => line.arrived(bytes));
  return line;
}
