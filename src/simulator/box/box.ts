import type { UnitName } from '../../pair/index.ts';
import type { Model } from './models.ts';
import type { Dialect } from '../dialect/index.ts';
import type { UnitTraits } from '../defect/unit-traits.ts';
import type { Mac } from '../fabric/frame.ts';
import type { NetworkPort } from '../fabric/network-port.ts';
import type { SerialSocket } from '../fabric/serial/serial-socket.ts';
import type { Letter } from '../message/letter.ts';
import type { Random } from '../ground/random.ts';
import type { Web } from '../face/web.ts';
import type { ServiceModule } from './service-module.ts';
import type { FlashFiles } from './flash-files.ts';
import type { Memory } from './memory.ts';
import type { Nonvolatile } from './nonvolatile.ts';

/** A network card: where it is plugged in, and the address that it was made with. */
export interface Card {
  readonly name: string;
  readonly port: NetworkPort;
  readonly burnedIn: Mac;
}

/** What a unit is before anything runs on it. */
export interface Box {
  readonly name: UnitName;
  readonly serial: string;
  readonly platform: 'asa' | 'pix';
  readonly model: string;
  readonly firmware: string;
  /** What its console and its commands print. */
  readonly dialect: Dialect;
  /** What its model is made of. */
  readonly make: Model;
  /** The file that it boots. */
  readonly image: string;
  readonly nonvolatile: Nonvolatile;
  /** Licensed features, in the order of `show version`. */
  readonly licence: Readonly<Record<string, string>>;
  /** The service card in slot 1. */
  readonly module?: ServiceModule | undefined;
  readonly cards: readonly Card[];
  /** For the serial failover cable, which only a PIX has. */
  readonly failoverSocket?: SerialSocket<Letter> | undefined;
  /** What lies in its flash, beside the startup configuration. */
  readonly files: FlashFiles;
  readonly memory: Memory;
  /** The servers that it can reach over HTTP. */
  readonly web: Web;
  readonly traits: UnitTraits;
  /** How many keys its console takes in a second; undefined takes all that come. */
  readonly keysPerSecond: number | undefined;
  readonly random: Random;
  /** How long each step of a synchronization takes at least. */
  readonly syncStepMs: number;
  /** By how much its clock is wrong. */
  readonly clockSkewMs: number;
}
