import { sending } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit with half a data path. */
export const passesNoDatagrams: FirmwareDefect = {
  name: 'passes-no-datagrams',
  sentence: 'The active unit passes TCP and drops UDP.',
  breaks: ['OPS-TRAFFIC-AFTERWARDS'],
  unit: (traits) => sending(traits, ({ carries }) => carries !== 'udp'),
};
