/** The whole house in one process on a virtual clock. For tests, and for the command line of its own. */
export { MemoryBook } from './memory-book.ts';
export { openVirtualBench } from './virtual-bench.ts';
export type { VirtualBench, VirtualBenchPlan } from './virtual-bench.ts';
