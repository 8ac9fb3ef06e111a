/** A topology written: from answers, from what is found, from other tools' files. */
export { askBench } from './ask/ask-bench.ts';
export type { AnsweredBench } from './ask/ask-bench.ts';
export type { Answerer } from './ask/ask-for.ts';
export { wantedBench } from './ask/wanted-bench.ts';
export type { NamedParts, WantedBench } from './ask/wanted-bench.ts';
export { draftText, pairSecretNames } from './compose/draft-text.ts';
export type { DraftFrame } from './compose/draft-text.ts';
export { consoleSpec } from './console-spec.ts';
export type { ConsoleSpec } from './console-spec.ts';
export { noFacts } from './facts.ts';
export type { DraftFacts } from './facts.ts';
export { factsOfFile } from './facts-of-file.ts';
export { findBench } from './find/find-bench.ts';
export type { FindOptions, FoundBench } from './find/find-bench.ts';
export { switchSpec } from './find/switch-spec.ts';
export type { SwitchSpec } from './find/switch-spec.ts';
export { mergeFacts } from './merge-facts.ts';
export { secretName } from './secret-name.ts';
