/** What happened, in order, with the raw words kept: the words for it, the recorder and the file. */
export type * from './entry.ts';
export type { Manifest, RecordedFile } from './manifest.ts';
export { readManifest } from './manifest.ts';
export type { Recorder, RunToRecord } from './recorder.ts';
export { openRecorder } from './recorder.ts';
export type { PlacedEntry, TimelineRead } from './read-timeline.ts';
export { placedEntries, readTimeline } from './read-timeline.ts';
export { runFolder } from './run-folder.ts';
export type { FileStanding } from './evidence/file-standing.ts';
export { putDerived } from './evidence/derived.ts';
export type { RunProof } from './verify-run.ts';
export { looksLikeRun, verifyRun } from './verify-run.ts';
export { everyWitness } from './every-witness.ts';
export { sightingAt } from './sighting-at.ts';
export { probeSightingShape } from './sighting-shape.ts';
export { MaskStream } from './mask-stream.ts';
export { maskedJson, maskText } from './mask-text.ts';
export type { MaskedJson } from './mask-text.ts';
