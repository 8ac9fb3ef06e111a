/** A topology made live: opened, watched, journalled, put back. */
export { Bench, probesBoundMs } from './bench.ts';
export { missingManagement, openManagement, openManagementAt } from './asking/management.ts';
export type { ManagedRole, ManagementLogin } from './asking/management.ts';
export { bringUp, bringUpScenario, proveIdentity } from './rest/bring-up.ts';
export * from './by-hand/index.ts';
export { planRefusal } from './interlock/index.ts';
export type { PlannedAct } from './interlock/index.ts';
export { benchFolderAt, benchFolderBeside, makeBenchFolder } from './kept/bench-folder.ts';
export type { BenchFolder } from './kept/bench-folder.ts';
export * from './lease/index.ts';
export { calledAt, cablesOf, portAt } from './breaking/cable.ts';
export type { Cable } from './breaking/cable.ts';
export { carryTraffic } from './carry-traffic.ts';
export { foundByRun, restore } from './recovering/restore.ts';
export type { FoundByRun, Restored } from './recovering/restore.ts';
export { recover } from './recovering/recover.ts';
export type { Recovered } from './recovering/recover.ts';
export { closeIntent, openIntents, textFolders } from './recovering/open-intents.ts';
export type { OpenIntents } from './recovering/open-intents.ts';
export { readJournal } from './journal/read-journal.ts';
export type { WrittenIntent } from './journal/read-journal.ts';
export { quietNotebook } from './quiet-notebook.ts';
export { keepRunning } from './recovering/keep-configurations.ts';
export { putConfigurationsBack } from './recovering/put-configurations-back.ts';
export { configurationsOf, differencesBetween } from './asking/configurations.ts';
export type { Configurations, Running } from './asking/configurations.ts';
export { linesBetween } from './asking/lines-between.ts';
export { unitAt } from './asking/unit-at.ts';
export type { Where } from './asking/unit-at.ts';
export { keyWord, missingWord, wordOf } from './asking/topology-words.ts';
export { turnFailoverOff, turnFailoverOn } from './breaking/failover-switch.ts';
export { speakersIn, writing } from './opening/hear-units.ts';
export { isolatePort, isolationVlans, rejoinPort } from './breaking/isolation.ts';
export type { Dial } from './opening/dial.ts';
export { doorsOf } from './opening/doors.ts';
export type { BenchDoors, DoorsOpening, ManagedBy } from './opening/doors.ts';
export { driversOf } from './opening/drivers-of.ts';
export type { DriverInUse } from './opening/drivers-of.ts';
export type { Errands } from './errands.ts';
export type { Hands, Unlike } from './hands.ts';
export { instruments } from './instrument/index.ts';
export type { Instrument, Reading } from './instrument/index.ts';
export { groupsIn, longestPreemptMs, untilGroupsAreHome } from './groups.ts';
export { Journal } from './journal/journal.ts';
export type { Change, Changed, ChangedOf } from './journal/changed.ts';
export { portNow, outletsNow } from './breaking/prior.ts';
export { Notebook } from './notebook.ts';
export { missingForOffer, offerUpdate } from './asking/offer-update.ts';
export type { UpdateOffer } from '../listen/index.ts';
export type { Book, Deed, Effect } from './notebook.ts';
export { openConsoleLine } from './opening/open-console-line.ts';
export { openBench } from './opening/open-bench.ts';
export type { BenchOpening } from './opening/open-bench.ts';
export type { BenchParts } from './parts.ts';
export {
  boundOf,
  commandBoundMs,
  consolePlace,
  outletPlaces,
  portPlace,
  restartPlace,
} from './asking/place.ts';
export type { Place } from './asking/place.ts';
export { switchPort } from './breaking/port.ts';
export type { CabledPort } from './breaking/port.ts';
export {
  isPowered,
  isWithoutLinks,
  refuseDarkMate,
  refuseOtherLabels,
  switchPower,
} from './breaking/power.ts';
export type { FeedAt } from './breaking/power.ts';
export { silentProgress } from './progress.ts';
export type { Progress } from './progress.ts';
export { putCommand, putLines } from './asking/put-question.ts';
export type { Put, Typing } from './asking/put-question.ts';
export { reportOf } from './seen.ts';
export type { PairSeen, Seen } from './seen.ts';
export { activeUnit, missingForSteady } from './rest/steady.ts';
export { booted, restart } from './breaking/restart.ts';
export { missingRequisite, requisiteNames } from './asking/requisite.ts';
export type { Requisite } from './asking/requisite.ts';
export { StopRequested } from './stop.ts';
export { UnitConsole } from './unit-console.ts';
export { Watch } from './watch.ts';
export type { WatchPace } from './watch.ts';
export { PairUnsettled } from './rest/pair-unsettled.ts';
export { untilSteady } from './rest/until-steady.ts';
export { inWords, whoseFault } from './whose.ts';
