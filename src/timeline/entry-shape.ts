import { z } from 'zod';
import type { StimulusName } from '../pair/index.ts';
import type { Entry } from './entry.ts';
import { count, instant, interval } from './number-shape.ts';
import { questionShape } from './question-shape.ts';
import { group, sightingShape, unit } from './sighting-shape.ts';

/** What an entry must look like in a file. The types are in `entry.ts`; the check at the end holds both together. */

const text = z.string();
const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const scenario = text.exactOptional();

const ofUnit = <const N extends StimulusName>(name: N) => z.object({ stimulus: z.literal(name), unit });
const ofGroup = <const N extends StimulusName>(name: N) =>
  z.object({ stimulus: z.literal(name), unit, group: group.exactOptional() });
const bare = <const N extends StimulusName>(name: N) => z.object({ stimulus: z.literal(name) });
const ofInterface = <const N extends StimulusName>(name: N) =>
  z.object({ stimulus: z.literal(name), unit, nameif: text });

const stimulus = z.discriminatedUnion('stimulus', [
  z.object({ stimulus: z.literal('unit-silent'), unit, by: z.literal('software').exactOptional() }),
  ofUnit('unit-booting'),
  bare('both-units-booting'),
  ofInterface('interface-down'),
  ofInterface('interface-up'),
  ofInterface('interface-cut-off'),
  ofInterface('interface-reconnected'),
  z.object({ stimulus: z.literal('segment-silent'), nameif: text }),
  z.object({ stimulus: z.literal('segment-heard'), nameif: text }),
  bare('failover-link-down'),
  bare('failover-link-up'),
  bare('state-link-down'),
  bare('state-link-up'),
  ofGroup('told-standby'),
  ofGroup('told-active'),
  ofGroup('told-reset'),
  ofUnit('told-write-standby'),
  ofUnit('told-off'),
  ofUnit('told-on'),
]);

const run = z.object({
  seq,
  kind: z.literal('run'),
  atMs: z.literal(0),
  startedAt: text,
  tool: text,
  node: text,
  topology: z.object({ name: text, sha256: text }),
  bench: z.enum(['simulated', 'real']),
  drivers: z
    .array(z.object({ device: text, driver: text, proof: z.enum(['captured', 'written']), source: text }))
    .exactOptional(),
  planned: z.array(text),
});

const action = z.object({
  seq,
  kind: z.literal('action'),
  id: text,
  scenario,
  did: text,
  begunMs: instant,
  doneMs: instant,
  effectiveMs: interval.exactOptional(),
  effectWitness: text.exactOptional(),
  skewMs: interval.exactOptional(),
  stimuli: z.array(stimulus),
  role: z.enum(['setup', 'fault', 'heal']),
  failed: text.exactOptional(),
  failedBy: z.literal('pair').exactOptional(),
});

const observation = z.object({
  seq,
  kind: z.literal('observation'),
  askedMs: instant,
  answeredMs: instant,
  scenario,
  witness: text,
  unit: unit.exactOptional(),
  saw: sightingShape,
  raw: text.exactOptional(),
});

/** One line of a timeline. */
export const entryShape = z.discriminatedUnion('kind', [
  run,
  z.object({
    seq,
    kind: z.literal('scenario'),
    atMs: instant,
    scenario: text,
    title: text,
    requirements: z.array(text),
    fault: text,
    target: text,
    outageAtMostMs: count.exactOptional(),
  }),
  z.object({ seq, kind: z.literal('pending'), atMs: instant, scenario: text, why: text }),
  z.object({
    seq,
    kind: z.literal('phase'),
    atMs: instant,
    scenario: text,
    phase: z.enum(['prepare', 'steady', 'fault', 'watch', 'heal', 'recovered']),
  }),
  z.object({ seq, kind: z.literal('action-begun'), id: text, atMs: instant, scenario, did: text }),
  action,
  observation,
  questionShape,
  z.object({
    seq,
    kind: z.literal('gap'),
    fromMs: instant,
    toMs: instant,
    scenario,
    witness: text,
    why: text,
  }),
  z.object({ seq, kind: z.literal('clock-step'), atMs: instant, byMs: instant, wall: text }),
  z.object({
    seq,
    kind: z.literal('trouble'),
    atMs: instant,
    scenario,
    whose: z.enum(['bench', 'ours', 'suite', 'unsure', 'stopped', 'pair']),
    message: text,
    requirements: z.array(text).exactOptional(),
    benchLeftDirty: z.boolean().exactOptional(),
  }),
  z.object({ seq, kind: z.literal('scenario-ended'), atMs: instant, scenario: text }),
  z.object({ seq, kind: z.literal('ended'), atMs: instant }),
]);

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Filled<T> = T extends object ? { readonly [K in keyof T]-?: Filled<T[K]> } : T;
type Same<A, B> = [A, B] extends [B, A] ? true : never;
type Shape = z.output<typeof entryShape>;

/** Does not compile when a kind, a sighting or a field is in the type and not in the shape, or the reverse. */
export const shapeIsType: Same<[Frozen<Entry>, Filled<Entry>], [Frozen<Shape>, Filled<Shape>]> = true;
