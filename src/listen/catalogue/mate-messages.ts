import type { KnownMessage } from './known-message.ts';

/** What a unit says of its mate: silent, failed, dark, or not its like. */
export const mateMessages: readonly KnownMessage[] = [
  {
    id: '102001',
    severity: 1,
    means: 'the other unit lost its power or reloads, as the failover cable shows',
  },
  { id: '103001', severity: 1, means: 'the other unit is not heard any more' },
  { id: '103002', severity: 1, means: 'an interface of the other unit works' },
  { id: '103003', severity: 1, means: 'an interface of the other unit failed' },
  { id: '103004', severity: 1, means: 'the other unit says that this one failed' },
  { id: '103005', severity: 1, means: 'the other unit says that it failed itself' },
  { id: '103006', severity: 1, means: 'the software of the mate cannot work with ours' },
  { id: '103007', severity: 1, means: 'the software of the mate is not the same as ours' },
  { id: '103008', severity: 1, means: 'the hardware of the mate is numbered otherwise than ours' },
  { id: '105038', severity: 1, means: 'the mate has another number of interfaces' },
  {
    id: '105039',
    severity: 1,
    means: 'the interfaces of the mate could not be counted; failover may be off there',
  },
  { id: '105040', severity: 1, means: 'the failover of the mate has an incompatible version' },
  { id: '105044', severity: 1, means: 'the mate is in another mode, single or multiple' },
  { id: '105045', severity: 1, means: 'the licence of the mate does not fit ours' },
  { id: '105046', severity: 1, means: 'the mate is another chassis' },
  { id: '105047', severity: 1, means: 'the mate has another card in a slot' },
  { id: '105048', severity: 1, means: 'the service module of the mate runs another application' },
  { id: '105050', severity: 3, means: 'the standby unit has fewer interfaces than the active one' },
];
