import type { FailoverSettings, UnitName } from '../../pair/index.ts';
import type { ConfigTree } from './config-tree.ts';
import { oncePerRevision } from './per-revision.ts';
import { pollTimes } from './failover-values.ts';
import { configuredGroups, type GroupSettings, groupSettings, wholePair } from './group-settings.ts';

/** The failover link or state link of a configuration; without `hardware` it shares another interface. */
export interface LinkSettings {
  readonly nameif: string;
  readonly hardware?: string | undefined;
  readonly active?: string | undefined;
  readonly mask?: string | undefined;
  readonly standby?: string | undefined;
}

/** Everything that the `failover` commands of a configuration say. */
export interface FailoverConfig extends FailoverSettings {
  readonly on: boolean;
  /** `secondary` unless configured otherwise (configuration guide, «Configuring the Secondary Unit»). */
  readonly unit: UnitName;
  readonly link?: LinkSettings | undefined;
  readonly stateLink?: LinkSettings | undefined;
  readonly key?: string | undefined;
  readonly replicateHttp: boolean;
  readonly interfaceHoldMs: number;
  /** Active/Active is what a configuration with `failover group` sections is. */
  readonly mode: 'active-standby' | 'active-active';
  /** What fails over: the one group of Active/Standby, or both of Active/Active, in the order of their numbers. */
  readonly groups: readonly GroupSettings[];
}

/** Reads the failover commands; timers that are not configured have their defaults. */
export const failoverSettings = oncePerRevision(readFailover);

function readFailover(config: ConfigTree): FailoverConfig {
  const unitTimes = pollTimes(config.text('failover polltime unit'));
  const pair = wholePair(config);
  const isActiveActive = configuredGroups(config).length > 0;
  return {
    on: config.text('failover') !== undefined,
    unit: config.text('failover lan unit') === 'failover lan unit primary' ? 'primary' : 'secondary',
    link: linkSettings(config, config.text('failover lan interface')?.split(' ').slice(3)),
    stateLink: stateLinkSettings(config),
    unitPollMs: unitTimes?.pollMs ?? 1000,
    unitHoldMs: unitTimes?.holdMs ?? 15_000,
    interfacePollMs: pair.interfacePollMs,
    interfaceHoldMs: pair.interfaceHoldMs,
    interfacePolicy: pair.interfacePolicy,
    key: config.text('failover key')?.replace(/^failover key (hex )?/, ''),
    replicateHttp: pair.replicateHttp,
    mode: isActiveActive ? 'active-active' : 'active-standby',
    groups: isActiveActive ? ([1, 2] as const).map((id) => groupSettings(config, id)) : [pair],
  };
}

/** The state link; where it shares a data interface, or the failover link, it has no interface of its own. */
function stateLinkSettings(config: ConfigTree): LinkSettings | undefined {
  const [nameif = '', hardware] = config.text('failover link')?.split(' ').slice(2) ?? [];
  if (nameif === '') return undefined;
  const isShared =
    config.text('nameif', `interface ${hardware ?? ''}`) === `nameif ${nameif}` ||
    config.text('failover lan interface') === `failover lan interface ${nameif} ${hardware ?? ''}`;
  return linkSettings(config, isShared ? [nameif] : [nameif, ...(hardware === undefined ? [] : [hardware])]);
}

function linkSettings(config: ConfigTree, words: readonly string[] | undefined): LinkSettings | undefined {
  const [nameif, hardware] = words ?? [];
  if (nameif === undefined) return undefined;
  const [, , , , active, mask, , standby] = config.text(`failover interface ip ${nameif}`)?.split(' ') ?? [];
  return { nameif, hardware, active, mask, standby };
}
