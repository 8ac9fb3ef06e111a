import { settled, underWay, type DialogueState } from './dialogue.ts';
import type { DialogueEvent } from './event.ts';

/** Whether the row under way may be the beginning of a line rather than a prompt or a question, and needs longer quiet. */
export function isDoubtful(state: DialogueState, drawsBarePrompts: boolean): boolean {
  const event = settled(state).events.at(-1);
  if (event?.event === 'prompt') return isDoubtfulPrompt(event.prompt.mode, state, drawsBarePrompts);
  if (event?.event !== 'question') return false;
  // `fp2110 login: admin (automatic login)` is printed by a boot that goes on.
  const { kind, text } = event.question;
  if (kind === 'username') return isBare(state) || /login:$/i.test(text);
  return isBare(state) || (state.boot > 0 && kind !== 'pre-configure');
}

/** Units draw a blank behind their prompts; the few consoles that lose it are known by the prompt before. */
function isDoubtfulPrompt(mode: string, state: DialogueState, drawsBarePrompts: boolean): boolean {
  if (isBare(state) && !drawsBarePrompts) return true;
  return state.boot > 0 && mode !== 'rommon' && mode !== 'monitor';
}

function isBare(state: DialogueState): boolean {
  return !underWay(state).endsWith(' ');
}

/** Whether the events tell of a prompt that was drawn without a blank; `undefined` if of none. */
export function toldBarePrompt(state: DialogueState, events: readonly DialogueEvent[]): boolean | undefined {
  const last = events.at(-1);
  return last?.event === 'prompt' && last.settled ? isBare(state) : undefined;
}
