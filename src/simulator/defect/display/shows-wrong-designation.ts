import { printing } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that introduces itself by the wrong name. */
export const showsWrongDesignation: FirmwareDefect = {
  name: 'shows-wrong-designation',
  sentence: '`show failover` calls every unit Secondary.',
  breaks: ['OPS-SHOWS-BOTH-STATES'],
  unit: (traits) => printing(traits, (line) => line.replace(/^(\t\w+ host: )Primary/, '$1Secondary')),
};
