import { dirname, join } from 'node:path';
import { realClock } from '../clock.ts';
import { askBench, findBench, mergeFacts, pairSecretNames, wantedBench } from '../draft/index.ts';
import type { AnsweredBench, DraftFacts, DraftFrame, NamedParts, WantedBench } from '../draft/index.ts';
import { UsageError } from '../errors.ts';
import { FirewallSession, openConsole, openSnmpSwitch } from '../device/index.ts';
import { unitNames } from '../pair/index.ts';
import { knownHostsPath } from '../topology/index.ts';
import { listSerialPorts } from '../transport/index.ts';
import { answerOnTerminal } from './answer-on-terminal.ts';
import { exitCodes } from './exit-code.ts';
import { lookUpSecrets } from './look-up-secrets.ts';
import { frameOf, putDraft, refuseOverwriting } from './put-draft.ts';
import { tellAside } from './say.ts';

/** What `fover init` is told on the command line. */
export interface InitOptions {
  readonly find?: boolean | undefined;
  readonly console: readonly string[];
  readonly switch: readonly string[];
  readonly pdu: readonly string[];
  readonly outlet: readonly string[];
  readonly username?: string | undefined;
  readonly secrets?: string | undefined;
  readonly force?: boolean | undefined;
}

/** A console of this age loses characters that are typed faster; nobody has said yet which model it is. */
const msPerCharacter = 20;

/**
 * Writes the draft of a topology: from answers, from what is named, or from what is found. Without a file it goes to
 * standard output. Ends with 3 when something that was named did not answer; what the others said is written.
 */
export async function init(file: string | undefined, options: InitOptions): Promise<number> {
  refuseOverwriting(file, options.force);
  const frame = frameOf(file, 'fover init');
  const named: NamedParts = {
    consoles: options.console,
    switches: options.switch,
    pdus: options.pdu,
    outlets: options.outlet,
    username: options.username,
  };
  const isNamed =
    options.username !== undefined ||
    [named.consoles, named.switches, named.pdus, named.outlets].some(({ length }) => length > 0);
  const { wanted, look, parts } =
    options.find === true || isNamed
      ? { wanted: wantedBench(frame.name, named, 'as given'), look: options.find === true, parts: undefined }
      : await ask(frame);
  const reveal = look ? passwords(wanted, frame, file, options.secrets, parts) : undefined;
  const found = reveal && (await find(wanted, frame, file, reveal));
  const devices = options.find === true ? await devicesHere() : [];
  const facts = withDevices(found ? mergeFacts(found.facts, wanted.facts) : wanted.facts, devices);
  putDraft(facts, frame, { file, force: options.force });
  return found?.complete === false ? exitCodes.infrastructure : exitCodes.pass;
}

const say = (text: string): void => tellAside(`${text}\n`);

async function ask({ name }: DraftFrame): Promise<AnsweredBench> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError(
      `there is no terminal to ask at; say what there is with --find, --console primary=<way>, --console secondary=<way>, --username <user>, --switch <name>=<address>, --pdu <name>=<family>@<address>, --outlet primary=<pdu>:<outlet>`,
    );
  const terminal = answerOnTerminal();
  try {
    return await askBench(name, await devicesHere(), terminal);
  } finally {
    terminal.close();
  }
}

async function devicesHere(): Promise<readonly string[]> {
  const { ports } = await listSerialPorts();
  return ports.map(({ device, stable }) => stable ?? device);
}

type Reveal = (name: string) => string;

/**
 * Looks up every password that looking at the bench takes. Who has answered all questions is not sent away where some
 * are missing: nothing is looked at then, and how to do it later is told.
 */
function passwords(
  { consoles, switches, facts }: WantedBench,
  { name, secretsFile = `${name}.secrets` }: DraftFrame,
  file: string | undefined,
  secretsPath: string | undefined,
  answered: NamedParts | undefined,
): Reveal | undefined {
  const { password, enable } = pairSecretNames(name);
  const ways = unitNames.flatMap((unit) => consoles[unit]);
  try {
    if (ways.length > 0 && facts.pair.username === undefined)
      throw new UsageError('say who logs in to the units: --username <user>');
    const names = [
      ...(ways.length > 0 ? [password, enable] : []),
      ...ways.flatMap(({ secret }) => secret ?? []),
      ...switches.flatMap(({ secrets }) => secrets),
    ];
    return lookUpSecrets(names, secretsPath ?? join(dirname(file ?? secretsFile), secretsFile), process.env);
  } catch (error) {
    if (!(error instanceof UsageError) || !answered) throw error;
    say(`${error.message}\nNothing was looked at. Later: ${commandOf(file, answered)}`);
    return undefined;
  }
}

/** The command that looks at what was answered. */
function commandOf(file: string | undefined, parts: NamedParts): string {
  const flags = [
    ...(parts.username === undefined ? [] : ['--username', parts.username]),
    ...parts.consoles.flatMap((one) => ['--console', one]),
    ...parts.switches.flatMap((one) => ['--switch', one]),
    ...parts.pdus.flatMap((one) => ['--pdu', one]),
    ...parts.outlets.flatMap((one) => ['--outlet', one]),
  ];
  const words = [...(file === undefined ? [] : [file, '--force']), '--find', ...flags];
  return `fover init ${words.map((word) => (/^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ')}`;
}

/** Opens what was named and asks it. */
async function find(
  { consoles, switches, facts }: WantedBench,
  { name }: DraftFrame,
  file: string | undefined,
  reveal: Reveal,
) {
  const { password, enable } = pairSecretNames(name);
  const username = facts.pair.username?.value ?? '';
  return findBench({
    consoles,
    switches,
    say,
    openSwitch: (spec) =>
      openSnmpSwitch({ name: spec.name, access: spec.access(reveal), protected: [] }, realClock),
    openUnit: async (unit) => {
      const { line, paceMs } = await openConsole(
        `${unit} console`,
        consoles[unit].map(({ way }) => way(reveal)),
        { clock: realClock, warn: say, ...(file === undefined ? {} : { knownHosts: knownHostsPath(file) }) },
      );
      return new FirewallSession(line, realClock, {
        name: `${unit} console`,
        username,
        password: () => reveal(password),
        enable: () => reveal(enable),
        msPerCharacter: paceMs ?? msPerCharacter,
      });
    },
  });
}

/** Where no way to a console is known, at least the devices that could be one are told. */
function withDevices(facts: DraftFacts, devices: readonly string[]): DraftFacts {
  const consoleHint =
    devices.length === 0 ? 'no serial device is plugged in here' : `plugged in here: ${devices.join(', ')}`;
  const { primary, secondary } = facts.units;
  return {
    ...facts,
    units: { primary: { ...primary, consoleHint }, secondary: { ...secondary, consoleHint } },
  };
}
