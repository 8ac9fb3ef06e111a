/**
 * What a unit keeps without power beside its files: the configuration register, the context mode, and what its last
 * crash left.
 */
export class Nonvolatile {
  /** Whether the next boot runs with security contexts. */
  contextMode: 'single' | 'multiple';
  /** As the boot monitor reads it: `0x1` boots from flash, bit 6 ignores the configuration there. */
  register = 0x1;
  /** What it was when the software that runs now was booted. */
  bootedWith = 0x1;
  /** The settings of the boot monitor. */
  readonly settings = new Map<string, string>();
  /** Who wrote the configuration in flash, and when: `enable_15 at …`. */
  written: string | undefined;
  /** What `show crashinfo` shows. */
  crash: readonly string[] | undefined;

  constructor(contextMode: 'single' | 'multiple' = 'single') {
    this.contextMode = contextMode;
  }
}
