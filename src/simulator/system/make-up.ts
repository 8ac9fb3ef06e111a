import type { ConfigTree } from '../config/config-tree.ts';
import type { UnitIdentity } from '../message/unit-identity.ts';
import type { CardReading } from '../message/failover-message.ts';
import type { Box } from '../box/box.ts';

/** What a unit is, as its mate has to know it. */
export function identityOf(
  { model, make, cards, firmware, licence, module }: Box,
  config: ConfigTree,
): UnitIdentity {
  return {
    model,
    memoryMb: make.memoryMb,
    interfaces: cards.map(({ name }) => name),
    version: firmware,
    licence,
    mode: config.text('firewall') === undefined ? 'Routed' : 'Transparent',
    contexts: config.kind === 'system' ? 'multiple' : 'single',
    card: module?.card.model,
  };
}

/** The service card in slot 1, as `show failover` has it. */
export function cardReading({ module }: Box): CardReading | undefined {
  return module && { ...module.card, status: module.status };
}
