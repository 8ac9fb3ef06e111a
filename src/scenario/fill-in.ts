import { UsageError } from '../errors.ts';
import { missingWord, wordOf } from '../bench/index.ts';
import type { Bench, UpdateOffer } from '../bench/index.ts';
import type { Expectation } from '../pair/index.ts';
import { actsOf } from './act.ts';
import type { Act } from './act.ts';
import type { Scenario } from './scenario.ts';

/** `{inside.active}`: a word of the topology, by name. A repetition in a pattern, such as `{2,3}`, begins with no letter. */
const blank = /\{([a-z][\w-]*(?:\.[\w-]+)*)\}/g;

type Cabled = Pick<Bench, 'topology'>;

/**
 * The scenario with the words of this topology in its blanks: `{inside.active}`, `{inside.standby}`, `{inside.mask}`,
 * `{inside.interface}` and `{inside.nameif}` of a data interface by its name, or by its number as in `{data.1.active}`;
 * the same of `{failover-link.…}` and `{state-link.…}`; `{data.1.spare-1}`, an address of its network that nobody has;
 * `{context.1}`, `{context.1.data.1.active}`, `{flow.1}`, `{hostname}`, `{failover-key}`. In patterns they stand for
 * themselves. Throws `UsageError` for a word that the topology has not; ask `blankMissing` first.
 */
export function filledIn<S extends Scenario>(cabled: Cabled, scenario: S): S {
  const fill = (acts: readonly Act[] = []): readonly Act[] => acts.map((act) => filledAct(cabled, act));
  const { setup, before, during, after } = scenario;
  return {
    ...scenario,
    ...(setup ? { setup: fill(setup) } : {}),
    ...(before ? { before: fill(before) } : {}),
    ...(during ? { during: fill(during) } : {}),
    ...(after ? { after: fill(after) } : {}),
  };
}

/** The first blank of a scenario for which this topology has no word, as a sentence, or nothing. */
export function blankMissing({ topology }: Cabled, scenario: Scenario): string | undefined {
  const names = [...JSON.stringify(actsOf(scenario)).matchAll(blank)].map(([, name = '']) => name);
  return names.map((name) => missingWord(topology, name)).find((why) => why !== undefined);
}

function filledAct(cabled: Cabled, act: Act): Act {
  const plain = (text: string): string => fillText(cabled, text, (word) => word);
  if ('offer' in act) return { ...act, offer: filledOffer(act.offer, plain) };
  const expects = act.expects.map((each) => filledExpectation(cabled, each));
  if ('look' in act) return { ...act, expects };
  const within = act.in === undefined ? {} : { in: plain(act.in) };
  const undo = act.undo === undefined ? {} : { undo: act.undo.map(plain) };
  if ('ask' in act) return { ...act, ...within, ...undo, expects, ask: plain(act.ask) };
  const enter = typeof act.enter === 'string' ? plain(act.enter) : act.enter.map(plain);
  return { ...act, ...within, ...undo, expects, enter };
}

function filledOffer(
  { image, asdm, configuration }: UpdateOffer,
  plain: (text: string) => string,
): UpdateOffer {
  return {
    ...(image === undefined ? {} : { image: plain(image) }),
    ...(asdm === undefined ? {} : { asdm: plain(asdm) }),
    ...(configuration ? { configuration: configuration.map(plain) } : {}),
  };
}

function filledExpectation(cabled: Cabled, expectation: Expectation): Expectation {
  const pattern = (text: string): string => fillText(cabled, text, escaped);
  if ('answer' in expectation) return expectation;
  if ('says' in expectation) return { says: pattern(expectation.says) };
  if ('lacks' in expectation) return { lacks: pattern(expectation.lacks) };
  if ('count' in expectation) return { ...expectation, count: pattern(expectation.count) };
  return { ...expectation, take: pattern(expectation.take) };
}

function fillText({ topology }: Cabled, text: string, as: (word: string) => string): string {
  return text.replace(blank, (whole: string, name: string) => {
    const word = wordOf(topology, name);
    if (word === undefined) throw new UsageError(`the topology ${topology.name} has no word for ${whole}`);
    return as(word);
  });
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
