/** The firewall's console: what it says, told apart, and a session that asks it things. */
export * from './dialogue.ts';
export type * from './event.ts';
export * from './prompt.ts';
export * from './question.ts';
