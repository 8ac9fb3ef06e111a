import type { Requirement } from '../../pair/index.ts';
import { asymmetricRouting } from '../requirement/asymmetric-routing.ts';
import { limits } from '../requirement/limit.ts';

/** A number that can be set, and between what: both ends are accepted, what lies beyond them is refused. */
export interface Range {
  readonly name: string;
  /** The command, with `#` where the number stands. */
  readonly command: string;
  readonly unit: 'seconds' | 'milliseconds' | 'characters' | 'percent' | 'number';
  readonly least: number;
  readonly most: number;
  /** Beyond `most` and up to here the guides, or what is known of live units, leave open what is accepted. */
  readonly openUpTo?: number;
  /** Where the command is entered. */
  readonly in: 'global' | 'failover-group' | 'interface';
  readonly requirement: Requirement;
}

/** Newer units take a count of up to so many interfaces. */
const mostInterfacesOfMib = 1025;

/** Every range of the guides. The commands set nothing else, so that only the number can be the reason of a refusal. */
export const ranges: readonly Range[] = [
  {
    name: 'unit poll time in seconds',
    command: 'failover polltime unit # holdtime 45',
    unit: 'seconds',
    least: 1,
    most: 15,
    in: 'global',
    requirement: limits.unitPoll,
  },
  {
    name: 'unit poll time in milliseconds',
    command: 'failover polltime unit msec # holdtime 45',
    unit: 'milliseconds',
    least: 200,
    most: 999,
    in: 'global',
    requirement: limits.unitPoll,
  },
  {
    name: 'unit hold time in seconds',
    command: 'failover polltime unit msec 200 holdtime #',
    unit: 'seconds',
    least: 1,
    most: 45,
    in: 'global',
    requirement: limits.unitHold,
  },
  {
    name: 'unit hold time in milliseconds',
    command: 'failover polltime unit msec 200 holdtime msec #',
    unit: 'milliseconds',
    least: 800,
    most: 990,
    openUpTo: 999,
    in: 'global',
    requirement: limits.unitHold,
  },
  {
    name: 'interface poll time in seconds',
    command: 'failover polltime interface # holdtime 75',
    unit: 'seconds',
    least: 1,
    most: 15,
    in: 'global',
    requirement: limits.interfacePoll,
  },
  {
    name: 'interface poll time in milliseconds',
    command: 'failover polltime interface msec # holdtime 75',
    unit: 'milliseconds',
    least: 500,
    most: 999,
    in: 'global',
    requirement: limits.interfacePoll,
  },
  {
    name: 'interface hold time',
    command: 'failover polltime interface msec 500 holdtime #',
    unit: 'seconds',
    least: 5,
    most: 75,
    in: 'global',
    requirement: limits.interfaceHold,
  },
  {
    name: 'interface poll time of a failover group in seconds',
    command: 'polltime interface # holdtime 75',
    unit: 'seconds',
    least: 1,
    most: 15,
    in: 'failover-group',
    requirement: limits.interfacePoll,
  },
  {
    name: 'interface poll time of a failover group in milliseconds',
    command: 'polltime interface msec # holdtime 75',
    unit: 'milliseconds',
    least: 500,
    most: 999,
    in: 'failover-group',
    requirement: limits.interfacePoll,
  },
  {
    name: 'interface hold time of a failover group',
    command: 'polltime interface msec 500 holdtime #',
    unit: 'seconds',
    least: 5,
    most: 75,
    in: 'failover-group',
    requirement: limits.interfaceHold,
  },
  {
    name: 'interface policy as a number',
    command: 'failover interface-policy #',
    unit: 'number',
    least: 1,
    most: 250,
    openUpTo: mostInterfacesOfMib,
    in: 'global',
    requirement: limits.policyCount,
  },
  {
    name: 'interface policy as a percentage',
    command: 'failover interface-policy #%',
    unit: 'percent',
    least: 1,
    most: 100,
    in: 'global',
    requirement: limits.policyPercent,
  },
  {
    name: 'interface policy of a failover group as a number',
    command: 'interface-policy #',
    unit: 'number',
    least: 1,
    most: 250,
    openUpTo: mostInterfacesOfMib,
    in: 'failover-group',
    requirement: limits.policyCount,
  },
  {
    name: 'interface policy of a failover group as a percentage',
    command: 'interface-policy #%',
    unit: 'percent',
    least: 1,
    most: 100,
    in: 'failover-group',
    requirement: limits.policyPercent,
  },
  {
    name: 'number of a failover group',
    command: 'failover group #',
    unit: 'number',
    least: 1,
    most: 2,
    in: 'global',
    requirement: limits.groupMax,
  },
  {
    name: 'number of an ASR group',
    command: 'asr-group #',
    unit: 'number',
    least: 1,
    most: 32,
    in: 'interface',
    requirement: asymmetricRouting.range,
  },
  {
    name: 'length of a failover key',
    command: 'failover key #',
    unit: 'characters',
    least: 1,
    most: 63,
    in: 'global',
    requirement: limits.keySecret,
  },
  {
    name: 'length of a hexadecimal failover key',
    command: 'failover key hex #',
    unit: 'characters',
    least: 32,
    most: 32,
    in: 'global',
    requirement: limits.keyHex,
  },
];
