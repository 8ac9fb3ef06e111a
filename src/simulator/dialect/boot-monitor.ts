import type { UnitPlate } from './unit-plate.ts';

/** What a boot monitor remembers: the configuration register, and the settings for a boot over the network. */
export interface MonitorMemory {
  /** Its last four bits are what to boot; bit 6 ignores the configuration in flash. */
  register: number;
  readonly settings: Map<string, string>;
}

/** What a boot monitor answers: lines, and then its prompt, a question of its own, or the boot. */
export interface MonitorReply {
  readonly lines: readonly string[];
  readonly ask?: { readonly prompt: string; answer(text: string): MonitorReply };
  readonly boots?: boolean;
}

/** The monitor that a unit is left in when its boot is interrupted. It knows little, and nothing of failover. */
export interface BootMonitor {
  /** One command line that is not blank. */
  run(line: string, plate: UnitPlate, memory: MonitorMemory): MonitorReply;
}

/** One command of a boot monitor, and what `help` says of it. */
export interface MonitorCommand {
  readonly name: string;
  readonly help: string;
  run(rest: string, plate: UnitPlate, memory: MonitorMemory): MonitorReply;
}

/** The command that a word means: itself, or the only one that begins with it. */
export function commandMeant(commands: readonly MonitorCommand[], word: string): MonitorCommand | undefined {
  const lower = word.toLowerCase();
  const meant = commands.filter(({ name }) => name.startsWith(lower));
  return commands.find(({ name }) => name === lower) ?? (meant.length === 1 ? meant[0] : undefined);
}

/** `0x00000041`, as a register is printed by a boot monitor. */
export function registerText(register: number): string {
  return `0x${register.toString(16).padStart(8, '0')}`;
}
