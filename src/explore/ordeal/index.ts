export { anyOrdeal } from './any-ordeal.ts';
export { endure } from './endure.ts';
export { ordealLaws } from './law/index.ts';
export type { Ordeal, OrdealKind } from './ordeal.ts';
