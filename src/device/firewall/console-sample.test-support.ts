import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialogueEvent } from './event.ts';

/**
 * What a console says, written down by hand in the grammar of real ones. The text is as it comes, a line feed
 * standing for CR LF; between double braces stands what else happens:
 * `{{quiet}}` nothing comes for a while, and nothing is to be told of that; `{{quiet prompt edge#}}` the same,
 * and that is to be told; `{{type show clock}}` and `{{secret x}}` are typed; `{{more}}` the pager is to be told
 * here; `{{say rebooting}}` the row is to be told as that message; `{{\r\u0000}}` those bytes.
 */
export type SampleStep =
  | { readonly step: 'bytes'; readonly text: string }
  | { readonly step: 'quiet'; readonly told: string | undefined }
  | { readonly step: 'type'; readonly text: string; readonly secret: boolean };

export interface ConsoleSample {
  readonly name: string;
  readonly steps: readonly SampleStep[];
  /** Messages in the order they come. */
  readonly messages: readonly string[];
}

const folder = join(import.meta.dirname, 'samples');

export const consoleSamples: readonly ConsoleSample[] = readdirSync(folder)
  .toSorted()
  .map((file) => parse(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')));

function parse(name: string, text: string): ConsoleSample {
  const steps: SampleStep[] = [];
  const messages: string[] = [];
  const say = (words: string): void => {
    if (words !== '') steps.push({ step: 'bytes', text: words.replaceAll('\n', '\r\n') });
  };
  for (const part of text.split(/(\{\{.*?\}\})/)) {
    if (!part.startsWith('{{')) {
      say(part);
      continue;
    }
    const inside = part.slice(2, -2);
    const [, verb = '', rest = ''] = /^(\w*) ?(.*)$/.exec(inside) ?? [];
    if (verb === 'quiet') steps.push({ step: 'quiet', told: rest === '' ? undefined : rest });
    else if (verb === 'type' || verb === 'secret')
      steps.push({ step: 'type', text: rest, secret: verb === 'secret' });
    else if (verb === 'say') messages.push(rest);
    else if (verb === '') steps.push({ step: 'bytes', text: JSON.parse(`"${inside}"`) as string });
    else if (verb !== 'more') throw new Error(`${name}: what is ${part}?`);
  }
  return { name, steps, messages };
}

/** All bytes of a sample, one character each. */
export function bytesOf({ steps }: ConsoleSample): string {
  return steps.map((step) => (step.step === 'bytes' ? step.text : '')).join('');
}

/** The words of an event, as they stood on the screen. */
export function wordsOf(event: DialogueEvent): string {
  if (event.event === 'prompt') return event.prompt.text;
  if (event.event === 'question') return event.question.text;
  if (event.event === 'more') return '<--- More --->';
  return event.text;
}
