import { BenchError, messageOf } from '../../errors.ts';
import { NoAnswer } from '../../device/index.ts';
import type { FirewallSession, Switch } from '../../device/index.ts';
import { mateOf, unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { ConsoleSpec } from '../console-spec.ts';
import type { DraftFacts, UnitFacts } from '../facts.ts';
import { noFacts } from '../facts.ts';
import type { DraftNode } from '../node/draft-node.ts';
import { told } from '../told.ts';
import { askUnit } from './ask-unit.ts';
import type { UnitSaid } from './ask-unit.ts';
import { macsAt } from './macs-at.ts';
import { matchCables } from './match-cables.ts';
import type { WalkedSwitch } from './match-cables.ts';
import { pairFound } from './pair-found.ts';
import type { SwitchSpec } from './switch-spec.ts';

/** What is looked at, and how it is opened. */
export interface FindOptions {
  readonly consoles: Readonly<Record<UnitName, readonly ConsoleSpec[]>>;
  readonly switches: readonly SwitchSpec[];
  /** Opens the console of a unit; the session logs in by itself. */
  readonly openUnit: (unit: UnitName) => Promise<FirewallSession>;
  readonly openSwitch: (spec: SwitchSpec) => Promise<Switch>;
  /** Told in a sentence what is being done. */
  readonly say: (text: string) => void;
}

/** What was found, and whether everything that was named let itself be asked. */
export interface FoundBench {
  readonly facts: DraftFacts;
  readonly complete: boolean;
}

/**
 * Asks the units and the switches that were named, and puts together what they said. Nothing is changed anywhere:
 * units are told `show` commands, switches are read. What does not answer is told among the notes.
 */
export async function findBench(options: FindOptions): Promise<FoundBench> {
  const notes: string[] = [];
  const asked = await askUnits(options, notes);
  const walked = await walkSwitches(options, notes);
  const { consoles, said } = asRightUnits(options.consoles, asked, notes);
  const complete = notes.length === 0;
  const cables = matchCables(walked, { primary: macsOf(said.primary), secondary: macsOf(said.secondary) });
  const unit = (name: UnitName): UnitFacts => ({
    ...serialOf(name, said),
    console: consoles[name].map((spec): DraftNode => spec.node),
    power: [],
    cables: cables[name],
  });
  const [whose] = unitNames.filter((name) => said[name]?.config);
  const teller = whose ?? unitNames.find((name) => said[name]);
  const pair = teller && said[teller] ? pairFound(said[teller], teller) : noFacts.pair;
  return {
    complete,
    facts: {
      ...noFacts,
      pair,
      units: { primary: unit('primary'), secondary: unit('secondary') },
      switches: options.switches.map(({ name, host, node }) => ({
        name,
        from: `as named: ${host}`,
        snmp: node,
        protected: [],
      })),
      notes: [...notes, ...unitNames.flatMap((name) => notesOf(said[name], name)), ...differences(said)],
    },
  };
}

type Said = Readonly<Partial<Record<UnitName, UnitSaid>>>;

async function askUnits(options: FindOptions, notes: string[]): Promise<Said> {
  const said: Partial<Record<UnitName, UnitSaid>> = {};
  for (const unit of unitNames) {
    if (options.consoles[unit].length === 0) continue;
    options.say(`asking the ${unit} unit at ${options.consoles[unit].map(({ text }) => text).join(', ')}`);
    let session: FirewallSession | undefined;
    try {
      session = await options.openUnit(unit);
      said[unit] = await askUnit(session);
    } catch (error) {
      if (!isOfBench(error)) throw error;
      notes.push(`the ${unit} unit was not asked to the end: ${messageOf(error)}`);
    } finally {
      await session?.close();
    }
  }
  return said;
}

async function walkSwitches(options: FindOptions, notes: string[]): Promise<readonly WalkedSwitch[]> {
  const walked: WalkedSwitch[] = [];
  for (const spec of options.switches) {
    options.say(`walking the switch ${spec.name} at ${spec.host}`);
    let open: Switch | undefined;
    try {
      open = await options.openSwitch(spec);
      walked.push({ name: spec.name, learned: (await open.macTable()).learned });
    } catch (error) {
      if (!isOfBench(error)) throw error;
      notes.push(`the switch was not walked: ${messageOf(error)}`);
    } finally {
      await open?.close();
    }
  }
  return walked;
}

/** A unit that does not answer is a `NoAnswer`, which is of the bench too. */
function isOfBench(error: unknown): boolean {
  return error instanceof BenchError || error instanceof NoAnswer;
}

/** A unit knows which of the two it is; who named the consoles the other way round is told so. */
function asRightUnits(consoles: FindOptions['consoles'], said: Said, notes: string[]) {
  const crossed = unitNames.filter((unit) => {
    const { failover } = said[unit] ?? {};
    return failover?.on === true && (failover.thisHost?.unit ?? failover.unit) === mateOf(unit);
  });
  const [first] = crossed;
  if (first === undefined) return { consoles, said };
  if (crossed.length === 1 && said[mateOf(first)]) {
    notes.push(`both consoles lead to a unit that says it is the ${mateOf(first)} one; look at the cabling`);
    return { consoles, said };
  }
  notes.push(
    `the console that was named for the ${first} unit leads to the ${mateOf(first)} one: written so`,
  );
  return {
    consoles: { primary: consoles.secondary, secondary: consoles.primary },
    said: {
      ...(said.secondary && { primary: said.secondary }),
      ...(said.primary && { secondary: said.primary }),
    },
  };
}

function macsOf(said: UnitSaid | undefined): ReturnType<typeof macsAt> {
  return said ? macsAt(said) : new Map();
}

/** By the unit's own `show version`; newer firmware shows that of the mate as well. */
function serialOf(unit: UnitName, said: Said): Pick<UnitFacts, 'serial'> {
  const own = said[unit]?.version?.serial;
  if (own !== undefined) return { serial: told(own, `show version of ${unit}`) };
  const mate = said[mateOf(unit)]?.failover?.serial?.mate;
  return mate === undefined ? {} : { serial: told(mate, `show failover of ${mateOf(unit)}`) };
}

function notesOf(said: UnitSaid | undefined, unit: UnitName): readonly string[] {
  const { config, problems = [] } = said ?? {};
  const unread = [...(config?.unread ?? []), ...(config?.contexts ?? []).flatMap((one) => one.unread)];
  return [...problems, ...unread.map((line) => `running-config of ${unit}: «${line}» was not understood`)];
}

/** The guides want both units alike (ASA 5580 guide, 13-2). */
function differences({ primary, secondary }: Said): readonly string[] {
  const [ours, theirs] = [primary?.version, secondary?.version];
  if (!ours || !theirs) return [];
  return [
    ...(ours.model === theirs.model ? [] : [`the models differ: ${ours.model} and ${theirs.model}`]),
    ...(ours.firmware === theirs.firmware
      ? []
      : [`the firmware differs: ${ours.firmware} and ${theirs.firmware}`]),
    ...(ours.serial === theirs.serial
      ? [`both consoles lead to the unit with serial ${ours.serial ?? '?'}`]
      : []),
  ];
}
