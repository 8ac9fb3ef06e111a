/** What a simulated bench is made from. */
import type { UnitName } from '../../pair/index.ts';
import type { Web } from './web.ts';

/** Configurations as they are stored: lines, those of a section indented by a blank. */
export interface SimulatedFlash {
  /** The startup configuration; in multiple context mode that of the system execution space. */
  readonly startup: readonly string[];
  /** Others by their path, such as `disk0:/admin.cfg`: those of the contexts. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** What a service card was made as. */
export interface ServiceCard {
  /** Such as `SSM-IDS-20`. */
  readonly model: string;
  readonly hardware: string;
  readonly software: string;
}

/** How one unit was made otherwise than its topology says: a unit that does not match its mate, or has a card. */
export interface UnitMake {
  readonly model?: string;
  readonly firmware?: string;
  /** Features whose licence differs, such as `{ 'Security Contexts': '5' }`. */
  readonly licence?: Readonly<Record<string, string>>;
  /** Its RAM in MB, if not that of its model. */
  readonly memoryMb?: number;
  /** Network interfaces beyond those that both units have, by their physical names. */
  readonly moreInterfaces?: readonly string[];
  /** The service card in slot 1. */
  readonly module?: ServiceCard;
  /** How many keys its console takes in a second; those of a PIX lose what is pasted. Left out, all. */
  readonly keysPerSecond?: number;
}

/** What a simulated bench may be told beyond its topology. */
export interface SimulatedBenchOptions {
  /** In addition to those of the topology. */
  readonly defects?: readonly { readonly defect: string; readonly unit?: UnitName | undefined }[];
  /**
   * What lies in the flash of each unit at first. Left out, both start from blank flash.
   */
  readonly flash?: Readonly<Record<UnitName, readonly string[] | SimulatedFlash>>;
  /** The name of a dialect that both units speak instead of that of their firmware, such as `asa-8.2`. */
  readonly dialect?: string;
  /** Units that were made otherwise than the topology says: another model, firmware, licence, RAM, interfaces, a service card. */
  readonly made?: Partial<Readonly<Record<UnitName, UnitMake>>>;
  /** The servers that the units can reach over HTTP; none if left out. */
  readonly web?: Web;
  /** The same seed gives the same run on the same virtual clock; 1 if left out. */
  readonly seed?: number;
}
