/** A bench looked at before it is used: what is wrong with it, and what to do. Nothing is told, set or switched. */
export { examineBench, healthOf, rowsOf } from './examine-bench.ts';
export type { ExaminedRow, Health } from './examine-bench.ts';
export type { Examined, TrySocket } from './examined.ts';
export { examinations } from './examination/index.ts';
export { usualPatience } from './look/visit.ts';
export type { Patience } from './look/visit.ts';
export type { Outcome, Row, Unseen } from './row.ts';
export { trySocket } from './try-socket.ts';
