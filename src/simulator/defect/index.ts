import { UsageError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { UnitName } from '../../pair/index.ts';
import { bothActive } from './both-active.ts';
import { deadDataPath } from './dead-data-path.ts';
import type { Defect } from './defect.ts';
import { hangsOnCrash } from './hangs-on-crash.ts';
import { neverTakesOver } from './never-takes-over.ts';
import { outletAcknowledgesOnly } from './outlet-acknowledges-only.ts';
import { outletComesBack } from './outlet-comes-back.ts';
import { outletLosesCommands } from './outlet-loses-commands.ts';
import { outletReportsEarly } from './outlet-reports-early.ts';
import { outletReportsWish } from './outlet-reports-wish.ts';
import { outletSlow } from './outlet-slow.ts';
import { outletStaysPending } from './outlet-stays-pending.ts';
import { outletStuckOff } from './outlet-stuck-off.ts';
import { outletStuckOn } from './outlet-stuck-on.ts';
import { pduAgentRestarts } from './pdu-agent-restarts.ts';
import { pduInUse } from './pdu-in-use.ts';
import { pduLosesAnswers } from './pdu-loses-answers.ts';
import { pduOutletsStayOff } from './pdu-outlets-stay-off.ts';
import { pduOverloadedAgent } from './pdu-overloaded-agent.ts';
import { pduReadOnly } from './pdu-read-only.ts';
import { pduSlowAgent } from './pdu-slow-agent.ts';
import { pduStaggersOutlets } from './pdu-staggers-outlets.ts';
import { honestOutlet, honestPdu, type OutletTraits, type PduTraits } from './pdu-traits.ts';
import { portAcknowledgesOnly } from './port-acknowledges-only.ts';
import { slowTakeover } from './slow-takeover.ts';
import { honestTraits, type UnitTraits } from './unit-traits.ts';

export type { Defect } from './defect.ts';

/** Every defect that a simulated bench can be given. */
export const defects: readonly Defect[] = [
  neverTakesOver,
  slowTakeover,
  bothActive,
  deadDataPath,
  hangsOnCrash,
  outletAcknowledgesOnly,
  outletReportsWish,
  outletReportsEarly,
  outletStuckOn,
  outletStuckOff,
  outletStaysPending,
  outletLosesCommands,
  outletSlow,
  outletComesBack,
  pduSlowAgent,
  pduOverloadedAgent,
  pduLosesAnswers,
  pduAgentRestarts,
  pduInUse,
  pduReadOnly,
  pduStaggersOutlets,
  pduOutletsStayOff,
  portAcknowledgesOnly,
];

/** A defect as it is asked for: of one unit and what belongs to it, or of both. */
export interface WantedDefect {
  readonly defect: string;
  readonly unit?: UnitName | undefined;
}

/** The defects of one unit, and of the outlets and ports that belong to it. */
export function defectsOf(unit: UnitName, wanted: readonly WantedDefect[]): readonly Defect[] {
  return wanted
    .filter((one) => one.unit === undefined || one.unit === unit)
    .map(({ defect }) => known(defect));
}

/** How a unit with these defects behaves. */
export function traitsWith(found: readonly Defect[]): UnitTraits {
  return found.reduce((traits, { unit }) => (unit ? unit(traits) : traits), honestTraits);
}

/** How an outlet behaves that feeds units with these defects. */
export function outletTraitsWith(found: readonly Defect[]): OutletTraits {
  return found.reduce((traits, { outlet }) => (outlet ? outlet(traits) : traits), honestOutlet);
}

/** How a PDU behaves that feeds units with these defects. */
export function pduTraitsWith(found: readonly Defect[]): PduTraits {
  return found.reduce((traits, { pdu }) => (pdu ? pdu(traits) : traits), honestPdu);
}

function known(name: string): Defect {
  const found = defects.find((one) => one.name === name);
  if (found) return found;
  const names = defects.map((one) => one.name);
  throw new UsageError(
    `there is no defect ${JSON.stringify(name)} for a simulated bench${suggestion(name, names)}`,
  );
}
