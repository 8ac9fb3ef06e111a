import { booted, restart, restartPlace } from '../bench/index.ts';
import { mateOf } from '../pair/index.ts';
import type { Stimulus, UnitName } from '../pair/index.ts';
import type { Fault } from './fault.ts';

type Silence = Extract<Stimulus, { readonly stimulus: 'unit-silent' }>;

/** What to type so that a unit boots anew. */
interface Restart {
  readonly name: string;
  readonly command: string;
  /** The units it is typed on at the same time. */
  readonly on: (struck: UnitName) => readonly UnitName[];
  /** It is software that fails, which the pair may tell from a loss of power. */
  readonly by?: Silence['by'];
  /** What the pair notices when they are there again. */
  readonly healed: (struck: UnitName) => Stimulus;
}

/** Units that are told to boot: they are silent at once, and boot by themselves. To mend it is to wait for that. */
function restarted({ name, command, on, by, healed }: Restart): Fault {
  return {
    name,
    needs: ['console'],
    counts:
      by === 'software'
        ? 'it counts once the console says that the unit reboots, or has fallen silent for good'
        : 'it counts once the console says that the unit reboots',
    did: ({ unit }) =>
      on(unit)
        .map((each) => `${command} on ${each}`)
        .join(', at the same time '),
    mended: ({ unit }) =>
      `wait until ${on(unit).join(' and ')} ${on(unit).length > 1 ? 'have' : 'has'} booted`,
    stimuli: ({ unit }) => ({
      // The struck unit last: of the pair that is left over when both are told nothing can be foretold before.
      injected: on(unit)
        .toReversed()
        .map((each): Silence => ({ stimulus: 'unit-silent', unit: each, ...(by && { by }) })),
      healed: [healed(unit)],
    }),
    missing: () => undefined,
    touches: ({ topology }, { unit }) => on(unit).map((each) => restartPlace(topology, each)),
    inject: (bench, { unit }) => restart(bench, on(unit), command, by === 'software'),
    heal: (bench, { unit }) => booted(bench, on(unit)),
  };
}

const itself = (unit: UnitName): readonly UnitName[] => [unit];
const boots = (unit: UnitName): Stimulus => ({ stimulus: 'unit-booting', unit });

/** `reload noconfirm`: an orderly boot. Nothing is saved; the unit comes back with what its Flash holds. */
export const unitReload = restarted({
  name: 'unit-reload',
  command: 'reload noconfirm',
  on: itself,
  healed: boots,
});

/** A software failure: the unit is made to crash, writes down why, and boots. */
export const unitCrash = restarted({
  name: 'unit-crash',
  command: 'crashinfo force page-fault',
  on: itself,
  by: 'software',
  healed: boots,
});

/** Both units are told to boot at the same time; neither loses its power. */
export const bothUnitsBooting = restarted({
  name: 'both-units-booting',
  command: 'reload noconfirm',
  on: (unit) => [unit, mateOf(unit)],
  healed: () => ({ stimulus: 'both-units-booting' }),
});
