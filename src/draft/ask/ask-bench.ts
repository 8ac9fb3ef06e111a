import { unitNames } from '../../pair/index.ts';
import { consoleForms } from '../console-spec.ts';
import { mergeFacts } from '../merge-facts.ts';
import { askFor, askForSeveral, askYes } from './ask-for.ts';
import type { Answerer } from './ask-for.ts';
import { askPair } from './ask-pair.ts';
import { wantedBench } from './wanted-bench.ts';
import type { NamedParts, WantedBench } from './wanted-bench.ts';

const from = 'as answered';

const noParts: NamedParts = { consoles: [], switches: [], pdus: [], outlets: [] };

/** What was answered, and whether the bench is to be looked at. */
export interface AnsweredBench {
  readonly wanted: WantedBench;
  readonly look: boolean;
  /** As it would have been given on the command line. */
  readonly parts: NamedParts;
}

/**
 * Asks what the bench called `name` is made of. Whatever is left empty has to be filled in later. `devices` are
 * serial devices that are plugged in. Throws `UsageError` when the answers end before the questions do.
 */
export async function askBench(
  name: string,
  devices: readonly string[],
  answerer: Answerer,
): Promise<AnsweredBench> {
  answerer.say('An empty answer leaves the place to be filled in later. Passwords are not asked for.');
  answerer.say(`A way to a console is one of ${consoleForms}.`);
  if (devices.length > 0)
    answerer.say(
      `Serial devices here, which their numbers stand for:\n${devices.map((one, at) => `  ${at + 1}  ${one}`).join('\n')}`,
    );
  const check = (more: Partial<NamedParts>): NamedParts => {
    wantedBench(name, { ...noParts, ...more }, from);
    return { ...noParts, ...more };
  };
  const parts = await askParts(answerer, devices, check);
  const wanted = wantedBench(name, parts, from);
  const look =
    parts.consoles.length + parts.switches.length > 0 &&
    (await askYes(answerer, 'Look at the units and switches now? Nothing is changed there'));
  if (look) return { wanted, look, parts };
  return { wanted: { ...wanted, facts: mergeFacts(wanted.facts, await askPair(answerer)) }, look, parts };
}

/** Reads what was typed, so that a slip is told while it can be mended. */
type Check = (more: Partial<NamedParts>) => NamedParts;

async function askParts(answerer: Answerer, devices: readonly string[], check: Check): Promise<NamedParts> {
  const username = await askFor(answerer, 'User who logs in to both units', (text) =>
    check({ username: text }),
  );
  const consoles: string[] = [];
  for (const unit of unitNames) {
    const spelled = (text: string): string => `${unit}=${devices[Number(text) - 1] ?? text}`;
    const ways = await askForSeveral(
      answerer,
      `Way to the console of the ${unit} unit`,
      (text) => check({ consoles: [spelled(text)] }).consoles[0] ?? '',
    );
    consoles.push(...ways);
  }
  const switches = await askForSeveral(
    answerer,
    'Switch (name=address)',
    (text) => check({ switches: [text] }).switches[0] ?? '',
  );
  const pdus = await askForSeveral(
    answerer,
    'PDU (name=family@address)',
    (text) => check({ pdus: [text] }).pdus[0] ?? '',
  );
  const outlets: string[] = [];
  for (const unit of unitNames)
    outlets.push(
      ...(await askForSeveral(
        answerer,
        `Outlet that feeds the ${unit} unit (pdu:outlet)`,
        (text) => check({ outlets: [`${unit}=${text}`] }).outlets[0] ?? '',
      )),
    );
  return { consoles, switches, pdus, outlets, username: username?.username };
}
