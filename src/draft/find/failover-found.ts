import type { InterfacePolicy } from '../../pair/index.ts';
import type { FailoverSettingsFacts } from '../../show/index.ts';
import type { AddressFacts, FailoverFactsFound, GroupFound, LinkFound } from '../facts.ts';
import { told } from '../told.ts';
import type { Told } from '../told.ts';
import type { UnitSaid } from './ask-unit.ts';
import { capitalized } from './config-interface.ts';

/** How failover is set: the links by the configuration, the times by `show failover`, which shows defaults too. */
export function failoverFound({ failover: shown, config }: UnitSaid, whose: string): FailoverFactsFound {
  const settings = config?.failover;
  const inShow = `show failover of ${whose}`;
  const inConfig = `running-config of ${whose}`;
  const group = settings?.groups.find(({ interfacePoll }) => interfacePoll);
  const interfacePoll = group?.interfacePoll ?? settings?.interfacePoll;
  const time = (set: number | undefined, seen: number | undefined): Told<number> | undefined =>
    seen === undefined ? (set === undefined ? undefined : told(set, inConfig)) : told(seen, inShow);
  const policy = shown?.interfacePolicy ?? settings?.interfacePolicy;
  const cable = shown?.failoverLink === 'cable';
  const data = (config?.interfaces ?? []).flatMap(({ nameif }) => nameif ?? []);
  return {
    ...(cable ? { cable: told(true, inShow) } : {}),
    ...defined(
      'link',
      settings?.lanInterface?.port === undefined || cable
        ? undefined
        : linkOf(config, settings.lanInterface, inConfig),
    ),
    ...defined('stateLink', stateLinkOf(config, data, inConfig)),
    ...(settings?.key ? { keyed: told(true as const, inConfig) } : {}),
    ...defined('unitPollMs', time(settings?.unitPoll?.pollMs, shown?.unitPollMs)),
    ...defined('unitHoldMs', time(settings?.unitPoll?.holdMs ?? settings?.unitHoldMs, shown?.unitHoldMs)),
    ...defined(
      'interfacePollMs',
      group ? time(interfacePoll?.pollMs, undefined) : time(interfacePoll?.pollMs, shown?.interfacePollMs),
    ),
    ...defined(
      'interfaceHoldMs',
      group?.interfacePoll?.holdMs === undefined
        ? time(interfacePoll?.holdMs, shown?.interfaceHoldMs)
        : time(group.interfacePoll.holdMs, undefined),
    ),
    ...(policy ? { policy: told(policyWord(policy), shown?.interfacePolicy ? inShow : inConfig) } : {}),
    ...(shown?.replicatesHttp === true || settings?.replicatesHttp === true
      ? { replicatesHttp: told(true, shown?.replicatesHttp === true ? inShow : inConfig) }
      : {}),
  };
}

type Config = UnitSaid['config'];
type Named = NonNullable<FailoverSettingsFacts['lanInterface']>;

function stateLinkOf(config: Config, data: readonly string[], from: string): LinkFound | undefined {
  const state = config?.failover?.stateLink;
  if (!state) return undefined;
  const shares = state.nameif === config?.failover?.lanInterface?.nameif || data.includes(state.nameif);
  return shares ? { from, nameif: state.nameif } : linkOf(config, state, from);
}

function linkOf(config: Config, { nameif, port }: Named, from: string): LinkFound {
  const socket = port === undefined ? undefined : capitalized(port);
  const vlan = config?.interfaces.find((one) => one.interface === socket)?.vlan;
  const address = config?.failover?.addresses.find((one) => one.nameif === nameif);
  const addresses: AddressFacts | undefined = address && {
    active: address.address,
    ...(address.mask === undefined ? {} : { mask: address.mask }),
    standby: address.standby,
  };
  return {
    from,
    nameif,
    ...(socket === undefined ? {} : { interface: socket }),
    ...(vlan === undefined ? {} : { vlan }),
    ...(addresses && { addresses }),
  };
}

/** The failover groups of Active/Active, by the configuration. */
export function groupsFound({ config }: UnitSaid, whose: string): readonly GroupFound[] {
  return (config?.failover?.groups ?? []).map((one) => ({
    from: `running-config of ${whose}`,
    group: one.group,
    ...(one.prefers === undefined ? {} : { prefers: one.prefers }),
    ...(one.preempt === undefined ? {} : { preemptSeconds: one.preempt.delaySeconds }),
    ...(one.replicatesHttp === undefined ? {} : { replicatesHttp: one.replicatesHttp }),
    ...(one.interfacePolicy === undefined ? {} : { policy: policyWord(one.interfacePolicy) }),
  }));
}

function policyWord(policy: InterfacePolicy): string | number {
  return 'count' in policy ? policy.count : `${policy.percent}%`;
}

function defined<Key extends string, T>(key: Key, of: T | undefined): Partial<Record<Key, T>> {
  const record: Partial<Record<Key, T>> = {};
  if (of !== undefined) record[key] = of;
  return record;
}
