import type { FailoverSettings, Requirement } from '../../pair/index.ts';
import { unitHealth } from '../requirement/unit-health.ts';
import { unitLossWindow } from '../window.ts';
import type { Window } from '../window.ts';

/** Where a mate that is silent on the failover link answers when it is asked on every interface, and what follows. */
export interface MateAnswer {
  readonly answers: 'on the failover link' | 'elsewhere' | 'nowhere';
  readonly failsOver: boolean;
  readonly failoverLink: 'normal' | 'failed';
  readonly mateIs: 'as before' | 'failed';
  readonly requirement: Requirement;
}

/** The three answers of «Unit Health Monitoring». */
export const mateAnswers: readonly MateAnswer[] = [
  {
    answers: 'on the failover link',
    failsOver: false,
    failoverLink: 'normal',
    mateIs: 'as before',
    requirement: unitHealth.answersOnLink,
  },
  {
    answers: 'elsewhere',
    failsOver: false,
    failoverLink: 'failed',
    mateIs: 'as before',
    requirement: unitHealth.answersElsewhere,
  },
  {
    answers: 'nowhere',
    failsOver: true,
    failoverLink: 'failed',
    mateIs: 'failed',
    requirement: unitHealth.silentEverywhere,
  },
];

/**
 * When a unit that hears nothing on the failover link begins to ask on every interface, in milliseconds after its mate
 * fell silent: one place says after two polling periods, another after three hellos in a row; the last hello left up
 * to one poll before.
 */
export const askedEverywhereWindow = ({ unitPollMs }: FailoverSettings): Window => ({
  earliestMs: unitPollMs,
  latestMs: 4 * unitPollMs,
});

/** True if a lost unit is certain to be noticed sooner with these timers than with the others. */
export const isNoticedSooner = (these: FailoverSettings, others: FailoverSettings): boolean =>
  unitLossWindow(these).latestMs < unitLossWindow(others).earliestMs;

/** What the functions beside the table say. */
export const unitProbeSays: readonly Requirement[] = [unitHealth.missedHellos, unitHealth.fasterPoll];
