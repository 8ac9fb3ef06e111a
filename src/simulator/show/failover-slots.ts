import type { UnitIdentity } from '../message/unit-identity.ts';
import type { CardReading } from '../message/failover-message.ts';
import type { System } from '../system/system.ts';

/** The row of `show failover` on the main board; a PIX has none. */
export function slot0(system: System, { model, version }: UnitIdentity): string[] {
  if (!system.box.dialect.failover.slots) return [];
  return [`\t\tslot 0: ${model} hw/sw rev (${system.box.make.revision}/${version}) status (Up Sys)`];
}

/** The row on the service card. */
export function slot1(system: System, card: CardReading | undefined): string[] {
  if (!system.box.dialect.failover.slots) return [];
  if (!card) return ['\t\tslot 1: empty'];
  const { model, hardware, software, status } = card;
  return [`\t\tslot 1: ${model} hw/sw rev (${hardware}/${software}) status (${status})`];
}
