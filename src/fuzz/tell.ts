import type { Failure, Fuzzed } from './fuzz-target.ts';
import type { Growth } from './growth.ts';
import { mostRatio } from './growth.ts';

/** One line of what came of a target, and what was broken below it. */
export function fuzzedText({ target, samples, inputs, bytes, outcomes, slowest, failures }: Fuzzed): string {
  const took = `slowest ${slowest.tookMs.toFixed(0)} ms (seed ${slowest.seed}, ${slowest.bytes} bytes)`;
  const tried = `${inputs} inputs from ${samples} samples, ${(bytes / 1024).toFixed(0)} KiB`;
  const line = `${target}: ${tried}, ${outcomes.size} outcomes, ${took}`;
  return [line, ...failures.map((failure) => failureText(target, failure))].join('\n');
}

/** The same for machines. */
export function fuzzedJson({ outcomes, failures, ...rest }: Fuzzed): string {
  return JSON.stringify({
    ...rest,
    outcomes: Object.fromEntries(outcomes),
    failures: failures.map(({ input, ...failure }) => ({ ...failure, input: shown(input) })),
  });
}

/** What is told in the end. */
export function closingText(all: readonly Fuzzed[]): string {
  const sum = (count: (one: Fuzzed) => number): number => all.reduce((total, one) => total + count(one), 0);
  const mebibytes = (sum(({ bytes }) => bytes) / 1024 / 1024).toFixed(1);
  const broken = all.filter(({ failures }) => failures.length > 0).map(({ target }) => target);
  return (
    `${all.length} targets, ${sum(({ samples }) => samples)} samples, ${sum(({ inputs }) => inputs)} inputs, ` +
    `${mebibytes} MiB: ${broken.length === 0 ? 'every contract was kept' : `broken by ${broken.join(', ')}`}`
  );
}

/** One line of what a shape costs. */
export function growthText({ target, shape, costs, ratio }: Growth): string {
  const each = costs.map(({ bytes, ms }) => `${Math.round(bytes / 1024)} KiB ${ms.toFixed(0)} ms`).join(', ');
  return `${ratio > mostRatio ? 'TOO MUCH' : 'ok'}  ${target}, ${shape}: ${each}: ×${ratio.toFixed(1)}`;
}

function failureText(target: string, { seed, broken, input }: Failure): string {
  const name = /^[\w-]+$/.test(target) ? target : `'${target}'`;
  return [
    `  seed ${seed}: ${broken.split('\n').slice(0, 6).join('\n    ')}`,
    `    smallest input (${input.length} bytes): ${shown(input)}`,
    `    again: npm run fuzz -- ${name} --from ${seed} --seeds 1`,
  ].join('\n');
}

/** One character a byte. */
function shown(input: Uint8Array): string {
  const text = JSON.stringify(Buffer.from(input.subarray(0, 600)).toString('latin1'));
  const printable = text.replaceAll(
    /[^ -~]/g,
    (byte) => `\\u${byte.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return input.length > 600 ? `${printable}…` : printable;
}
