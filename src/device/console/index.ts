/** Consoles: the first way that leads to one. */
export type * from './console-way.ts';
export * from './open-console.ts';
