import type { FirmwareDefect } from '../defect.ts';

/** A unit that is too particular. */
export const refusesOtherMaintenance: FirmwareDefect = {
  name: 'refuses-other-maintenance',
  sentence: 'The unit turns failover off beside a mate of another maintenance version.',
  breaks: ['SYS-VERSIONS-DURING-UPGRADE'],
  unit: (traits) => ({
    ...traits,
    objects: (right, ours, mate) =>
      ours.version === mate.version
        ? traits.objects(right, ours, mate)
        : { kind: 'version', reason: 'Other unit has different software version' },
  }),
};
