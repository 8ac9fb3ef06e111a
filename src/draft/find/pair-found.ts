import { physicalOf } from '../../topology/index.ts';
import type { ContextFound, InterfaceFound, PairFacts } from '../facts.ts';
import { told } from '../told.ts';
import type { UnitSaid } from './ask-unit.ts';
import { failoverFound, groupsFound } from './failover-found.ts';
import type { RunningConfig } from './running-config.ts';

/** The pair as one of its units describes it; both have the same configuration. */
export function pairFound(said: UnitSaid, whose: string): PairFacts {
  const { version, config, failover } = said;
  const inVersion = `show version of ${whose}`;
  const inConfig = `running-config of ${whose}`;
  const groups = groupsFound(said, whose);
  const configured =
    config?.failover?.lanInterface ?? (failover?.failoverLink === 'cable' ? 'cable' : undefined);
  const hostname = config?.hostname ?? version?.hostname;
  const mode = groups.length > 0 ? 'active-active' : 'active-standby';
  return {
    ...(version
      ? {
          platform: told(/pix/i.test(version.product) ? ('pix' as const) : ('asa' as const), inVersion),
          model: told(version.model, inVersion),
          firmware: told(version.firmware, inVersion),
        }
      : {}),
    ...(configured === undefined ? {} : { mode: told(mode, inConfig) }),
    ...(config?.transparent === true ? { firewall: told('transparent' as const, inConfig) } : {}),
    ...(config?.managed ? { managementAddress: told(config.managed, inConfig) } : {}),
    ...(hostname === undefined
      ? {}
      : { hostname: told(hostname, config?.hostname === undefined ? inVersion : inConfig) }),
    failover: failoverFound(said, whose),
    interfaces:
      config && config.contexts.length === 0 ? interfacesOf(config, config, undefined, inConfig) : [],
    contexts: contextsFound(said, whose),
    groups,
  };
}

function contextsFound({ config, contexts }: UnitSaid, whose: string): readonly ContextFound[] {
  if (!config) return [];
  return config.contexts.map(({ name, group, mapped }) => {
    const own = contexts.get(name)?.config;
    const from = `running-config of ${whose}, context ${name}`;
    return {
      from,
      name,
      ...(group === undefined || config.failover?.groups.length === 0 ? {} : { group }),
      admin: name === config.admin,
      interfaces: own ? interfacesOf(own, config, mapped, from) : [],
    };
  });
}

/** The interfaces that have a name; VLANs and virtual MAC addresses stand where the system is configured. */
function interfacesOf(
  own: RunningConfig,
  system: RunningConfig,
  mapped: ReadonlyMap<string, string> | undefined,
  from: string,
): readonly InterfaceFound[] {
  return own.interfaces.flatMap((one): readonly InterfaceFound[] => {
    if (one.nameif === undefined) return [];
    const socket = mapped?.get(one.interface) ?? one.interface;
    const vlan = one.vlan ?? system.interfaces.find((each) => each.interface === socket)?.vlan;
    const macs = one.macs ?? virtualMacs(system, socket);
    const monitored = own.monitored.get(one.nameif) ?? physicalOf(socket) === socket;
    return [
      {
        from,
        interface: socket,
        nameif: one.nameif,
        ...(vlan === undefined ? {} : { vlan }),
        ...(one.securityLevel === undefined ? {} : { securityLevel: one.securityLevel }),
        ...(one.addresses ? { addresses: one.addresses } : {}),
        ...(macs ? { macs } : {}),
        monitored,
      },
    ];
  });
}

function virtualMacs({ failover }: RunningConfig, socket: string): InterfaceFound['macs'] {
  const all = [...(failover?.macs ?? []), ...(failover?.groups ?? []).flatMap(({ macs }) => macs)];
  const found = all.find(({ port }) => port.toLowerCase() === socket.toLowerCase());
  return found && { active: found.active, standby: found.standby };
}
