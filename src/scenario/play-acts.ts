import { pause } from '../clock.ts';
import { instruments, offerUpdate, putCommand, putLines, unitAt } from '../bench/index.ts';
import type { Bench, Effect, Put } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import { meets } from '../pair/index.ts';
import type { TimedAnswer, UnitName } from '../pair/index.ts';
import { typedBy } from './act.ts';
import type { Act, Offer } from './act.ts';
import type { Undoing } from './undoing.ts';

/** Milliseconds between two times that the same is asked until it is so. */
const againMs = 250;

/** What acts of a scenario share: the bench, what was answered so far by label, and what is to be put back. */
export interface Acting {
  readonly bench: Bench;
  readonly signal: AbortSignal;
  /** When the scenario began, an instant of the clock: instruments that listen tell what they heard since. */
  readonly sinceMs: number;
  readonly answers: Map<string, TimedAnswer>;
  readonly undoing: Undoing;
}

/** Does the acts one after the other and records what was answered; what it means is the judge's to say. */
export async function playActs(acting: Acting, acts: readonly Act[] = []): Promise<void> {
  for (const act of acts) await playAct(acting, act);
}

async function playAct(acting: Acting, act: Act): Promise<void> {
  const { bench, signal, answers } = acting;
  if ('offer' in act) return offer(bench, act);
  const typed = typedBy(act);
  const as = act.as ?? typed.join('; ');
  const untilMs = bench.clock.nowMs() + (act.within ?? 0);
  const { expects, means, proves } = act;
  for (;;) {
    signal.throwIfAborted();
    const { witness, unit, context, put } = await putAct(acting, act);
    const { answer, ...rest } = put;
    const timed = answer && { ...answer, askedMs: put.askedMs, answeredMs: put.answeredMs };
    const met = timed ? meets(timed, expects, (label) => answers.get(label)).met : 'open';
    const isLast = met === 'yes' || put.answeredMs >= untilMs;
    bench.notebook.asked({
      ...rest,
      as,
      witness,
      typed,
      means,
      expects,
      proves,
      isLast,
      ...(answer ? { answer } : {}),
      ...(unit === undefined ? {} : { unit }),
      ...(context === undefined ? {} : { context }),
    });
    if (isLast && timed) answers.set(as, timed);
    if (isLast) return;
    await pause(bench.clock, againMs, signal);
  }
}

interface Answered {
  readonly witness: string;
  readonly unit?: UnitName;
  readonly context?: string;
  readonly put: Put;
}

/** What is on offer is on record as something that was done; what comes of it is asked afterwards. */
async function offer(bench: Bench, act: Offer): Promise<void> {
  const did = `${typedBy(act).join()} on offer at the update server`;
  await bench.notebook.act({ did, role: 'setup', stimuli: [] }, async () => {
    await offerUpdate(bench, act.offer);
    return undefined;
  });
}

async function putAct(acting: Acting, act: Exclude<Act, Offer>): Promise<Answered> {
  const { bench, signal } = acting;
  if ('look' in act) return look(acting, act.look);
  const unit = await unitAt(bench, act.on, { context: act.in, signal });
  const context = act.in === undefined ? {} : { context: act.in };
  acting.undoing.intend(act);
  const put = await caused(acting, act, unit, () => typeAct(acting, act, unit));
  return { witness: bench.consoles[unit].witness, unit, ...context, put };
}

type TypedAct = Extract<Act, { on: unknown }>;

function typeAct({ bench, signal }: Acting, act: TypedAct, unit: UnitName): Promise<Put> {
  const typing = { context: act.in, signal };
  const console = bench.consoles[unit];
  if ('enter' in act) return putLines(console, bench, typedBy(act), typing);
  const answers = (act.answers ?? []).map(({ question, answer }) => ({
    question: { contains: question },
    answer,
  }));
  return putCommand(console, bench, act.ask, { ...typing, answers });
}

/** A command that moves roles is an action as well: the model says what must follow from it. */
async function caused(
  { bench }: Acting,
  act: TypedAct,
  unit: UnitName,
  type: () => Promise<Put>,
): Promise<Put> {
  const stimulus = act.causes;
  if (stimulus === undefined) return type();
  const did = `${typedBy(act).join('; ')} on ${unit}`;
  let put: Put | undefined;
  await bench.notebook.act(
    { did, role: 'fault', stimuli: [{ stimulus, unit }] },
    async (): Promise<Effect> => {
      put = await type();
      if (put.answer?.outcome !== 'accepted')
        throw new BenchError(
          `${unit} console`,
          `«${did}» was not taken: ${put.unanswered ?? put.answer?.text}`,
        );
      return { effectMs: { loMs: put.askedMs, hiMs: put.answeredMs }, witness: `console ${unit}` };
    },
  );
  if (!put) throw new Error(`«${did}» was neither answered nor refused`);
  return put;
}

async function look({ bench, sinceMs }: Acting, name: string): Promise<Answered> {
  const instrument = instruments[name];
  if (!instrument) throw new BenchError('bench', `there is no instrument ${name}`);
  const { raw: text, askedMs, answeredMs, witness = name } = await instrument.read(bench, sinceMs);
  return { witness, put: { askedMs, answeredMs, answer: { outcome: 'accepted', text } } };
}
