/** The bootstrap: topology to configuration lines for each unit; pure. */
export { maskLine, revealLine } from './bootstrap-line.ts';
export { bootstrapOf, saveCommand } from './bootstrap-of.ts';
export type { BootstrapStep } from './bootstrap-step.ts';
