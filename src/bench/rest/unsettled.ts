import { BenchError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { FailoverSighting } from '../../pair/index.ts';
import type { Bench } from '../bench.ts';
import { PairUnsettled } from './pair-unsettled.ts';
import { missingForSteady } from './steady.ts';
import type { Wrong } from './wrong-at-rest.ts';

/** The pair's doing, if anything was seen to be; otherwise a cable may be the reason, and nobody knows. */
export function unsettled(message: string, wrongs: readonly Wrong[]): PairUnsettled | BenchError {
  return wrongs.length > 0 ? new PairUnsettled(message, wrongs) : new BenchError('pair', message);
}

/** Whether it is about which unit is the primary one: that is wrong only of units that were told so. */
export const isOfDesignation = ({ requirements }: Wrong): boolean =>
  requirements.includes('CFG-UNIT-PRIMARY');

/** A unit on which failover was turned on, its mate silent, and that says in its last report that it is still looking for one. */
export function alone(report: FailoverSighting | undefined): readonly Wrong[] {
  if (!report?.on || report.thisHost?.state !== 'negotiation') return [];
  const message = 'primary finds no mate, and goes on looking for one instead of becoming active';
  return [{ message, requirements: ['AS-BOOTS-ALONE'] }];
}

/**
 * The pair is steady, so that the configuration was replicated, and a console that answers has said nothing of it,
 * neither at the beginning nor at the end: one line may be lost on its way, but not all of them.
 */
export function unannounced({ watch, consoles }: Bench): readonly Wrong[] {
  if (missingForSteady(watch.latest).length > 0) return [];
  return unitNames
    .filter((unit) =>
      (['replication-begun', 'replication-ended'] as const).every((said) => !consoles[unit].hasHeard(said)),
    )
    .map((unit) => ({
      message: `the console of ${unit} says nothing of the replication of the configuration, which did take place`,
      requirements:
        unit === 'primary'
          ? ['LOG-REPLICATION-BEGINS', 'LOG-REPLICATION-ENDS']
          : ['LOG-REPLICATION-RECEIVED'],
    }));
}
