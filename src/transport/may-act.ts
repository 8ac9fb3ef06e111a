/**
 * Asked, and waited for, right before bytes leave that change what is at the other end; it throws when they must not.
 * Between a question and what it allows nothing else is waited for.
 */
export type MayAct = () => Promise<void>;
