import { bootstrapOf, revealLine } from '../../bootstrap/index.ts';
import { pause, realClock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Endpoint, Secrets, Topology } from '../../topology/index.ts';
import { RawClient } from './terminal/raw-client.test-support.ts';

const prompt = /[>#] /;

/** A person at a console who types a line, waits for the prompt, and reads. */
export class ConsoleSession {
  readonly client: RawClient;

  private constructor(client: RawClient) {
    this.client = client;
  }

  /** Presses Return until there is a prompt: a unit that boots answers nobody. */
  static async open(console: Endpoint): Promise<ConsoleSession> {
    const session = new ConsoleSession(await RawClient.open(console));
    for (let attempt = 0; !prompt.test(session.client.text); attempt++) {
      if (attempt > 200) throw new Error(`no prompt on the console: ${JSON.stringify(session.client.text)}`);
      session.client.write('\r');
      await pause(realClock, 100);
    }
    return session;
  }

  /** Types a line and gives what came back, up to what is waited for. */
  async ask(line: string, until: RegExp = prompt): Promise<string> {
    this.client.received = Buffer.alloc(0);
    this.client.write(`${line}\r`);
    await this.client.until(until);
    return this.client.text;
  }

  /** From the login prompt of a blank unit to everything that its topology says of it. */
  async bootstrap(topology: Topology, unit: UnitName, secrets: Secrets): Promise<void> {
    await this.ask('enable', /assword: /);
    await this.ask('', /# /);
    await this.ask('configure terminal', /\(config\)# |later: /);
    if (this.client.text.endsWith('later: ')) await this.ask('N', /\(config\)# /);
    for (const { lines } of bootstrapOf(topology)[unit])
      for (const line of lines) await this.ask(revealLine(line, secrets), /\(config[^)]*\)# /);
    await this.ask('end', /# /);
    await this.ask('terminal pager 0', /# /);
  }

  leave(): Promise<void> {
    this.client.socket.destroy();
    return this.client.closed;
  }
}
