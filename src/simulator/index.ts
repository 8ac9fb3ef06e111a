/** A bench made of software, on its own or behind real sockets. */
export { createSimulatedBench } from './bench.ts';
export type * from './bench.ts';
export { defects, isFirmwareDefect } from './defect/index.ts';
export { dialects } from './dialect/index.ts';
export type { Defect, WantedDefect } from './defect/index.ts';
export { hasOneUser, speaksHttp } from './front/pdu/families.ts';
export { serveSimulatedBench } from './serve.ts';
export type { ServedBench } from './serve.ts';
