import type { FailoverSettings, InterfacePolicy, UnitName } from '../../pair/index.ts';
import type { ConfigTree } from './config-tree.ts';

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
}

/** Reads the failover commands; timers that are not configured have their defaults. */
export function failoverSettings(config: ConfigTree): FailoverConfig {
  const unitTimes = pollTimes(config.text('failover polltime unit'));
  const interfaceTimes = pollTimes(config.text('failover polltime interface'));
  return {
    on: config.text('failover') !== undefined,
    unit: config.text('failover lan unit') === 'failover lan unit primary' ? 'primary' : 'secondary',
    link: linkSettings(config, config.text('failover lan interface')?.split(' ').slice(3)),
    stateLink: stateLinkSettings(config),
    unitPollMs: unitTimes?.pollMs ?? 1000,
    unitHoldMs: unitTimes?.holdMs ?? 15_000,
    interfacePollMs: interfaceTimes?.pollMs ?? 5000,
    interfaceHoldMs: interfaceTimes?.holdMs ?? 25_000,
    interfacePolicy: policy(config.text('failover interface-policy')),
    key: config.text('failover key')?.replace(/^failover key (hex )?/, ''),
    replicateHttp: config.text('failover replication http') !== undefined,
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

/** `failover polltime unit msec 300 holdtime 2`, as it is stored: always with its hold time. */
function pollTimes(
  text: string | undefined,
): { readonly pollMs: number; readonly holdMs: number } | undefined {
  const match = / (msec )?(\d+) holdtime (msec )?(\d+)$/.exec(text ?? '');
  if (!match) return undefined;
  const [, pollUnit, poll, holdUnit, hold] = match;
  return {
    pollMs: Number(poll) * (pollUnit === undefined ? 1000 : 1),
    holdMs: Number(hold) * (holdUnit === undefined ? 1000 : 1),
  };
}

function policy(text: string | undefined): InterfacePolicy {
  const word = text?.split(' ')[2] ?? '1';
  const number = Number.parseInt(word, 10);
  return word.endsWith('%') ? { percent: number } : { count: number };
}
