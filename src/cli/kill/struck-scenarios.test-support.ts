/** What a run does to a bench, one scenario each: every fault there is, typed configurations, and several at once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultName } from '../../fault/index.ts';
import { isControl } from '../../pair/index.ts';

/** The words of a scenario beside its name and title, as they stand in a suite. */
export type Struck = Readonly<Record<string, unknown>>;

const on = (target: 'active' | 'standby'): Struck => ({ target });
const inside = { target: 'active', interface: 'inside' };

/** Where each fault strikes. One that is added has no place here until somebody gives it one: the compiler asks. */
const byFault: Readonly<Record<FaultName, Struck>> = {
  'told-standby': on('active'),
  'told-active': on('standby'),
  'told-reset': on('standby'),
  'told-off': on('active'),
  'unit-power-loss': on('active'),
  'unit-reload': on('standby'),
  'unit-crash': on('active'),
  'both-units-booting': on('active'),
  'interface-down': inside,
  'interface-cut-off': inside,
  'segment-silent': inside,
  'failover-link-down': on('active'),
  'failover-link-cut-off': on('standby'),
  'state-link-down': on('active'),
  'write-standby': on('active'),
};

/** Every scenario, by its name. */
export const struck: ReadonlyMap<string, Struck> = new Map<string, Struck>([
  ...Object.entries(byFault).map(([fault, where]) => [fault, { fault, ...where }] as const),
  ['nothing-else', { before: ['@takes show version'], watch: undefined }],
  ['blackout', { fault: 'blackout', ...on('active') }],
  ['outage', { fault: 'outage', ...on('active') }],
  ['power-loss-of-the-standby-unit', { fault: 'unit-power-loss', ...on('standby') }],
  [
    'typed-and-cut-off',
    {
      fault: 'interface-cut-off',
      ...inside,
      setup: [
        '@takes failover polltime unit msec 800 holdtime 4',
        '@takes failover polltime interface 2 holdtime 10',
      ],
      next: [{ fault: 'interface-down', target: 'standby', interface: 'outside', watch: 'none' }],
      during: ['@takes access-list astray extended permit ip any any'],
    },
  ],
]);

/** Controls alone ask the pair nothing, and are refused: one more question is put after each. */
const oneMore = {
  name: 'one-more',
  title: 'one more',
  requirements: [],
  begin: 'primary',
  before: ['@takes show version'],
};

/** Writes a suite of that one scenario. Returns its path. */
export function writeStruck(folder: string, name: string): string {
  const words = struck.get(name);
  if (!words) throw new Error(`there is no scenario ${name}`);
  const scenario = { name, title: name, requirements: [], begin: 'primary', watch: 'none', ...words };
  const text = JSON.stringify([scenario, ...(isControl(String(words['fault'])) ? [oneMore] : [])]).replaceAll(
    /"@takes ([^"]*)"/g,
    (_all, line: string) => `takes('${line}', 'it is taken', [])`,
  );
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `import { certify, takes } from 'fover';\ndescribe('struck', () => ${text}.forEach((one) => certify(one)));\n`,
  );
  return path;
}
