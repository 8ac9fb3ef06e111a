import { passing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that keeps its neighbours to itself. */
export const dropsArpTable: FirmwareDefect = {
  name: 'drops-arp-table',
  sentence: 'The unit does not pass its ARP table to its mate.',
  breaks: ['STATE-ARP'],
  unit: (traits) => passing(traits, 'arp', false),
};
