import { showVersion } from './version.ts';
import { clockTime } from '../ground/device-time.ts';
import type { System } from '../system/system.ts';

/** What a crash, or `crashinfo test`, leaves for `show crashinfo`: registers, stack, and what the unit was. */
export function crashRecord(system: System, kind: 'crash' | 'test'): readonly string[] {
  const name = kind === 'crash' ? 'Crash' : 'Test_Crash';
  return [
    `: Saved_${name}`,
    '',
    ...system.box.dialect.down.registers.slice(1),
    '',
    ...showVersion(system).slice(1),
    '',
    '------------------ show clock ------------------',
    '',
    clockTime(system.deviceTime),
    '',
    `: End_${name}`,
  ];
}
