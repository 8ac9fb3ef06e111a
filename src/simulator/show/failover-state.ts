import type { FailureReason } from '../failover/history.ts';
import { eventTime } from '../system/device-time.ts';
import type { System } from '../system/system.ts';
import { atLeast } from './firmware.ts';
import { mateWords, stateWords, unitWords } from './state-words.ts';

/** `show failover state`, in the form of its firmware. */
export function showFailoverState(system: System): string[] {
  return atLeast(system.box.firmware, 8, 0) ? tableForm(system) : barForm(system);
}

/** The form of 7.x (document 77809, «Use of the show failover Command»). */
function barForm(system: System): string[] {
  const { process } = system;
  const { unit } = system.failover();
  const { mate, own } = process;
  return [
    '====My State====',
    `${unitWords[unit]} | ${barWord(stateWords[process.state])} |`,
    '====Other State====',
    `${unitWords[mate.unit(unit)]} | ${barWord(mateWords(mate.state))} |`,
    '====Configuration State====',
    ...configurationState(system),
    '====Communication State====',
    ...communicationState(system),
    '=====Failed Reason=====',
    'My Fail Reason:',
    ...barReason(own.history.ownFailure),
    'Other Fail Reason:',
    ...barReason(own.history.mateFailure),
  ];
}

function barWord(state: string): string {
  return state === 'Standby Ready' ? 'Standby' : state;
}

function barReason(failure: FailureReason | undefined): string[] {
  return failure ? [`\t${failure.reason}`] : [];
}

/** The form of 8.x and later. */
function tableForm(system: System): string[] {
  const { process } = system;
  const { unit } = system.failover();
  const { mate, own } = process;
  return [
    '',
    '               State          Last Failure Reason      Date/Time',
    `This host  -   ${unitWords[unit]}`,
    stateRow(system, stateWords[process.state], own.history.ownFailure),
    ...failedInterfaces(own.history.ownFailure, process.monitor.readings()),
    `Other host -   ${unitWords[mate.unit(unit)]}`,
    stateRow(system, mateWords(mate.state), own.history.mateFailure),
    ...failedInterfaces(own.history.mateFailure, mate.interfaces),
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

function stateRow(system: System, state: string, failure: FailureReason | undefined): string {
  const head = `               ${state.padEnd(15)}`;
  if (!failure) return `${head}None`;
  return `${head}${failure.reason.padEnd(25)}${eventTime(system.toDeviceTime(failure.at))}`;
}

function failedInterfaces(
  failure: FailureReason | undefined,
  readings: readonly { readonly nameif: string; readonly health: string }[],
): string[] {
  if (failure?.reason !== 'Ifc Failure') return [];
  return readings
    .filter(({ health }) => health === 'no-link' || health === 'failed')
    .map(
      ({ nameif, health }) =>
        `                              ${nameif}: ${health === 'failed' ? 'Failed' : 'No Link'}`,
    );
}

function configurationState(system: System): string[] {
  const { sync, mate } = system.process;
  if (sync.sending) return ['\tConfig Syncing'];
  if (sync.halfDone) return ['\tConfig Syncing - STANDBY'];
  const sent = mate.state === 'standby-ready' && !sync.complete ? ['\tSync Done'] : [];
  return sync.complete ? ['\tSync Done - STANDBY'] : sent;
}
