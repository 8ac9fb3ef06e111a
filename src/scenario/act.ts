import type { UpdateOffer, Where } from '../bench/index.ts';
import type { Expectation } from '../pair/index.ts';

/** What the pair notices of a command, where it is one that moves roles or failover itself. */
export type Caused =
  | 'told-active'
  | 'told-standby'
  | 'told-reset'
  | 'told-write-standby'
  | 'told-off'
  | 'told-on';

interface Expecting {
  /** What the answer must be like, all of it. */
  readonly expects: readonly Expectation[];
  /** What the answer has to show, in one sentence, for whoever reads the report. */
  readonly means: string;
  /** Ids of the requirements that hang on it. */
  readonly proves: readonly string[];
  /** A label, for later questions that are held against this answer; what was typed, if left out. */
  readonly as?: string;
  /** Asked again until it is as expected, for so many milliseconds; once, if left out. */
  readonly within?: number;
}

interface Typed extends Expecting {
  readonly on: Where;
  /** The context in which it is typed; the system execution space, or the only one, if left out. */
  readonly in?: string;
  /**
   * Lines of configuration that put back what it changes, typed when the scenario is over. What was entered and has
   * none is found by comparing the running configurations, and undone line by line.
   */
  readonly undo?: readonly string[];
  readonly causes?: Caused;
}

/** A command at the enabled prompt. */
export interface Ask extends Typed {
  readonly ask: string;
  /** What to answer when it asks back, by words of the question; one that is not foreseen is refused. */
  readonly answers?: readonly { readonly question: string; readonly answer: string }[];
}

/** Lines in configuration mode, one after the other; the first that is refused ends it. */
export interface Enter extends Typed {
  readonly enter: string | readonly string[];
}

/** A look at an instrument of the bench: what it shows is text, one thing a line. */
export interface Look extends Expecting {
  readonly look: string;
}

/** What the update server of the bench offers from now on, until something else is offered or the scenario is over. */
export interface Offer {
  readonly offer: UpdateOffer;
  /** What it is offered for, in one sentence. */
  readonly means: string;
  readonly within?: never;
}

/** One thing that a scenario does or asks beside its faults. */
export type Act = Ask | Enter | Look | Offer;

/** What is typed, line by line; of a look, the name of the instrument; of an offer, what is offered. */
export function typedBy(act: Act): readonly string[] {
  if ('offer' in act) return [offered(act.offer)];
  if ('look' in act) return [act.look];
  if ('ask' in act) return [act.ask];
  return typeof act.enter === 'string' ? [act.enter] : act.enter;
}

function offered({ image, asdm, configuration }: UpdateOffer): string {
  const things = [
    ...(image === undefined ? [] : [`image ${image}`]),
    ...(asdm === undefined ? [] : [`ASDM ${asdm}`]),
    ...(configuration ? [`the configuration with «${configuration.join('; ')}»`] : []),
  ];
  return things.join(' and ') || 'nothing';
}

/** Where an act is done, for people. */
export function placeOf(act: Act): string {
  if ('look' in act || 'offer' in act) return 'at the bench';
  const unit = act.on === 'active' || act.on === 'standby' ? `the ${act.on} unit` : act.on;
  return `on ${unit}${act.in === undefined ? '' : `, in context ${act.in}`}`;
}

/** All acts of a scenario, in the order in which they are done. */
export function actsOf(scenario: {
  readonly setup?: readonly Act[];
  readonly before?: readonly Act[];
  readonly during?: readonly Act[];
  readonly after?: readonly Act[];
}): readonly Act[] {
  const { setup = [], before = [], during = [], after = [] } = scenario;
  return [...setup, ...before, ...during, ...after];
}

/** True for an act that is undone when the scenario is over. */
export function isUndone(act: Act): act is (Ask | Enter) & { readonly undo: readonly string[] } {
  return 'on' in act && act.undo !== undefined && act.undo.length > 0;
}

/** True for an act that types configuration, or says that it changes it. What is to be refused changes nothing. */
export function changes(act: Act): boolean {
  if (!('on' in act)) return false;
  return 'enter' in act
    ? !act.expects.some((each) => 'answer' in each && each.answer === 'refused')
    : isUndone(act);
}
