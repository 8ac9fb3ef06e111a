import type { FailoverSettings, Requirement } from '../../pair/index.ts';
import { interfaceHealth } from '../requirement/interface-health.ts';
import { unitHealth } from '../requirement/unit-health.ts';

/** Where hellos go, how far apart, and what they tell besides that the unit is there. */
export interface HelloStream {
  readonly over: 'the failover link' | 'every data interface';
  readonly requirement: Requirement;
  readonly tells: readonly Requirement[];
  /** Milliseconds from one to the next. */
  everyMs(settings: FailoverSettings): number;
}

/** Both of them. */
export const helloStreams: readonly HelloStream[] = [
  {
    over: 'the failover link',
    requirement: unitHealth.hello,
    tells: [unitHealth.unitState, interfaceHealth.linkStatus],
    everyMs: ({ unitPollMs }) => unitPollMs,
  },
  {
    over: 'every data interface',
    requirement: interfaceHealth.hello,
    tells: [],
    everyMs: ({ interfacePollMs }) => interfacePollMs,
  },
];

/** How many hellos a watch of so long sees of one unit that misses none, where the poll may begin anywhere in it. */
export function hellosIn(
  watchMs: number,
  everyMs: number,
): { readonly least: number; readonly most: number } {
  const whole = Math.floor(watchMs / everyMs);
  return { least: whole, most: whole + 1 };
}

/** Whether an interface is watched by its hellos: the second one begins it, and missing ones count from then on. */
export const isMonitoredAfter = (hellosHeard: number): boolean => hellosHeard >= 2;

/** What is said of an interface until then; power, links and the failover cable are watched all the same. */
export const waitingSays: readonly Requirement[] = [
  interfaceHealth.secondHello,
  interfaceHealth.waitingCausesNone,
  interfaceHealth.waitingAfterFailure,
  interfaceHealth.noStandbyAddress,
  unitHealth.otherWatch,
];
