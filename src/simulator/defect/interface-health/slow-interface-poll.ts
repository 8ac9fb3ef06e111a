import { inEachGroup } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that seldom looks at its interfaces. */
export const slowInterfacePoll: FirmwareDefect = {
  name: 'slow-interface-poll',
  sentence: 'The unit looks at its interfaces ten times more seldom than it is told to.',
  breaks: ['IH-LINK-DOWN', 'TIME-LINK-DOWN'],
  unit: (traits) =>
    inEachGroup(traits, (group) => ({ ...group, interfacePollMs: 10 * group.interfacePollMs })),
};
