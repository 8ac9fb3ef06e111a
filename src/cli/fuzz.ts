/**
 * `npm run fuzz`: gives everything that reads what others have written spoiled input. Ends with 1 if a contract was
 * broken, with the smallest input that breaks it and the command that tries it again.
 */
import { UsageError } from '../errors.ts';
import { closingText, fuzzedJson, fuzzedText, fuzzHelp, fuzzOptions, fuzzTarget } from '../fuzz/index.ts';
import { growthOf, growthText, leastMs, mostRatio, targets } from '../fuzz/index.ts';
import type { Fuzzed } from '../fuzz/index.ts';
import { fuzzedHere } from './fuzzed.ts';

try {
  await fuzz(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 64;
}

async function fuzz(args: readonly string[]): Promise<void> {
  const wish = fuzzOptions(args, [...targets, ...fuzzedHere]);
  if (wish.help) return say(fuzzHelp.trimEnd());
  if (wish.list) return say(wish.targets.map(({ name }) => name).join('\n'));
  if (wish.growth) return grow(wish);
  const all: Fuzzed[] = [];
  for (const target of wish.targets) {
    const fuzzed = await fuzzTarget(target, { from: wish.from, count: wish.seeds });
    all.push(fuzzed);
    say(wish.json ? fuzzedJson(fuzzed) : fuzzedText(fuzzed));
  }
  if (!wish.json) say(closingText(all));
  if (all.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
}

async function grow({
  targets: asked,
  json,
}: Pick<ReturnType<typeof fuzzOptions>, 'targets' | 'json'>): Promise<void> {
  for (const target of asked.filter(({ isCostly }) => !isCostly)) {
    const measured = await growthOf(target);
    for (const growth of measured) {
      say(json ? JSON.stringify(growth) : growthText(growth));
      if (growth.ratio > mostRatio) process.exitCode = 1;
    }
    if (measured.length === 0 && !json) say(`ok  ${target.name}: no shape of 128 KiB costs ${leastMs} ms`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
