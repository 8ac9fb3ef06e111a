import { fits } from './command-form.ts';

/**
 * `fw#`, `fw/pri/act#`, `fw/ctx1(config-if)#`, `/sec/actNoFailover>`: the prompt changes with role, context and
 * mode, so that only its shape is known.
 */
const promptShape = /^[\w./@:-]*(?:\([\w-]+\))?[#>]$/;

/** True for a line that is a prompt and nothing else. */
export function isPrompt(text: string): boolean {
  return promptShape.test(text);
}

/** True for the command as it was typed, after a prompt or alone. */
export function isEcho(usage: string, text: string): boolean {
  const mark = text.search(/[#>]/);
  if (mark === -1 || !isPrompt(text.slice(0, mark + 1))) return fits(usage, text) !== undefined;
  return fits(usage, text.slice(mark + 1)) !== undefined;
}
