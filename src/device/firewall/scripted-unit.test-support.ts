import type { Clock } from '../../clock.ts';
import { memoryLines, type Line } from '../../transport/index.ts';
import { FirewallSession } from './session.ts';
import type { SessionOptions } from './session-options.ts';

/** Where the scripted unit stands. */
export type Standing =
  | 'user'
  | 'enable'
  | 'config'
  | 'config-if'
  | 'username'
  | 'password'
  | 'enable-password'
  | 'confirm'
  | 'filename'
  | 'pager'
  | 'rommon'
  | 'monitor'
  | 'pre-configure'
  | 'setup'
  | 'silent';

export const secrets = { username: 'lab', password: 'opened-with-this', enable: 'raised-with-that' } as const;

/** What the unit prints for a command; a function may do anything, and prints what it returns. */
export type Reply = string | ((unit: ScriptedUnit) => string | undefined);

/**
 * The far end of a console, scripted: it echoes what is typed character by character, keeps a prompt of its
 * own, knows login, enable and configuration mode, and answers what a test tells it to.
 */
export class ScriptedUnit {
  readonly near: Line;
  readonly #far: Line;
  readonly clock: Clock;
  readonly replies = new Map<string, Reply>();
  /** Every line that was typed, and every byte. */
  readonly typed: string[] = [];
  bytes = '';
  standing: Standing = 'enable';
  name = 'edge/pri/act';
  enableSecret: string = secrets.enable;
  afterQuestion: Standing = 'enable';
  /** What becomes of a character that is typed; the echo, if not given. */
  echo: (character: string) => string = (character) => character;
  #row = '';

  constructor(clock: Clock, latencyMs = 1) {
    [this.near, this.#far] = memoryLines(clock, { name: 'console', latencyMs });
    this.clock = clock;
    this.#far.onBytes((bytes) => this.#hear(Buffer.from(bytes).toString('latin1')));
  }

  /** What was typed since the last Enter. */
  get row(): string {
    return this.#row;
  }

  /** Prints text as it stands. */
  say(text: string): void {
    void this.#far.write(Uint8Array.from(Buffer.from(text, 'latin1')));
  }

  sayPrompt(): void {
    this.say(this.prompt());
  }

  prompt(): string {
    const prompts: Record<Standing, string> = {
      user: `${this.name}> `,
      enable: `${this.name}# `,
      config: `${this.name}(config)# `,
      'config-if': `${this.name}(config-if)# `,
      username: 'Username: ',
      password: 'Password: ',
      'enable-password': 'Password: ',
      confirm: 'Proceed with reload? [confirm] ',
      filename: 'Destination filename [startup-config]? ',
      pager: '<--- More --->',
      rommon: 'rommon #0>',
      monitor: 'monitor> ',
      'pre-configure': 'Pre-configure Firewall now through interactive prompts [yes]? ',
      setup: 'Firewall Mode [Routed]: ',
      silent: '',
    };
    return prompts[this.standing];
  }

  hangUp(): Promise<void> {
    return this.#far.close();
  }

  #hear(text: string): void {
    this.bytes += text;
    for (const character of text) this.#key(character);
  }

  #key(character: string): void {
    if (this.standing === 'silent') return;
    if (this.standing === 'pager') return this.#turn();
    if (character === '\u0003') return this.#leaveQuestion();
    if (character === '\u001a') return this.#leaveSetup();
    if (character === '\u0015') return this.#eraseRow();
    if (character === '\r') return this.#enter();
    this.#row += character;
    this.say(this.standing.endsWith('password') ? '*' : this.echo(character));
  }

  #turn(): void {
    this.standing = this.afterQuestion;
    this.say(`\r              \r${this.prompt()}`);
  }

  #leaveQuestion(): void {
    if (this.standing === 'filename') this.standing = this.afterQuestion;
    this.say(`\r\n${this.prompt()}`);
  }

  /** Elsewhere than in the setup dialog, Ctrl-Z leaves configuration mode; nobody types it there. */
  #leaveSetup(): void {
    if (this.standing === 'setup') this.standing = 'user';
    this.say(`\r\n${this.prompt()}`);
  }

  /** As IOS and ASA do it: what was typed is wiped out, whoever typed it. A confirmation takes it for a no. */
  #eraseRow(): void {
    this.say('\b \b'.repeat(this.#row.length));
    this.#row = '';
    if (this.standing !== 'confirm') return;
    this.standing = 'enable';
    this.say(`\r\n${this.prompt()}`);
  }

  /** Somebody typed this and went away. */
  leaveHalfTyped(text: string): void {
    this.#row = text;
    this.say(text);
  }

  #enter(): void {
    const line = this.#row;
    this.#row = '';
    this.typed.push(line);
    this.say('\r\n');
    const printed = this.#act(line);
    if (printed === undefined || this.standing === 'silent') return;
    this.say(`${printed}${this.prompt()}`);
  }

  #act(line: string): string | undefined {
    if (this.standing === 'pre-configure') return this.#to(line === 'no' ? 'user' : 'setup');
    if (this.standing === 'setup') return '';
    if (this.standing === 'username') return this.#to('password');
    if (this.standing === 'password')
      return line === secrets.password ? this.#to('user') : this.#to('username', 'Login incorrect\r\n');
    if (this.standing === 'enable-password')
      return line === this.enableSecret
        ? this.#to('enable')
        : this.#to('enable-password', 'Invalid password\r\n');
    if (this.standing === 'confirm' || this.standing === 'filename') return this.#to(this.afterQuestion);
    const reply = this.replies.get(line);
    if (reply !== undefined) return typeof reply === 'string' ? reply : reply(this);
    return this.#command(line);
  }

  #command(line: string): string {
    if (line === '' || line === 'terminal pager 0') return '';
    if (line === 'enable' && this.standing === 'user') return this.#to('enable-password');
    if (line === 'configure terminal' && this.standing === 'enable') return this.#to('config');
    if (line === 'end' || line === 'exit') return this.#to('enable');
    if (this.standing.startsWith('config')) return '';
    return "ERROR: % Invalid input detected at '^' marker.\r\n";
  }

  #to(standing: Standing, printed = ''): string {
    this.standing = standing;
    return printed;
  }
}

/** A session with a scripted unit, over its line or over another that leads to it. */
export function sessionWith(
  unit: ScriptedUnit,
  options: Partial<SessionOptions> = {},
  line: Line = unit.near,
): FirewallSession {
  return new FirewallSession(line, unit.clock, {
    name: 'primary console',
    username: secrets.username,
    password: () => secrets.password,
    enable: secrets.enable,
    ...options,
  });
}
