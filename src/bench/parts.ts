import type { Clock } from '../clock.ts';
import type { Pdu, Switch } from '../device/index.ts';
import type { Ears, UpdateServer } from '../listen/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Secrets, Topology } from '../topology/index.ts';
import type { Dial } from './opening/dial.ts';
import type { Errands } from './errands.ts';
import type { Hands } from './hands.ts';
import type { BenchFolder } from './kept/bench-folder.ts';
import type { Fence } from './lease/index.ts';
import type { Journal } from './journal/journal.ts';
import type { Notebook } from './notebook.ts';
import type { Progress } from './progress.ts';
import type { TimeWatch } from './time-watch.ts';
import type { UnitConsole } from './unit-console.ts';
import type { Watch } from './watch.ts';

/** An update server, and how to end it. */
export interface UpdatesServed {
  readonly server: UpdateServer;
  close(): Promise<void>;
}

/** Everything that is open while a bench lives. */
export interface BenchParts {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly notebook: Notebook;
  readonly journal: Journal;
  readonly consoles: Readonly<Record<UnitName, UnitConsole>>;
  readonly switches: ReadonlyMap<string, Switch>;
  readonly pdus: ReadonlyMap<string, Pdu>;
  /** What is kept of the bench between runs; left out where it ends with the process. */
  readonly kept?: BenchFolder | undefined;
  readonly watch: Watch;
  /** Notices when we stood still; left out where time is virtual. */
  readonly timeWatch?: TimeWatch | undefined;
  /** Begins lines where the bench is not reached over TCP, before what the topology says. */
  readonly dial?: Dial | undefined;
  /** Where hosts beside the pair can be told to deal with the pair itself. */
  readonly errands?: Errands | undefined;
  /** Where units can be exchanged for others. */
  readonly hands?: Hands | undefined;
  /** The file where host keys are pinned that the topology says nothing of; without it, they are refused. */
  readonly knownHosts?: string | undefined;
  /** That the bench is ours; left out where it is nobody else's. */
  readonly fence?: Fence | undefined;
  /** Where the topology says that this machine listens. */
  readonly ears?: Ears | undefined;
  /** Where the topology says that the units can call this machine for updates. */
  readonly updates?: UpdatesServed | undefined;
}
