/** What should have happened: the published behaviour as arithmetic on the words of failover. */
export type { Becomes, Predicted, Stays } from './rule.ts';
export type { GroupState, GroupView, PairState } from './pair-state.ts';
export { viewsOf } from './pair-state.ts';
export { requirements } from './requirements.ts';
export { families } from './requirement/families.ts';
export { activeActive } from './requirement/active-active.ts';
export { activeStandby } from './requirement/active-standby.ts';
export { operation } from './requirement/operation.ts';
export { verification } from './requirement/verification.ts';
export { predict } from './predict.ts';
export { rules } from './rules.ts';
export { stateAfter } from './state-after.ts';
export { waitingMs } from './window.ts';

/** Stimuli that come one after the other, before the pair is done with the one before. */
export { foretellCourse } from './course/foretell-course.ts';
export type { Cancelled, Foretold, Timed } from './course/foretell-course.ts';
export { noticedMs } from './course/noticed.ts';

/** What the units say of the links between them. */
export { linkRules, predictLinks } from './link/predict-links.ts';
export type { LinkName, LinkPrediction } from './link/link-rule.ts';

/** What holds whatever is asked of a pair. */
export { invariants } from './invariant/invariants.ts';
export type { Invariant } from './invariant/invariants.ts';
export { roleMove } from './invariant/role-move.ts';
export type { RoleMove } from './invariant/role-move.ts';

/** What is there after a failover. */
export { survivesFailover } from './survival/survives-failover.ts';
export type { StatefulSetting, Survival } from './survival/survives-failover.ts';
export { stateInformation } from './survival/state-information.ts';
export type { StateInformation, StateKind } from './survival/state-information.ts';

/** Who answers for which address with which MAC address. */
export { addressOwners, linkOwners } from './address/address-owners.ts';
export type { Answer, Owners } from './address/address-owners.ts';
export { addressMoves, sharedMacs } from './address/address-moves.ts';
export type { AddressMove } from './address/address-moves.ts';
export type { MacPair, MacSetting } from './address/interface-addresses.ts';
export { exchanged, macHistoryAfter } from './address/mac-history.ts';
export type { MacHistory } from './address/mac-history.ts';
export { defaultGroupMac, virtualMac } from './address/virtual-mac.ts';

/** Which commands reach the mate, and from where. */
export { commandRows, replicated } from './replication/replicated.ts';
export type { Entered, Replicated } from './replication/replicated.ts';
export { flowOf } from './replication/entered-where.ts';
export type { Flow, Space } from './replication/entered-where.ts';
export { synchronizedFrom } from './replication/synchronized-from.ts';
export type { Synchronization } from './replication/synchronized-from.ts';

/** What can be configured, and what is refused. */
export { ranges } from './limits/ranges.ts';
export type { Range } from './limits/ranges.ts';
export { defaults, forbiddenBy, ratios } from './limits/ratios.ts';
export type { Ratio } from './limits/ratios.ts';
export { boundaries } from './limits/boundaries.ts';
export type { Boundary } from './limits/boundaries.ts';
export { refusals } from './limits/refusals.ts';
export type { Refusal } from './limits/refusals.ts';

/** What comes of a command that is sent with `failover exec`. */
export { execCommands, execCustoms } from './execution/exec-commands.ts';
export type { ExecCommand, ExecTarget } from './execution/exec-commands.ts';
export { execAnswer, execUnit } from './execution/exec-answer.ts';
export type { ExecAnswer, ExecSent } from './execution/exec-answer.ts';
export { execModeShown, execModesAfter, firstExecModes } from './execution/exec-mode.ts';
export type { ExecMode, ExecModes } from './execution/exec-mode.ts';

/** What the units say of themselves, and when. */
export { systemMessages } from './message/system-messages.ts';
export type { MessageName, SystemMessage } from './message/system-messages.ts';
export { readMessage } from './message/read-message.ts';
export type { ReadMessage } from './message/read-message.ts';
export { messagesOf, speakersOf } from './message/messages-of.ts';
export type { SentMessage } from './message/messages-of.ts';
export { consoleTexts, replicationTexts } from './message/console-texts.ts';
export type { ConsoleText } from './message/console-texts.ts';

/** What the commands of verification display. */
export { shownConditions, shownIn, shownLines } from './shown/shown-in.ts';
export type { ShowSetup, Shown, ShownLine } from './shown/shown-in.ts';
export { shownCommands } from './shown/shown-commands.ts';
export type { ShownBy } from './shown/shown-commands.ts';

/** What two units must have in common, what a kind of failover needs, and how they are cabled. */
export { mustBeEqual, unlike } from './alike/must-be-equal.ts';
export type { Likeness } from './alike/must-be-equal.ts';
export { preconditions, standsAgainst } from './alike/pair-possible.ts';
export type { FailoverKind, Precondition } from './alike/pair-possible.ts';
export { cablings, findsRoom, latencyIs } from './alike/cabling.ts';
export type { Cabling } from './alike/cabling.ts';
export type { UnitMake } from './alike/unit-make.ts';

/** How units and interfaces are found to be well. */
export { hellosIn, helloStreams, isMonitoredAfter } from './health/hello-cadence.ts';
export type { HelloStream } from './health/hello-cadence.ts';
export { interfaceTests, longestTestsMs, testedInterface } from './health/interface-tests.ts';
export type { Heard, InterfaceTest, Tested } from './health/interface-tests.ts';
export { askedEverywhereWindow, isNoticedSooner, mateAnswers } from './health/unit-probe.ts';
export type { MateAnswer } from './health/unit-probe.ts';

/** Where a packet goes whose connection another unit or interface has. */
export { packetFate } from './routing/packet-fate.ts';
export type { PacketFate, StrayPacket } from './routing/packet-fate.ts';

/** How a pair is updated from an Auto Update Server. */
export { updateConditions, updateHindrances } from './update/may-update.ts';
export type { UpdateCondition, UpdateMoment } from './update/may-update.ts';
export { updateSteps } from './update/update-steps.ts';
export type { Outdated, UpdateStep } from './update/update-steps.ts';

/** What of all this a set of runs exercised. */
export { modelCoverage } from './coverage/model-coverage.ts';
export type { Covered, ModelCoverage } from './coverage/model-coverage.ts';
export type { Run } from './coverage/step.ts';
export { compoundStates } from './coverage/compound-states.ts';
export { tableRows } from './coverage/table-rows.ts';
export { allTransitions } from './coverage/all-transitions.ts';

/** Everything in this room that serves a requirement. */
export { claims } from './claims.ts';
export type { Claim } from './claims.ts';
