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
 * `[context ]Interface nameif (address): health[ (monitoring)]`. Addresses are IPv4, IPv6 or both with a slash, and
 * kept as printed: outputs are often made anonymous there.
 */
export const interfaceRow = shaped(
  /^(?:(\S+) )?Interface (\S+) \(([^\s()]+)\): ?([a-z ]+)(?: \(([a-z -]+)\))?$/i,
  (context = '', nameif = '', address = '', condition = '', suffix = ''): InterfaceReport | undefined => {
    const sight = conditionWords(condition.trim(), suffix);
    if (sight === undefined) return undefined;
    const row = { nameif, address, ...sight };
    return context === '' ? row : { context, ...row };
  },
);

type Condition = Pick<InterfaceReport, 'health' | 'monitoring'>;

/**
 * Marks that stand alone. The tables of the guide list a bare `Waiting` among the conditions: nothing is known of
 * the health then. An interface that is shut down is administratively down.
 */
const conditionOfMark: Readonly<Record<string, Condition>> = {
  waiting: { health: 'unknown', monitoring: 'waiting' },
  shutdown: { health: 'link-down', monitoring: 'shutdown' },
};

function conditionWords(condition: string, suffix: string): Condition | undefined {
  const alone = suffix === '' ? conditionOfMark[condition.toLowerCase()] : undefined;
  if (alone !== undefined) return alone;
  const health = healthWord(condition);
  const monitoring = suffix === '' ? 'unstated' : monitoringOfWord[suffix.toLowerCase()];
  return health === undefined || monitoring === undefined ? undefined : { health, monitoring };
}
