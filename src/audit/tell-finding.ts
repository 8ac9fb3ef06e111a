import { calledAt } from '../bench/index.ts';
import type { Topology } from '../topology/index.ts';
import { declared, isSame, pulsed } from './step.ts';
import type { Finding, Noticed, Pulse } from './step.ts';

/** What one pulse came to, by who noticed it. */
export function findingOf(topology: Topology, step: Pulse, noticed: readonly Noticed[]): Finding {
  const wanted = declared(step);
  const isAsDeclared =
    wanted.length === noticed.length && wanted.every((one) => noticed.some((other) => isSame(one, other)));
  const told = isAsDeclared ? asDeclared(topology, step) : otherwise(topology, step, noticed);
  return { step, outcome: isAsDeclared ? 'as-declared' : 'otherwise', noticed, told };
}

/** `inside of primary`; `primary` for a unit that fell silent. */
export function whoText(topology: Topology, { unit, socket }: Noticed): string {
  return socket === undefined ? unit : calledAt(topology, unit, socket);
}

function asDeclared(topology: Topology, step: Pulse): string {
  if (step.kind === 'port') {
    const who = calledAt(topology, step.unit, step.socket);
    return `port ${pulsed(step)} took down ${who}, and nothing else`;
  }
  if (step.darkens) return `${pulsed(step)} silenced ${step.unit}, and nobody else`;
  return `${pulsed(step)} alone silenced nobody, for ${step.unit} has other feeds`;
}

function otherwise(topology: Topology, step: Pulse, noticed: readonly Noticed[]): string {
  const seen = noticed.map((one) => whoText(topology, one)).join(' and ');
  if (step.kind === 'port') {
    const who = calledAt(topology, step.unit, step.socket);
    if (noticed.length === 0)
      return `port ${pulsed(step)} reads down, and no unit lost a link: ${who} is cabled elsewhere, or ${step.switch} says so and does nothing`;
    const isAmong = noticed.some((one) => isSame(one, { unit: step.unit, socket: step.socket }));
    return `port ${pulsed(step)} took down ${seen}, not ${isAmong ? 'only ' : ''}${who}`;
  }
  const read = step.feeds.length === 1 ? 'reads off' : 'read off';
  if (!step.darkens)
    return `${pulsed(step)} alone silenced ${seen}: it is the only feed there, and the topology gives ${step.unit} more than one`;
  if (noticed.length === 0)
    return `${pulsed(step)} ${read}, and nobody fell silent: ${step.unit} is fed from elsewhere as well, or ${pdusOf(step)} says so and does nothing`;
  const isAmong = noticed.some(({ unit }) => unit === step.unit);
  return `${pulsed(step)} silenced ${seen}, not ${isAmong ? 'only ' : ''}${step.unit}`;
}

const pdusOf = ({ feeds }: Extract<Pulse, { readonly kind: 'outlet' }>): string =>
  [...new Set(feeds.map(({ pdu }) => pdu))].join(' or ');
