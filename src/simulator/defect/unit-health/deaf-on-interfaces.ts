import { deafTo } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that listens on the failover link only. */
export const deafOnInterfaces: FirmwareDefect = {
  name: 'deaf-on-interfaces',
  sentence:
    'The unit hears no hello on its data interfaces: they wait for ever, and without the failover link it takes its mate for dead.',
  breaks: ['UH-ANSWERS-ELSEWHERE', 'IH-SECOND-HELLO'],
  unit: (traits) => deafTo(traits, ({ kind }) => kind === 'interface-hello'),
};
