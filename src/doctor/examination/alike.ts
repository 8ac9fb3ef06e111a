import { isAtLeast } from '../../topology/index.ts';
import type { VersionFacts } from '../../show/index.ts';
import type { Chart, UnitChart } from '../chart.ts';
import type { Examination } from '../examination.ts';
import { about, firstBlind } from '../row.ts';
import type { Look, Row } from '../row.ts';

/** Something that both units must have alike, and what it is where they have not. */
interface Feature {
  readonly what: string;
  readonly of: (unit: UnitChart) => Look<string>;
  readonly todo: string;
  /** The guides live with a difference, or a later firmware does. */
  readonly isLenient?: (chart: Chart) => boolean;
}

const always = (): boolean => true;

/** «Hardware Requirements» and «Software Requirements» of both guides, and «License Requirements» of document 77809. */
const features: readonly Feature[] = [
  { what: 'same model', of: ofVersion(({ model }) => model), todo: 'take two units of one model' },
  {
    what: 'same number and types of interfaces',
    of: ofVersion(({ ports }) => ports.map(({ name }) => name).join(', ') || undefined),
    todo: 'give both units the same interface cards, in the same slots',
  },
  {
    what: 'same amount of RAM',
    of: ofVersion(({ hardware }) => inHardware(hardware, /\b\d+ MB RAM\b/i)),
    todo: 'give both units the same amount of RAM',
  },
  {
    what: 'same size of Flash',
    of: ofVersion(({ hardware }) => inHardware(hardware, /^(?=.*Flash\b).*, (\d+ ?[KMG]B)$/i)),
    todo: 'they may differ; see that the smaller one has room for the images and the configuration',
    isLenient: always,
  },
  {
    what: 'same software, major and minor',
    of: ofVersion(({ firmware }) => /^\d+\.\d+/.exec(firmware)?.[0]),
    todo: 'load the same version into both',
  },
  {
    what: 'same software, to the letter',
    of: ofVersion(({ firmware }) => firmware),
    todo: 'that may be while they are upgraded; load the same version into both before anything is certified',
    isLenient: always,
  },
  {
    what: 'same context mode',
    of: ({ mode }) => ('saw' in mode ? { saw: mode.saw.contexts } : mode),
    todo: 'put both into the mode of the topology: mode single, or mode multiple',
  },
  {
    what: 'same firewall mode',
    of: ({ firewall }) => ('saw' in firewall ? { saw: firewall.saw.mode } : firewall),
    todo: 'put both into the mode of the topology: firewall transparent, or no firewall transparent',
  },
  {
    what: 'same modules',
    of: ({ modules }) =>
      'saw' in modules
        ? { saw: modules.saw.map(({ slot, cardType }) => `${slot} ${cardType}`).join(', ') }
        : modules,
    todo: 'give both units the same modules in the same slots',
  },
  {
    what: 'same licensed features',
    of: ofVersion(({ features: licensed }) =>
      licensed.length === 0 ? undefined : licensed.map(({ name, value }) => `${name} ${value}`).join(', '),
    ),
    todo: 'license both units alike',
    isLenient: ({ topology }) => isAtLeast(topology.pair.firmware, 8, 3),
  },
];

/** Both units as the guides require them: made alike, and with a licence to fail over. */
export const alike: Examination = {
  name: 'alike',
  examine: (chart) => [...features.map((feature) => compared(chart, feature)), ...asWritten(chart)],
};

function compared(chart: Chart, { what, of, todo, isLenient }: Feature): Row {
  const told = about('pair', what);
  const [primary, secondary] = [of(chart.units.primary), of(chart.units.secondary)];
  if ('blind' in primary || 'blind' in secondary)
    return told.unknown(firstBlind(primary, secondary) ?? { blind: 'not read', because: 'unread' });
  if (primary.saw === secondary.saw) return told.ok(primary.saw);
  const [ours, theirs] = differing(primary.saw, secondary.saw);
  const said = `primary: ${ours}; secondary: ${theirs}`;
  return isLenient?.(chart) ? told.warning(said, 'both alike', todo) : told.wrong(said, 'both alike', todo);
}

/** Of two lists only what the other has not; whole where they are no lists. */
function differing(a: string, b: string): readonly [string, string] {
  const [as, bs] = [a.split(', '), b.split(', ')];
  if (as.length === 1 && bs.length === 1) return [a, b];
  return [only(as, bs), only(bs, as)];
}

function only(list: readonly string[], other: readonly string[]): string {
  return list.filter((each) => !other.includes(each)).join(', ') || 'nothing that the other has not';
}

/** The modes that the topology speaks of, on both; that they are alike says not that they are right. */
function asWritten({ topology: { pair }, units }: Chart): readonly Row[] {
  const contexts = pair.contexts.length > 0 ? 'multiple' : 'single';
  return (['primary', 'secondary'] as const).flatMap((unit) => {
    const { mode, firewall } = units[unit];
    const todo = 'a bench whose pair is in another mode cannot be used by this topology: change one of them';
    const rows: Row[] = [];
    if ('saw' in mode && mode.saw.contexts !== contexts)
      rows.push(about(unit, 'context mode').wrong(mode.saw.contexts, contexts, todo));
    if ('saw' in firewall && firewall.saw.mode !== pair.firewall)
      rows.push(firewallRow(unit, firewall.saw.mode, pair.firewall));
    return rows;
  });
}

/** A unit routes as it leaves the factory; the bootstrap makes it a bridge. */
function firewallRow(unit: string, said: string, wanted: string): Row {
  const told = about(unit, 'firewall mode');
  const todo =
    '`fover run` sets it on a pair without configuration; change the topology if the pair is as wanted';
  return told.warning(said, wanted, todo);
}

function ofVersion(read: (version: VersionFacts) => string | undefined): Feature['of'] {
  return ({ version }) => {
    if ('blind' in version) return version;
    const saw = read(version.saw);
    return saw === undefined ? { blind: 'show version does not print it', because: 'unread' } : { saw };
  };
}

function inHardware(lines: readonly string[], shape: RegExp): string | undefined {
  for (const line of lines) {
    const found = shape.exec(line);
    if (found) return found[1] ?? found[0];
  }
  return undefined;
}
