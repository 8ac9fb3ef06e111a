/** IF-MIB (RFC 2863), the objects that we use. */
export const sysUpTime = '1.3.6.1.2.1.1.3.0';
export const ifDescr = '1.3.6.1.2.1.2.2.1.2';
export const ifAdminStatus = '1.3.6.1.2.1.2.2.1.7';
export const ifOperStatus = '1.3.6.1.2.1.2.2.1.8';
/** The value of sysUpTime when the port entered its present state. */
export const ifLastChange = '1.3.6.1.2.1.2.2.1.9';
export const ifName = '1.3.6.1.2.1.31.1.1.1.1';
/** The description that people gave a port. */
export const ifAlias = '1.3.6.1.2.1.31.1.1.1.18';
/** The value of sysUpTime when a port came or went last. */
export const ifTableLastChange = '1.3.6.1.2.1.31.1.5.0';
/** Whether the switch sends a notification when the link of a port comes or goes: 1 is yes, 2 is no. */
export const ifLinkUpDownTrapEnable = '1.3.6.1.2.1.31.1.1.1.14';
/** In units of a million bits a second. */
export const ifHighSpeed = '1.3.6.1.2.1.31.1.1.1.15';

/** Counters of a port, by what they count: those of 64 bits, and those of 32 for agents that have no others. */
export const counters = {
  received: {
    unicast: ['1.3.6.1.2.1.31.1.1.1.7', '1.3.6.1.2.1.2.2.1.11'],
    multicast: ['1.3.6.1.2.1.31.1.1.1.8', '1.3.6.1.2.1.31.1.1.1.2'],
    broadcast: ['1.3.6.1.2.1.31.1.1.1.9', '1.3.6.1.2.1.31.1.1.1.3'],
    octets: ['1.3.6.1.2.1.31.1.1.1.6', '1.3.6.1.2.1.2.2.1.10'],
    discards: ['1.3.6.1.2.1.2.2.1.13'],
  },
  sent: {
    unicast: ['1.3.6.1.2.1.31.1.1.1.11', '1.3.6.1.2.1.2.2.1.17'],
    multicast: ['1.3.6.1.2.1.31.1.1.1.12', '1.3.6.1.2.1.31.1.1.1.4'],
    broadcast: ['1.3.6.1.2.1.31.1.1.1.13', '1.3.6.1.2.1.31.1.1.1.5'],
    octets: ['1.3.6.1.2.1.31.1.1.1.10', '1.3.6.1.2.1.2.2.1.16'],
    discards: ['1.3.6.1.2.1.2.2.1.19'],
  },
} as const;

/** What ifAdminStatus is set to. */
export const adminValue = { up: 1, down: 2 } as const;

const adminWords: Readonly<Record<number, 'up' | 'down' | 'testing'>> = { 1: 'up', 2: 'down', 3: 'testing' };
const operWords: Readonly<Record<number, 'up' | 'down'>> = { 1: 'up', 2: 'down' };

/** `undefined` for a value that the MIB does not have. */
export function adminWord(value: number): 'up' | 'down' | 'testing' | undefined {
  return adminWords[value];
}

/** Anything but up and down (testing, dormant, not present, …) carries nothing, and is `other`. */
export function operWord(value: number): 'up' | 'down' | 'other' {
  return operWords[value] ?? 'other';
}

/** TimeTicks are hundredths of a second in 32 bits; they begin again after 497 days. */
export function elapsedMs(sinceTicks: number, nowTicks: number): number {
  return ((nowTicks - sinceTicks + 2 ** 32) % 2 ** 32) * 10;
}
