import type { Clock } from '../../clock.ts';
import type { FailoverState } from '../../pair/index.ts';
import type { FlashFiles } from '../box/flash-files.ts';
import type { AutoUpdateSettings } from './settings.ts';
import type { DeviceDetails } from './update-info.ts';
import type { UpdateMessage } from '../message/update-message.ts';
import type { Web } from '../face/web.ts';

/** How the pair stands when a unit thinks of updating. */
export interface PairStanding {
  readonly failoverOn: boolean;
  readonly mode: 'single Active/Standby' | 'other';
  readonly isPrimary: boolean;
  readonly own: FailoverState;
  readonly mate: FailoverState;
  /** The mate has failed, and of nothing but its service card. */
  readonly onlyCardFailed: boolean;
  readonly linkUsable: boolean;
}

/** What Auto Update needs of the unit that it runs on. */
export interface AutoUpdateHost {
  readonly clock: Clock;
  readonly web: Web;
  readonly files: FlashFiles;
  settings(): AutoUpdateSettings | undefined;
  standing(): PairStanding;
  /** What the unit says of itself to the server. */
  device(): Omit<DeviceDetails, 'software'>;
  /** The paths of the images in use. */
  imagePath(what: 'image' | 'asdm'): string | undefined;
  /** Boots from that file from now on, or shows that ASDM image, and saves the configuration. */
  use(what: 'image' | 'asdm', name: string): void;
  /** Whether two versions may run side by side while one unit after the other is reloaded. */
  isHitless(version: string): boolean;
  toMate(message: UpdateMessage): void;
  /** As `failover active` and `no failover active`; returns why not, if it is refused. */
  becomeActive(): string | undefined;
  giveWay(): string | undefined;
  reloadMate(): void;
  /** True once the mate has acknowledged everything that it was told, or is not waited for any more. */
  told(): boolean;
  reload(): void;
  /** Replaces the running configuration, failover commands and all, and saves it. */
  replaceConfiguration(lines: readonly string[]): void;
  /** A line of `debug auto-update client`. */
  trace(line: string): void;
  readonly deviceTime: Date;
}
