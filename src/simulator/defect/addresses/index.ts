import type { FirmwareDefect } from '../defect.ts';
import { answersForStandby } from './answers-for-standby.ts';
import { hidesBurnedIn } from './hides-burned-in.ts';
import { ignoresVirtualMacs } from './ignores-virtual-macs.ts';
import { keepsBurnedIn } from './keeps-burned-in.ts';
import { lateGratuitousArp } from './late-gratuitous-arp.ts';
import { noGratuitousArp } from './no-gratuitous-arp.ts';
import { swapsVirtualMacs } from './swaps-virtual-macs.ts';
import { wrongGratuitousArp } from './wrong-gratuitous-arp.ts';

/** Firmware that gets IP and MAC addresses wrong. */
export const addressesDefects: readonly FirmwareDefect[] = [
  keepsBurnedIn,
  hidesBurnedIn,
  ignoresVirtualMacs,
  swapsVirtualMacs,
  answersForStandby,
  noGratuitousArp,
  lateGratuitousArp,
  wrongGratuitousArp,
];
