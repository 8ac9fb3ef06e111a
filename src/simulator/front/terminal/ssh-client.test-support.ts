import { createHash } from 'node:crypto';
import ssh2, { type ClientChannel, type ConnectConfig } from 'ssh2';
import { realClock, within } from '../../../clock.ts';
import type { Endpoint } from '../../../topology/index.ts';

/** An ssh2 client with one shell, that keeps every byte and waits for text with a bound. */
export class SshShell {
  readonly client: ssh2.Client;
  readonly fingerprint: string;
  readonly ident: string;
  readonly closed: Promise<void>;
  text = '';
  error: Error | undefined;
  #channel: ClientChannel | undefined;
  #look: () => void = () => undefined;

  private constructor(client: ssh2.Client, fingerprint: string, ident: string) {
    this.client = client;
    this.fingerprint = fingerprint;
    this.ident = ident;
    this.closed = new Promise((resolve) => client.once('close', () => resolve()));
    client.on('error', (error) => (this.error = error));
  }

  /** Logs in; rejects as the library does. */
  static async connect(where: Endpoint, config: ConnectConfig): Promise<SshShell> {
    const client = new ssh2.Client();
    let fingerprint = '';
    let ident = '';
    const ready = new Promise<void>((resolve, reject) => {
      client.once('ready', resolve);
      client.once('error', reject);
      client.once('close', () => reject(new Error('closed before it was ready')));
    });
    const hostVerifier = (key: Buffer): boolean => {
      fingerprint = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
      return true;
    };
    client.on('keyboard-interactive', (_name, _instructions, _lang, _prompts, finish) =>
      finish([String(config.password)]),
    );
    const debug = (line: string): void => {
      ident ||= /Remote ident: '(.*)'/.exec(line)?.[1] ?? '';
    };
    client.connect({
      host: where.host,
      port: where.port,
      hostVerifier,
      readyTimeout: 20_000,
      debug,
      ...config,
    });
    await ready.catch((error: unknown) => {
      client.on('error', () => undefined);
      client.destroy();
      throw error;
    });
    return new SshShell(client, fingerprint, ident);
  }

  async shell(): Promise<this> {
    const channel = await new Promise<ClientChannel>((resolve, reject) =>
      this.client.shell({ term: 'vt100' }, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    this.#channel = channel;
    channel.on('data', (bytes: Buffer) => {
      this.text += bytes.toString('latin1');
      this.#look();
    });
    return this;
  }

  write(text: string): void {
    this.#channel?.write(text);
  }

  async until(pattern: RegExp): Promise<void> {
    const found = new Promise<void>((resolve) => {
      this.#look = () => pattern.test(this.text) && resolve();
      this.#look();
    });
    await within(realClock, 20_000, found).catch((cause: unknown) => {
      throw new Error(`${pattern} did not come; so far ${JSON.stringify(this.text)}`, { cause });
    });
  }
}
