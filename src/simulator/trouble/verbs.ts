/** The words for what can be broken by hand, and mended: one line a verb. */
import { UsageError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import { errDisableCauses, type ErrDisableCause } from '../fabric/switch/err-disable.ts';
import type { Impairment } from '../fabric/impairment.ts';
import { cableWires } from '../fabric/serial/serial-cable.ts';
import type { PduTrouble, UnitTrouble } from '../face/trouble.ts';
import { numberOf, oneOf } from './words.ts';

/** A verb with what comes behind the unit, and what it does. */
interface Verb {
  readonly usage: string;
  readonly sentence: string;
  act(trouble: UnitTrouble, words: readonly string[]): void;
}

const unitVerb = (sentence: string, act: (trouble: UnitTrouble) => void): Verb => ({
  usage: '<unit>',
  sentence,
  act,
});
const cableVerb = (sentence: string, act: (trouble: UnitTrouble, name: string) => void): Verb => ({
  usage: '<unit> <interface>',
  sentence,
  act: (trouble, [name = '']) => act(trouble, name),
});

/** Of the serial cable between two PIX. */
export const failoverCableVerbs: Readonly<Record<string, Verb>> = {
  'pull-failover-cable': unitVerb('pulls the failover cable out of the unit', (it) => it.pullFailoverCable()),
  'plug-failover-cable': {
    usage: `<unit> [${unitNames.join('|')}]`,
    sentence: 'puts the end of that mark into the unit, by itself the one that was made for it',
    act: (trouble, [end]) => trouble.plugFailoverCable(end === undefined ? undefined : oneOf(end, unitNames)),
  },
  'damage-failover-cable': {
    usage: `<unit> ${cableWires.join('|')}`,
    sentence: 'no bytes pass, or nobody can say what is at the other side',
    act: (trouble, [wires = '']) => trouble.damageFailoverCable(oneOf(wires, cableWires)),
  },
  'mend-failover-cable': unitVerb('the failover cable is as good as new', (it) => it.mendFailoverCable()),
};

/** Of one unit, its cables and its switch ports. */
export const unitVerbs: Readonly<Record<string, Verb>> = {
  hang: unitVerb('stops in its tracks with its links up; only loss of power ends it', (it) => it.hang()),
  'break-module': unitVerb('its service card dies', (it) => it.breakModule()),
  'mend-module': unitVerb('its service card is as new', (it) => it.mendModule()),
  'exhaust-memory': unitVerb('its memory is used up', (it) => it.exhaustMemory()),
  'free-memory': unitVerb('its memory is given back', (it) => it.freeMemory()),
  pull: cableVerb('pulls the cable out', (it, name) => it.pullCable(name)),
  plug: cableVerb('puts the cable back', (it, name) => it.plugCable(name)),
  isolate: cableVerb('its switch port is in a VLAN of its own: link, and no traffic', (it, name) =>
    it.isolate(name),
  ),
  reunite: cableVerb('its switch port is back in its VLAN', (it, name) => it.reunite(name)),
  impair: {
    usage: '<unit> <interface> [in|out|both] [loss <%>] [delay <ms>] [jitter <ms>] [duplicates <%>]',
    sentence: 'makes the cable bad in that direction, as seen from the unit',
    act: (trouble, [name = '', ...words]) => trouble.impair(name, impairmentOf(words)),
  },
  repair: cableVerb('makes the cable good again', (it, name) => it.repair(name)),
  portfast: {
    usage: '<unit> <interface> on|off',
    sentence: 'counts the next time that the switch port comes up',
    act: (trouble, [name = '', wish = '']) => trouble.setPortfast(name, oneOf(wish, ['on', 'off']) === 'on'),
  },
  'err-disable': {
    usage: `<unit> <interface> [${Object.keys(errDisableCauses).join('|')}]`,
    sentence: 'the switch shuts its port by itself',
    act: (trouble, [name = '', cause]) =>
      trouble.errDisable(name, cause === undefined ? undefined : causeOf(cause)),
  },
  bundle: {
    usage: '<unit> <interface> <number>|none',
    sentence: 'its switch port is shown in a port channel, or in none',
    act: (trouble, [name = '', channel = '']) =>
      trouble.bundle(name, channel === 'none' ? undefined : numberOf(channel, 1)),
  },
  ...failoverCableVerbs,
};

/** Of one PDU. */
export const pduVerbs: Readonly<Record<string, (trouble: PduTrouble) => void>> = {
  'lose-power': (it) => it.losePower(),
  'regain-power': (it) => it.regainPower(),
  'restart-agent': (it) => it.restartAgent(),
  'log-in': (it) => it.logIn(),
  'log-out': (it) => it.logOut(),
};

function impairmentOf(words: readonly string[]): Impairment & { readonly direction?: 'in' | 'out' | 'both' } {
  const [first = ''] = words;
  const hasDirection = ['in', 'out', 'both'].includes(first);
  const rest = hasDirection ? words.slice(1) : words;
  const given: Record<string, number> = {};
  for (let at = 0; at < rest.length; at += 2) {
    const key = oneOf(rest[at] ?? '', ['loss', 'delay', 'jitter', 'duplicates']);
    const isShare = key === 'loss' || key === 'duplicates';
    given[isShare ? key : `${key}Ms`] = isShare
      ? numberOf(rest[at + 1] ?? '', 0, 100) / 100
      : numberOf(rest[at + 1] ?? '', 0);
  }
  if (rest.length === 0) throw new UsageError('say what is bad: loss, delay, jitter or duplicates');
  return hasDirection ? { direction: oneOf(first, ['in', 'out', 'both']), ...given } : given;
}

function isCause(name: string): name is ErrDisableCause {
  return Object.hasOwn(errDisableCauses, name);
}

function causeOf(word: string): ErrDisableCause {
  if (isCause(word)) return word;
  return oneOf(word, Object.keys(errDisableCauses).filter(isCause));
}
