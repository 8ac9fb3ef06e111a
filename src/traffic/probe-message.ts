import { z } from 'zod';
import { probeSightingShape } from '../timeline/index.ts';

/** What the process of the probes and the one that started it say to each other. */

const hostPort = z.object({ host: z.string(), port: z.number() });

const order = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('start'),
    batchEveryMs: z.number(),
    settleMs: z.number(),
    flows: z.array(
      z.object({
        name: z.string(),
        everyMs: z.number(),
        send: z.object({ bind: hostPort.exactOptional(), to: hostPort }),
        receive: z.object({ bind: hostPort.exactOptional(), attachTo: hostPort.exactOptional() }),
      }),
    ),
  }),
  z.object({ order: z.literal('stop') }),
]);

const instants = z.object({ askedMs: z.number(), answeredMs: z.number() }).readonly();
const gap = z.object({ flow: z.string(), fromMs: z.number(), toMs: z.number(), why: z.string() }).readonly();

const news = z.discriminatedUnion('news', [
  z.object({ news: z.literal('ready') }),
  z.object({ news: z.literal('failed'), why: z.string() }),
  z.object({ news: z.literal('batch'), saw: probeSightingShape, instants }),
  z.object({ news: z.literal('gap'), gap }),
  z.object({ news: z.literal('stopped') }),
]);

/** What the process is told. */
export type ProbeOrder = z.output<typeof order>;

/** What the process tells. */
export type ProbeNews = z.output<typeof news>;

/** From the first probe of a batch to the moment when the batch was final; instants of the clock. */
export type ProbeInstants = z.output<typeof instants>;

/** When nothing can be said of a flow, and why; instants of the clock. */
export type ProbeGap = z.output<typeof gap>;

/** Throws when the message is none. */
export const readOrder = (message: unknown): ProbeOrder => order.parse(message);

/** Throws when the message is none. */
export const readNews = (message: unknown): ProbeNews => news.parse(message);
