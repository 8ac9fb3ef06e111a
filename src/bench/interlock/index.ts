/** What keeps a bench from harm: asked of a plan before anything is touched, and again when a device is about to be told. */
export type { Act, OutletAct, PortAct } from './act.ts';
export { Gate } from './gate.ts';
export type { GateOpening } from './gate.ts';
export type { Asked, Interlock, Known } from './interlock.ts';
export { interlocks } from './interlocks.ts';
export { planRefusal } from './plan-refusal.ts';
export type { PlannedAct } from './plan-refusal.ts';
