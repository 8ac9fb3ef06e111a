import type { FirmwareDefect } from '../defect.ts';
import { bothActive } from './both-active.ts';
import { deafOnInterfaces } from './deaf-on-interfaces.ts';
import { defaultUnitTimes } from './default-unit-times.ts';
import { deniesBeingActive } from './denies-being-active.ts';
import { doubleHoldTime } from './double-hold-time.ts';
import { earlyTakeover } from './early-takeover.ts';
import { failedUnitTakesOver } from './failed-unit-takes-over.ts';
import { failsOverForItsMate } from './fails-over-for-its-mate.ts';
import { failsOverWithStateLink } from './fails-over-with-state-link.ts';
import { neverTakesOver } from './never-takes-over.ts';
import { slowHellos } from './slow-hellos.ts';
import { slowPromotion } from './slow-promotion.ts';
import { slowTakeover } from './slow-takeover.ts';

/** Firmware that gets the health of a unit and of its mate wrong. */
export const unitHealthDefects: readonly FirmwareDefect[] = [
  neverTakesOver,
  slowTakeover,
  doubleHoldTime,
  earlyTakeover,
  defaultUnitTimes,
  slowHellos,
  bothActive,
  deafOnInterfaces,
  deniesBeingActive,
  slowPromotion,
  failsOverForItsMate,
  failedUnitTakesOver,
  failsOverWithStateLink,
];
