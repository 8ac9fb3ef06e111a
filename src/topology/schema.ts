/**
 * The topology language, defined once: the reader, the TypeScript types and the JSON Schema for editors all
 * come from here. What cannot be said in a schema (names that must exist, addresses in one subnet) is checked
 * in `cross-check.ts`.
 */
import { z } from 'zod';
import {
  consoleWay,
  duration,
  interfaceName,
  login,
  macAddress,
  management,
  name,
  nameif,
  port,
  secretRef,
  snmpAccess,
} from './schema-words.ts';

const link = z.strictObject({
  nameif,
  interface: interfaceName.optional().describe('Left out when the state link shares the failover link or a data interface.'),
  active: z.ipv4().optional(),
  mask: z.ipv4().optional(),
  standby: z.ipv4().optional(),
});

const policy = z
  .union([
    z.number().int().min(1).max(250),
    z.string().regex(/^([1-9]\d?|100)%$/, 'expected a count from 1 to 250 or a percentage such as 50%'),
  ])
  .transform((value) => (typeof value === 'number' ? { count: value } : { percent: Number.parseInt(value, 10) }))
  .describe('How many monitored interfaces must fail: a count from 1 to 250, or a percentage such as 50%.');

const failover = z.strictObject({
  cable: z.boolean().default(false).describe('True for the PIX serial failover cable instead of a failover link.'),
  link: link.required({ interface: true, active: true, mask: true, standby: true }).optional(),
  'state-link': link.optional(),
  key: secretRef.optional().describe('The failover key that encrypts the failover link.'),
  'unit-poll': duration.default(1000),
  'unit-hold': duration.default(15_000),
  'interface-poll': duration.default(5000),
  'interface-hold': duration.default(25_000),
  'interface-policy': policy.default({ count: 1 }),
  'replicate-http': z.boolean().default(false),
});

const dataInterface = z.strictObject({
  interface: interfaceName,
  nameif,
  'security-level': z.number().int().min(0).max(100),
  active: z.ipv4(),
  mask: z.ipv4(),
  standby: z.ipv4().optional(),
  monitored: z.boolean().default(true),
  'active-mac': macAddress.optional(),
  'standby-mac': macAddress.optional(),
});

const context = z.strictObject({
  name,
  group: z.union([z.literal(1), z.literal(2)]).default(1),
  admin: z.boolean().default(false),
  interfaces: z.array(dataInterface),
});

const group = z.strictObject({
  prefer: z.enum(['primary', 'secondary']),
  preempt: z.union([z.boolean(), duration]).default(false),
  'replicate-http': z.boolean().default(false),
  'interface-policy': policy.optional(),
});

const pair = z.strictObject({
  platform: z.enum(['asa', 'pix']),
  model: z.string().min(1).describe('As show version prints it: ASA5520, PIX-515E.'),
  firmware: z.string().min(1).describe('As show version prints it: 8.0(4), 9.12(4)37.'),
  mode: z.enum(['active-standby', 'active-active']),
  hostname: name.default('ciscoasa'),
  login: login.extend({ enable: secretRef }),
  failover,
  interfaces: z.array(dataInterface).default([]),
  contexts: z.array(context).default([]),
  groups: z.strictObject({ '1': group, '2': group.optional() }).optional(),
  extra: z.array(z.string()).default([]).describe('Configuration lines of your own, sent to the primary unit as they are.'),
});

const unit = z.strictObject({
  serial: z.string().min(1).describe('As show version prints it; the console line must lead to this very unit.'),
  console: z.array(consoleWay).min(1),
  management: management.optional(),
  power: z
    .array(z.strictObject({ pdu: name, outlet: z.union([z.string(), z.number().int()]).transform(String) }))
    .min(1)
    .describe('Every feed of the unit; all of them are switched as one.'),
  cables: z
    .record(interfaceName, z.strictObject({ switch: name, port: z.string().min(1) }))
    .describe('The switch port that each interface is cabled to.'),
});

const switchDevice = z.strictObject({ snmp: snmpAccess, protected: z.array(z.string()).default([]) });

const pdu = z.strictObject({
  model: z.enum(['apc-rpdu2']).describe('The family of the PDU: which OIDs and values it uses.'),
  snmp: snmpAccess,
  settle: duration.default(30_000).describe('How long an outlet may take to follow.'),
  dwell: duration.default(5000).describe('How long an outlet stays off at least before it is switched on again.'),
  protected: z.array(z.union([z.string(), z.number().int()]).transform(String)).default([]),
});

const endpoint = z.strictObject({ host: z.string().min(1), port });

const flow = z.strictObject({
  name,
  from: nameif.describe('The interface of the pair on whose side the sender is.'),
  to: nameif,
  every: duration.default(10),
  send: z.strictObject({
    bind: endpoint.optional(),
    to: endpoint.describe('Where probes are sent; port 0 is filled in by the simulated bench.'),
  }),
  receive: z.strictObject({
    bind: endpoint.optional(),
    'attach-to': endpoint.optional().describe('A simulated host that hands arriving probes to whoever says hello.'),
  }),
});

const simulated = z.strictObject({
  boot: duration.default(1500).describe('How long a simulated unit takes from power to its failover process.'),
  sync: duration.default(400).describe('How long each step of the synchronization takes at least.'),
  'outlet-delay': duration.default(200).describe('How long a simulated relay takes after its PDU said yes.'),
  defects: z
    .array(z.strictObject({ defect: name, unit: z.enum(['primary', 'secondary']).optional() }))
    .default([])
    .describe('What this simulated bench gets wrong on purpose; fover simulate --help lists the names.'),
});

export const topologySchema = z
  .strictObject({
    name,
    description: z.string().optional(),
    secrets: z.string().optional().describe('A file of NAME=value lines, beside this one; kept out of version control.'),
    simulated: simulated.optional().describe('Present when the bench is made of software; fover starts it.'),
    pair,
    units: z.strictObject({ primary: unit, secondary: unit }),
    switches: z.record(name, switchDevice).default({}),
    pdus: z.record(name, pdu).default({}),
    flows: z.array(flow).default([]),
  })
  .meta({ title: 'fover topology', description: 'One bench: a pair of firewalls and everything cabled to it.' });

/** A topology as read: defaults filled in, times in milliseconds, secrets as references. */
export type Topology = z.output<typeof topologySchema>;
export type TopologyUnit = Topology['units']['primary'];
export type TopologyInterface = Topology['pair']['interfaces'][number];
export type TopologyFlow = Topology['flows'][number];
