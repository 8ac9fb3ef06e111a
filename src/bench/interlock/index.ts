/** What keeps a bench from harm: asked of a plan before anything is touched, and again when a device is about to be told. */
export { Gate } from './gate.ts';
export { planRefusal } from './plan-refusal.ts';
export type { PlannedAct } from './plan-refusal.ts';
