import { fits } from './command-form.ts';

/**
 * `fw#`, `fw/pri/act#`, `fw/ctx1(config-if)#`, `/sec/actNoFailover>`, `fpr /ssa #`: the prompt changes with role,
 * context and mode, and outputs are made anonymous there, so that only its shape is known.
 */
const promptShape = /^(?:<[\w-]+>|[^\s#>()<"=])*(?:\([\w-]+\))?(?: \/[\w/-]+ ?\*?)?[#>]$/;

/** A ruler of `show tech-support`: `------------------ show failover ------------------`. */
const rulerShape = /^-{4,} ?(show [^-]+(?:-{1,3}[^-]+)*)-{4,}$/i;

/** What a session asks and says before the first command. */
const preparationShape = /^(?:Password: ?\**|Type help or '\?' for a list of available commands\.)$/i;

const partingShape = /^(?:exit|logout|quit|end|Logoff|Connection to \S+ closed(?: by \S+ \S+)?\.)$/i;

/** True for a line that is a prompt and nothing else. */
export function isPrompt(text: string): boolean {
  return promptShape.test(text);
}

/** True for the command as it was typed, after a prompt or alone, and for the ruler that stands for it. */
export function isEcho(usage: string, text: string): boolean {
  const ruled = rulerShape.exec(text)?.[1]?.trim();
  return fits(usage, ruled ?? typedBehindPrompt(text) ?? text) !== undefined;
}

/** True for what may stand between the beginning of a session and the echo: other commands, and passwords. */
export function isPreparation(text: string): boolean {
  return isPrompt(text) || preparationShape.test(text) || typedBehindPrompt(text) !== undefined;
}

/** True for the way a session was left, `fw# exit` and `Logoff`. */
export function isParting(text: string): boolean {
  return partingShape.test(typedBehindPrompt(text) ?? text);
}

/** What stands behind the prompt, or `undefined` for a line without one. */
function typedBehindPrompt(text: string): string | undefined {
  for (const { index } of text.matchAll(/[#>]/g)) {
    if (isPrompt(text.slice(0, index + 1))) return text.slice(index + 1).trim();
  }
  return undefined;
}
