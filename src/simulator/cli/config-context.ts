import type { Place } from './place.ts';

/** Where a configuration line comes from: typed by somebody, read from flash, or sent by the mate. */
export type ConfigOrigin = 'typed' | 'stored' | 'replicated';

/** One configuration line being carried out. */
export interface ConfigContext extends Place {
  readonly origin: ConfigOrigin;
  /** The section that following lines belong to, such as `interface GigabitEthernet0/1`. */
  section: string | undefined;
  /** False for commands that stay on this unit (configuration guide, table of command replication). */
  replicates: boolean;
  /** What the mate is told, where that is not the line as it was typed. */
  instead?: string;
  /** True once the command was refused. */
  refused: boolean;
  print(text: string): void;
}

/** Refuses a command: nothing is changed, nothing is replicated. */
export function refuse(context: ConfigContext, why: string): void {
  context.refused = true;
  context.print(`ERROR: ${why}`);
}
