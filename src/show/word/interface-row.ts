import type { InterfaceHealth, InterfaceMonitoring, InterfaceReport } from '../../pair/index.ts';
import { shaped } from '../line/fields.ts';

const healthOfWord: Readonly<Record<string, InterfaceHealth>> = {
  normal: 'normal',
  testing: 'testing',
  'link down': 'link-down',
  'no link': 'no-link',
  'no traffic': 'no-traffic',
  failed: 'failed',
  unknown: 'unknown',
};

const monitoringOfWord: Readonly<Record<string, InterfaceMonitoring>> = {
  monitored: 'monitored',
  'not-monitored': 'not-monitored',
  'not monitored': 'not-monitored',
  waiting: 'waiting',
  shutdown: 'shutdown',
};

/** `Normal`, `Link Down`, …: tables 13-8 and 13-9 of the ASA 5580 guide, and `No Traffic` of 9.23. */
export function healthWord(text: string): InterfaceHealth | undefined {
  return healthOfWord[text.toLowerCase()];
}

/**
 * `[context ]Interface nameif (address): health[ (monitoring)]`. Addresses are IPv4, IPv6 or both with a slash;
 * `x` is let pass in them, because outputs are often made anonymous that way.
 */
export const interfaceRow = shaped(
  /^(?:(\S+) )?Interface (\S+) \(([0-9a-fx.:/%]+)\): ([a-z ]+)(?: \(([a-z -]+)\))?$/i,
  (context = '', nameif = '', address = '', condition = '', suffix = ''): InterfaceReport | undefined => {
    const sight = conditionWords(condition.trim(), suffix);
    if (sight === undefined) return undefined;
    const row = { nameif, address, ...sight };
    return context === '' ? row : { context, ...row };
  },
);

type Condition = Pick<InterfaceReport, 'health' | 'monitoring'>;

function conditionWords(condition: string, suffix: string): Condition | undefined {
  // The tables of the guide list a bare `Waiting` among the conditions; nothing is known of the health then.
  if (condition.toLowerCase() === 'waiting' && suffix === '')
    return { health: 'unknown', monitoring: 'waiting' };
  const health = healthWord(condition);
  const monitoring = suffix === '' ? 'unstated' : monitoringOfWord[suffix.toLowerCase()];
  return health === undefined || monitoring === undefined ? undefined : { health, monitoring };
}
