import type { UnitName } from '../../pair/index.ts';

/**
 * What can be typed at a prompt: `rommon` is the boot monitor of an ASA, `monitor` that of a PIX, `chassis` the
 * command line of the Firepower chassis around it (FXOS), `ftd` that of Firepower Threat Defense.
 */
export type PromptMode = 'user' | 'enable' | 'config' | 'rommon' | 'monitor' | 'chassis' | 'ftd';

/** The words of `prompt … state`, as the unit writes them; `stb` is that of some firmware. */
export type PromptState = 'act' | 'stby' | 'stb' | 'actNoFailover' | 'stbyNoFailover';

/** A prompt taken apart. What it says of role and state was true when it was drawn, and may flip under you. */
export interface Prompt {
  /** As drawn, without the blank behind it. */
  readonly text: string;
  readonly mode: PromptMode;
  /** Empty where the prompt shows none, and in the boot monitors. */
  readonly hostname: string;
  readonly context?: string;
  readonly priority?: UnitName;
  readonly state?: PromptState;
  /** `config-if` of `(config-if)#`; absent for plain `(config)#`. */
  readonly submode?: string;
}

const longest = 300;
const rommon = /^rommon ?(?:#\d{1,6}|\d{1,6} ?)?>$/i;
// A name is letters, digits, dots, dashes and underscores; any field may be the first, so the first may be empty.
const shape = /^([\w.-]{0,120}(?:\/[\w.:-]{1,120}){0,8})(?:\(([\w.-]{1,60})\))?([>#])$/;
const chassis = /^[\w.-]{1,64} \/[\w./-]{1,120}\*? #$/;
const chassisMode = /^(?:local-mgmt|fxos|boot)$/;
const states: readonly PromptState[] = ['act', 'stby', 'stb', 'actNoFailover', 'stbyNoFailover'];

/**
 * Reads a whole row as a prompt, or says `undefined`. The fields come in any order (`prompt hostname priority
 * state context`), and there may be no hostname among them.
 */
export function parsePrompt(row: string): Prompt | undefined {
  if (row.length > longest) return undefined;
  const text = row.trimEnd();
  if (rommon.test(text)) return { text, mode: 'rommon', hostname: '' };
  if (text === 'monitor>') return { text, mode: 'monitor', hostname: '' };
  // Without the blank behind it, a lone mark is the beginning of a line.
  if (text === '>' && row.startsWith('> ')) return { text, mode: 'ftd', hostname: '' };
  if (chassis.test(text)) return { text, mode: 'chassis', hostname: text.slice(0, text.indexOf(' ')) };
  const [, body, parens, mark] = shape.exec(text) ?? [];
  if (body === undefined || !/[a-z\d]/i.test(body) || (parens !== undefined && mark === '>'))
    return undefined;
  return { text, ...modeOf(parens, mark), ...fieldsOf(body.split('/')) };
}

/** A row that begins with a prompt: the prompt, and what stands behind it. */
export function splitPrompt(row: string): { readonly prompt: Prompt; readonly rest: string } | undefined {
  const match = /^(rommon (?:#\d{1,6}|\d{1,6} ?)>|[^\s]{1,280}[>#])(?:\s|$)/i.exec(row.slice(0, longest));
  const prompt = match?.[1] === undefined ? undefined : parsePrompt(match[1]);
  if (!prompt) return undefined;
  return { prompt, rest: row.slice(prompt.text.length).replace(/^ /, '') };
}

/**
 * Reads a row that holds nothing but prompts, or says `undefined`: a unit that changes its role redraws its prompt
 * behind the one that stands there. The last is the one to type at.
 */
export function parseGluedPrompts(row: string): Prompt | undefined {
  let last: Prompt | undefined;
  for (let rest = row.trimEnd(); rest !== '';) {
    const split = splitPrompt(rest);
    if (!split || (last && !isAlike(last, split.prompt))) return undefined;
    last = split.prompt;
    rest = split.rest.trimEnd();
  }
  return last;
}

/** One may have followed the other: modes and states change, what a prompt is made of does not by itself. */
export function isAlike(one: Prompt, other: Prompt): boolean {
  return (
    one.hostname === other.hostname &&
    one.context === other.context &&
    one.priority === other.priority &&
    (one.state === undefined) === (other.state === undefined)
  );
}

function modeOf(parens: string | undefined, mark: string | undefined): Pick<Prompt, 'mode' | 'submode'> {
  if (parens === undefined) return { mode: mark === '>' ? 'user' : 'enable' };
  if (chassisMode.test(parens)) return { mode: 'chassis', submode: parens };
  return parens === 'config' ? { mode: 'config' } : { mode: 'config', submode: parens };
}

function fieldsOf(fields: readonly string[]): Pick<Prompt, 'hostname' | 'context' | 'priority' | 'state'> {
  const [first = '', ...others] = fields;
  const read = { names: [] as string[], priority: [] as UnitName[], state: [] as PromptState[] };
  for (const field of others) sort(field, read);
  // A unit may be called `act`; its prompt then shows a state as well. Without one, the word is the state.
  const named = isWord(first) && !taken(first, read);
  if (named) sort(first, read);
  const [hostname = '', context] = named ? read.names : [first, ...read.names];
  const [priority] = read.priority;
  const [state] = read.state;
  return { hostname, ...(context && { context }), ...(priority && { priority }), ...(state && { state }) };
}

interface Fields {
  readonly names: string[];
  readonly priority: UnitName[];
  readonly state: PromptState[];
}

function sort(field: string, into: Fields): void {
  const state = states.find((word) => word === field);
  if (field === 'pri' || field === 'sec') into.priority.push(field === 'pri' ? 'primary' : 'secondary');
  else if (state) into.state.push(state);
  else into.names.push(field);
}

function isWord(field: string): boolean {
  return field === 'pri' || field === 'sec' || states.some((word) => word === field);
}

function taken(field: string, read: Fields): boolean {
  const same = field === 'pri' || field === 'sec' ? read.priority : read.state;
  return (
    same.length > 0 || (read.priority.length === 0 && read.state.length === 0 && read.names.length === 0)
  );
}
