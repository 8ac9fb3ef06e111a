/** The firewall's console: what it says, told apart, and a session that asks it things. */
export * from './dialogue.ts';
export type * from './event.ts';
export * from './prompt.ts';
export * from './question.ts';
export * from './place.ts';
export { FirewallSession, type Answer } from './session.ts';
export type { AskOptions, QuestionAnswer, Secret, SessionOptions } from './session-options.ts';
export type { ConfigLine, Configured, ConfiguredLine } from './configure.ts';
export type { Fired } from './fire.ts';
export type { HeardMessage } from './gather.ts';
export { NoAnswer } from './no-answer.ts';
export { isRefusal } from './refusal.ts';
export { ConfigurationRefused } from './configuration-refused.ts';
