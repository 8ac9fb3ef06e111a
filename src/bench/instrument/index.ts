/** What can be looked at on a bench beside its consoles, one instrument a file. */
import { consoleMessages } from './console-messages.ts';
import { errands } from './errands.ts';
import { exchanges } from './exchanges.ts';
import { syslog, traps } from './heard.ts';
import { updateServer } from './update-server.ts';
import type { Instrument } from './instrument.ts';
import { macTable } from './mac-table.ts';
import { management } from './management.ts';
import { neighbours } from './neighbours.ts';
import { newSessions } from './new-sessions.ts';
import { outlets } from './outlets.ts';
import { portCounters } from './port-counters.ts';
import { ports } from './ports.ts';
import { sessions } from './sessions.ts';

const all: readonly Instrument[] = [
  consoleMessages,
  ...errands,
  ...exchanges,
  macTable,
  management,
  neighbours,
  newSessions,
  outlets,
  portCounters,
  ports,
  sessions,
  syslog,
  traps,
  updateServer,
];

/** The instruments by their names. */
export const instruments: Readonly<Record<string, Instrument>> = Object.fromEntries(
  all.map((one) => [one.name, one]),
);
export type { Instrument, Reading } from './instrument.ts';
