import type { GroupId } from '../../pair/index.ts';
import type { FailureReason } from '../failover/history.ts';
import { eventTime } from '../ground/device-time.ts';
import type { System } from '../system/system.ts';
import { mateWords, stateWords, unitWords } from './state-words.ts';

/** `show failover state`, in the form of its firmware. */
export function showFailoverState(system: System): string[] {
  return system.box.dialect.failover.stateForm === 'table' ? tableForm(system) : barForm(system);
}

/** The form of 7.x (document 77809, «Use of the show failover Command»). */
function barForm(system: System): string[] {
  const { mate: unitMate, groups } = system.process;
  const { unit } = system.failover();
  const several = groups.length > 1;
  return [
    '====My State====',
    ...groups.map(({ id, state }) => barRow(unitWords[unit], stateWords[state], several, id)),
    '====Other State====',
    ...groups.map(({ id, mate }) =>
      barRow(unitWords[unitMate.unit(unit)], mateWords(mate.state), several, id),
    ),
    '====Configuration State====',
    ...configurationState(system),
    '====Communication State====',
    ...communicationState(system),
    '=====Failed Reason=====',
    'My Fail Reason:',
    ...groups.flatMap(({ own }) => barReason(own.history.ownFailure)),
    'Other Fail Reason:',
    ...groups.flatMap(({ own }) => barReason(own.history.mateFailure)),
  ];
}

function barRow(unit: string, state: string, several: boolean, group: GroupId): string {
  return `${unit} | ${several ? `Group ${group} | ` : ''}${barWord(state)} |`;
}

function barWord(state: string): string {
  return state === 'Standby Ready' ? 'Standby' : state;
}

function barReason(failure: FailureReason | undefined): string[] {
  return failure ? [`\t${failure.reason}`] : [];
}

/** The form of 8.x and later. */
function tableForm(system: System): string[] {
  const { mate, groups } = system.process;
  const { unit } = system.failover();
  return [
    '',
    '               State          Last Failure Reason      Date/Time',
    `This host  -   ${unitWords[unit]}`,
    ...groups.flatMap(({ id, own, monitor }) => {
      const { ownFailure } = own.history;
      const head = groups.length > 1 ? `    Group ${id}` : '';
      return [
        stateRow(system, head, stateWords[own.now], ownFailure),
        ...failedInterfaces(ownFailure, monitor.readings()),
      ];
    }),
    `Other host -   ${unitWords[mate.unit(unit)]}`,
    ...groups.flatMap(({ id, own, mate: { state } }) => {
      const { mateFailure } = own.history;
      const head = groups.length > 1 ? `    Group ${id}` : '';
      const readings = mate.interfaces.filter(({ group }) => group === id);
      return [
        stateRow(system, head, mateWords(state), mateFailure),
        ...failedInterfaces(mateFailure, readings),
      ];
    }),
    '',
    '====Configuration State===',
    ...configurationState(system),
    '====Communication State===',
    ...communicationState(system),
    '',
  ];
}

function communicationState({ process }: System): string[] {
  return process.mate.serial === undefined ? [] : ['\tMac set'];
}

function stateRow(system: System, group: string, state: string, failure: FailureReason | undefined): string {
  const head = `${group.padEnd(15)}${state.padEnd(15)}`;
  if (!failure) return `${head}None`;
  return `${head}${failure.reason.padEnd(25)}${eventTime(system.toDeviceTime(failure.at))}`;
}

function failedInterfaces(
  failure: FailureReason | undefined,
  readings: readonly {
    readonly context?: string | undefined;
    readonly nameif: string;
    readonly health: string;
  }[],
): string[] {
  if (failure?.reason !== 'Ifc Failure') return [];
  return readings
    .filter(({ health }) => health === 'no-link' || health === 'failed')
    .map(
      ({ context, nameif, health }) =>
        `                              ${context === undefined ? '' : `${context} `}${nameif}: ${health === 'failed' ? 'Failed' : 'No Link'}`,
    );
}

/** A unit that has been both, the one that sends and the one that receives, shows both. */
function configurationState({ process: { sync } }: System): string[] {
  if (sync.sending) return ['\tConfig Syncing'];
  if (sync.halfDone) return ['\tConfig Syncing - STANDBY'];
  return [...(sync.sent ? ['\tSync Done'] : []), ...(sync.complete ? ['\tSync Done - STANDBY'] : [])];
}
