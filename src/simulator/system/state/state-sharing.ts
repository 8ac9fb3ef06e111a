import type { Clock } from '../../../clock.ts';
import { type FailoverState, type GroupId, isActive } from '../../../pair/index.ts';
import type { FailoverConfig } from '../../config/failover-settings.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import type { FailoverMessage } from '../../message/failover-message.ts';
import { loadingStandby, type LogicalUpdateTrouble, updateTrouble } from '../../syslog/update-messages.ts';
import type { FailoverMessages } from '../../syslog/failover-messages.ts';
import type { SystemMessage } from '../../syslog/system-message.ts';
import type { Box } from '../../box/box.ts';
import type { StateEntry } from '../../message/state-entry.ts';
import { StateExchange } from './state-exchange.ts';
import { isPassed } from './state-kinds.ts';
import type { StateTables } from './state-tables.ts';

export type { StateExchange } from './state-exchange.ts';

/** Where an execution space keeps its state, and with which group it fails over. */
interface SharedSpace {
  readonly name: string | undefined;
  readonly group: GroupId;
  readonly forwarding: { readonly tables: StateTables };
}

/** What the sharing of state needs of the unit. */
export interface SharingUnit {
  readonly clock: Clock;
  readonly box: Box;
  readonly spaces: {
    readonly multiple: boolean;
    readonly all: readonly SharedSpace[];
    find(name: string | undefined): SharedSpace | undefined;
  };
  failover(): FailoverConfig;
  interfaces(): readonly InterfaceSettings[];
  linkUp(hardware: string): boolean;
  send(over: InterfaceSettings, message: FailoverMessage): void;
  readonly process: {
    readonly mate: { readonly alive: boolean };
    group(id: GroupId): { readonly state: FailoverState; readonly mate: { readonly state: FailoverState } };
  };
  log(message: SystemMessage): void;
  report(choose: (say: FailoverMessages) => SystemMessage): void;
}

/** In these states a unit keeps what it hears over the state link. */
const holding: readonly FailoverState[] = ['bulk-sync', 'standby-ready', 'failed'];

/** The exchange of a unit's state with its mate, over the state link of its configuration. */
export function stateExchangeOf(unit: SharingUnit): StateExchange {
  const { clock, box } = unit;
  const spacesOf = (group: GroupId) => unit.spaces.all.filter((space) => space.group === group);
  return new StateExchange({
    clock,
    rowOf: ({ kind }) => box.dialect.state.rows[kind] ?? kind,
    serial: box.serial,
    get groups() {
      return unit.failover().groups.map(({ id }) => id);
    },
    configured: () => unit.failover().on && unit.failover().stateLink !== undefined,
    isActive: (group) => isActive(unit.process.group(group).state),
    mateHolds: (group) => unit.process.mate.alive && holding.includes(unit.process.group(group).mate.state),
    passes: (entry, group) => box.traits.passes(passes(unit, entry, group), entry),
    carry: (message) => {
      const link = stateLinkOf(unit);
      if (!link || link.shutdown || !unit.linkUp(link.hardware)) return false;
      unit.send(link, message);
      return true;
    },
    hasBlocks: () => box.memory.available,
    everything: (group) =>
      spacesOf(group).flatMap(({ name, forwarding }) =>
        forwarding.tables
          .everything()
          .map((entry) => ({ change: 'made' as const, entry, group, context: name })),
      ),
    forget: (group) => {
      for (const { forwarding } of spacesOf(group))
        forwarding.tables.clear((entry) => passes(unit, entry, group));
    },
    take: ({ change, entry, context, group }) => {
      if (isActive(unit.process.group(group).state)) return 'taken';
      return unit.spaces.find(context)?.forwarding.tables.take(change, entry) ?? 'unknown';
    },
    complain: (trouble, count) => complain(unit, trouble, count),
    loading: (step) => unit.log(loadingStandby(step)),
  });
}

function passes(unit: SharingUnit, entry: StateEntry, group: GroupId): boolean {
  const { groups } = unit.failover();
  const replicateHttp = groups.find(({ id }) => id === group)?.replicateHttp ?? false;
  // What either unit has for an address of its own, the other one has otherwise.
  if (entry.kind === 'arp' && isOwnAddress(unit, entry.address)) return false;
  return isPassed(entry.kind, {
    replicateHttp,
    train: unit.box.dialect.state,
    multiple: unit.spaces.multiple,
  });
}

function isOwnAddress(unit: SharingUnit, address: string): boolean {
  return unit.interfaces().some(({ active, standby }) => active === address || standby === address);
}

/** The state link: an interface of its own, or the failover link or a data interface by whose name it goes. */
function stateLinkOf(unit: SharingUnit): InterfaceSettings | undefined {
  const wanted = unit.failover().stateLink?.nameif;
  return unit.interfaces().find(({ nameif }) => nameif !== undefined && nameif === wanted);
}

function complain(unit: SharingUnit, trouble: LogicalUpdateTrouble | 'no-blocks', count: number): void {
  if (trouble === 'no-blocks') unit.report((say) => say.noBlocks());
  else unit.log(updateTrouble(trouble, count));
}
