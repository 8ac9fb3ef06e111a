import type { GroupId, InterfacePolicy, UnitName } from '../../pair/index.ts';
import type { ConfigTree } from './config-tree.ts';
import { oncePerRevision } from './per-revision.ts';
import { policyOf, pollTimes } from './failover-values.ts';

/** What is configured for one failover group; in Active/Standby the pair's own commands are those of the one group. */
export interface GroupSettings {
  readonly id: GroupId;
  /** The unit that the group is active on when both boot together, and that may preempt it. */
  readonly prefers: UnitName;
  /** `preempt`, and how long the group stays where it is before the preferred unit takes it. */
  readonly preempt?: { readonly afterMs: number } | undefined;
  readonly interfacePollMs: number;
  readonly interfaceHoldMs: number;
  readonly interfacePolicy: InterfacePolicy;
  readonly replicateHttp: boolean;
  /** Virtual MAC addresses by the name of the physical interface. */
  readonly macs: Readonly<Record<string, MacPair>>;
}

/** One MAC address for each role. */
export interface MacPair {
  readonly active: string;
  readonly standby: string;
}

/** The section of a failover group. */
export function groupSection(id: GroupId): string {
  return `failover group ${id}`;
}

/** The failover groups that are configured, in the order of their numbers; none in Active/Standby. */
export function configuredGroups(config: ConfigTree): readonly GroupId[] {
  return ([1, 2] as const).filter((id) => config.text(groupSection(id)) !== undefined);
}

const macsOfPair = 'failover mac address ';

/** The one group of Active/Standby: what the commands of the pair say. */
export const wholePair = oncePerRevision(readWholePair);

function readWholePair(config: ConfigTree): GroupSettings {
  const times = pollTimes(config.text('failover polltime interface'));
  return {
    id: 1,
    prefers: 'primary',
    interfacePollMs: times?.pollMs ?? 5000,
    interfaceHoldMs: times?.holdMs ?? 25_000,
    interfacePolicy: policyOf(config.text('failover interface-policy')?.split(' ')[2]),
    replicateHttp: config.text('failover replication http') !== undefined,
    macs: macsOf(
      config
        .nodes()
        .flatMap(({ text }) => (text.startsWith(macsOfPair) ? [text.slice('failover '.length)] : [])),
    ),
  };
}

/** One group of Active/Active; what it does not say itself is as for the whole pair. */
export function groupSettings(config: ConfigTree, id: GroupId): GroupSettings {
  const section = groupSection(id);
  const pair = wholePair(config);
  const times = pollTimes(config.text('polltime interface', section));
  const policy = config.text('interface-policy', section)?.split(' ')[1];
  const preempt = config.text('preempt', section);
  return {
    id,
    prefers: unitOf(config.text('prefers', section)),
    preempt: preempt === undefined ? undefined : { afterMs: Number(preempt.split(' ')[1] ?? 0) * 1000 },
    interfacePollMs: times?.pollMs ?? pair.interfacePollMs,
    interfaceHoldMs: times?.holdMs ?? pair.interfaceHoldMs,
    interfacePolicy: policy === undefined ? pair.interfacePolicy : policyOf(policy),
    replicateHttp: config.text('replication http', section) !== undefined || pair.replicateHttp,
    macs: { ...pair.macs, ...macsOf(config.section(section).map(({ text }) => text)) },
  };
}

/** `primary` unless told otherwise. */
function unitOf(text: string | undefined): UnitName {
  return text === 'secondary' ? 'secondary' : 'primary';
}

/** The lines `mac address <hardware> <active> <standby>` among others. */
function macsOf(lines: readonly string[]): Readonly<Record<string, MacPair>> {
  const words = lines.filter((line) => line.startsWith('mac address ')).map((line) => line.split(' '));
  return Object.fromEntries(
    words.map(([, , hardware = '', active = '', standby = '']) => [hardware, { active, standby }]),
  );
}
