import type { FirmwareDefect } from '../defect.ts';

/** A unit that takes over in slow motion. */
export const slowPromotion: FirmwareDefect = {
  name: 'slow-promotion',
  sentence: 'The unit takes some five seconds from the decision to become active until it is.',
  breaks: ['TIME-UNIT-LOSS', 'AS-TAKEOVER'],
  unit: (traits) => ({ ...traits, promotionFactor: 50 }),
};
