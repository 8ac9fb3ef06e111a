import { asa96 } from './asa-9-6.ts';
import type { Dialect } from './dialect.ts';

/** ASA 9.8 to 9.10: a login is answered with the history of logins. */
export const asa98: Dialect = {
  ...asa96,
  name: 'asa-9.8',
  from: [9, 8],
  firmware: '9.8(4)',
  version: {
    ...asa96.version,
    compiled: 'Wed 24-Apr-19 17:01',
    companions: ['Device Manager Version 7.12(1)'],
    tail: ['', 'Image type          : Release', 'Key version         : A', ''],
  },
  loginHistory: true,
};
