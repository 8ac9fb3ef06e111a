import { z } from 'zod';
import { failoverStates, unitNames } from '../pair/index.ts';
import type { Sighting } from '../pair/index.ts';
import { count, instant } from './number-shape.ts';

/** What a sighting must look like in a file; `entry-shape.ts` holds it against the type. */

/** Which of the two. */
export const unit = z.enum(unitNames);
const text = z.string();
const linkState = z.enum(['up', 'down', 'failed', 'administratively-down', 'not-configured', 'unknown']);

const interfaceReport = z.object({
  context: text.exactOptional(),
  nameif: text,
  address: text,
  health: z.enum(['normal', 'testing', 'link-down', 'no-link', 'no-traffic', 'failed', 'unknown']),
  monitoring: z.enum(['monitored', 'not-monitored', 'waiting', 'shutdown', 'unstated']),
});

/** A failover group. */
export const group = z.union([z.literal(1), z.literal(2)]);

const groupReport = z.object({
  group,
  state: z.enum(failoverStates),
  activeSeconds: count.exactOptional(),
  lastFailoverAt: text.exactOptional(),
});

const hostReport = z.object({
  unit,
  state: z.enum(failoverStates),
  activeSeconds: count.exactOptional(),
  groups: z.array(groupReport).exactOptional(),
  interfaces: z.array(interfaceReport),
});

const settings = z.object({
  unitPollMs: count,
  unitHoldMs: count,
  interfacePollMs: count,
  interfaceHoldMs: count.exactOptional(),
  interfacePolicy: z.union([z.strictObject({ count }), z.strictObject({ percent: count })]),
});

const groupSettings = z.object({
  group,
  prefers: unit.exactOptional(),
  preemptAfterMs: count.exactOptional(),
  contexts: z.array(text),
  settings: z.object({
    interfacePollMs: settings.shape.interfacePollMs.exactOptional(),
    interfaceHoldMs: settings.shape.interfaceHoldMs,
    interfacePolicy: settings.shape.interfacePolicy.exactOptional(),
  }),
});

const failover = z.object({
  sight: z.literal('failover'),
  on: z.boolean(),
  thisHost: hostReport.exactOptional(),
  otherHost: hostReport.exactOptional(),
  failoverLink: linkState,
  overCable: z.literal(true).exactOptional(),
  stateLink: linkState.exactOptional(),
  stateSharesLink: z.literal(true).exactOptional(),
  settings,
  monitoredInterfaces: count,
  lastFailoverAt: text.exactOptional(),
});

const message = z.object({
  sight: z.literal('message'),
  message: z.enum([
    'switching-to-active',
    'switching-to-standby',
    'detected-active-mate',
    'replication-begun',
    'replication-ended',
    'rebooting',
    'boot-finished',
    'other',
  ]),
  text,
});

const lostProbes = z.object({ fromSeq: count, toSeq: count, firstSentMs: instant, lastSentMs: instant });

/** One batch of probes; the process of the probes sends it in this shape as well. */
export const probeSightingShape = z.object({
  sight: z.literal('probes'),
  flow: text,
  fromSeq: count,
  toSeq: count,
  firstSentMs: instant,
  lastSentMs: instant,
  everyMs: count,
  received: count,
  duplicated: count,
  lost: z.array(lostProbes),
  worstLatenessMs: count,
});

const messageTag = {
  id: text.exactOptional(),
  severity: count.exactOptional(),
  unit: unit.exactOptional(),
  group: group.exactOptional(),
  means: text.exactOptional(),
};

/** Anything that a witness can say. */
export const sightingShape = z.discriminatedUnion('sight', [
  failover,
  message,
  z.object({ sight: z.literal('silent') }),
  z.object({ sight: z.literal('unread'), command: text, line: count, why: text }),
  z.object({
    sight: z.literal('outlet'),
    pdu: text,
    outlet: text,
    power: z.enum(['on', 'off', 'unsettled']),
    watts: z.number().exactOptional(),
  }),
  z.object({
    sight: z.literal('port'),
    switch: text,
    port: text,
    admin: z.enum(['up', 'down', 'testing']),
    oper: z.enum(['up', 'down', 'other']),
    vlan: count.exactOptional(),
  }),
  probeSightingShape,
  z.object({
    sight: z.literal('session'),
    session: text,
    flow: text,
    protocol: z.enum(['tcp', 'http']),
    state: z.enum(['open', 'stalled', 'reset', 'closed']),
    sinceMs: instant,
  }),
  z.object({ sight: z.literal('identity'), serial: text, model: text, firmware: text }),
  z.object({ sight: z.literal('groups'), groups: z.array(groupSettings) }),
  z.object({ sight: z.literal('syslog'), ...messageTag, over: z.enum(['udp', 'tcp']), from: text, text }),
  z.object({
    sight: z.literal('trap'),
    ...messageTag,
    oid: text,
    version: z.enum(['1', '2c', '3']),
    inform: z.literal(true).exactOptional(),
    from: text,
    text: text.exactOptional(),
    objects: z.array(z.object({ oid: text, value: text })),
  }),
]) satisfies z.ZodType<Sighting>;
