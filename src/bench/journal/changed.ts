/** What can be changed on a bench, by state: whose it is, how it was, and all that it takes to put it back. */
import { z } from 'zod';

/** What is typed on a console: one line. */
const typed = z.string().regex(/^\P{Cc}*$/u);

const unit = z.enum(['primary', 'secondary']);

/** One unit, known by the serial number that it has to show before anything is typed. */
const known = z.object({ unit, serial: z.string() }).readonly();

const outlets = z
  .object({
    kind: z.literal('outlets'),
    unit,
    outlets: z
      .array(
        z
          .object({
            pdu: z.string(),
            outlet: z.string(),
            /** What its PDU called it at the time. */
            label: z.string().optional(),
            prior: z.enum(['on', 'off']),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

const port = z
  .object({
    kind: z.literal('port'),
    unit,
    switch: z.string(),
    port: z.string(),
    prior: z.enum(['up', 'down']),
    /** Whether it had a link: one that had none needs none to be as it was. */
    linked: z.boolean(),
  })
  .readonly();

const vlan = z
  .object({
    kind: z.literal('vlan'),
    unit,
    switch: z.string(),
    port: z.string(),
    prior: z.number().int(),
    /** The isolation VLAN that it was put into. */
    apart: z.number().int(),
  })
  .readonly();

const boot = z
  .object({ kind: z.literal('boot'), units: z.array(known).readonly(), command: z.string() })
  .readonly();

const failover = z
  .object({
    kind: z.literal('failover'),
    units: z
      .array(z.object({ unit, serial: z.string(), prior: z.enum(['on', 'off']) }).readonly())
      .readonly(),
  })
  .readonly();

const roles = z
  .object({
    kind: z.literal('roles'),
    active: z.array(z.object({ group: z.literal([1, 2]), unit, serial: z.string() }).readonly()).readonly(),
  })
  .readonly();

/** Hands at the rack put another unit in the place of this one. */
const exchange = z.object({ kind: z.literal('exchange'), unit, serial: z.string() }).readonly();

/** What a unit or one of its contexts ran with or had saved, in a file of its own, secrets by reference. */
export const savedShape = z
  .object({
    unit,
    serial: z.string(),
    context: typed.optional(),
    which: z.enum(['running', 'startup']),
    file: z.string().regex(/^(?!\.+$)[\w.-]+$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly();

const configurations = z
  .object({
    kind: z.literal('configurations'),
    /** The run in whose folder of configurations the files lie. */
    run: z.string().regex(/^(?!\.+$)[\w. -]+$/),
    saved: z.array(savedShape).readonly(),
    /** What the acts themselves say undoes them, the last first. */
    undo: z
      .array(
        z
          .object({
            on: z.enum(['primary', 'secondary', 'active', 'standby']),
            context: typed.optional(),
            lines: z.array(typed).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** Whether the failover key is to be typed anew: units show it as asterisks. */
    key: z.boolean(),
  })
  .readonly();

/** The shape of it in a journal. */
export const changedShape = z.discriminatedUnion('kind', [
  outlets,
  port,
  vlan,
  boot,
  failover,
  roles,
  exchange,
  configurations,
]);

/** What was changed, so that a fresh process can put it back by state. */
export type Changed = z.output<typeof changedShape>;

/** The same of one kind: `ChangedOf<'port'>`. */
export type ChangedOf<Kind extends Changed['kind']> = Extract<Changed, { readonly kind: Kind }>;

/** A configuration that was saved. */
export type SavedConfiguration = z.output<typeof savedShape>;

/** What is about to be changed, and in words how it is to be in the end: «power of primary on». */
export interface Change {
  readonly restores: string;
  readonly of: Changed;
}
