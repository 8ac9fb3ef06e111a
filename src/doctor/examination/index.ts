import type { Examination } from '../examination.ts';
import { alike } from './alike.ts';
import { cabling } from './cabling.ts';
import { clocks } from './clocks.ts';
import { configured } from './configured.ts';
import { connections } from './connections.ts';
import { drivers } from './drivers.ts';
import { firmware } from './firmware.ts';
import { identity } from './identity.ts';
import { isolationVlans } from './isolation-vlans.ts';
import { licenses } from './licenses.ts';
import { listeners } from './listeners.ts';
import { outlets } from './outlets.ts';
import { sessions } from './sessions.ts';
import { switchPorts } from './switch-ports.ts';
import { timers } from './timers.ts';
import { vlans } from './vlans.ts';

/** Everything that is looked into. A new one is a file, and a line here. */
export const examinations: readonly Examination[] = [
  connections,
  identity,
  configured,
  alike,
  licenses,
  firmware,
  clocks,
  switchPorts,
  vlans,
  isolationVlans,
  cabling,
  outlets,
  drivers,
  listeners,
  sessions,
  timers,
];
