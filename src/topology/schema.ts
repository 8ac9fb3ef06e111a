/**
 * The topology language, defined once: the reader, the TypeScript types and the JSON Schema for editors all
 * come from here. What cannot be said in a schema (names that must exist, addresses in one subnet) is checked
 * in `check/`.
 */
import { z } from 'zod';
import { consoleWay } from './console-way.ts';
import { listen } from './listen-schema.ts';
import { outlet, pdu } from './pdu-schema.ts';
import {
  duration,
  host,
  interfaceName,
  ipv4,
  login,
  macAddress,
  management,
  name,
  nameif,
  port,
  secretRef,
  vlan,
} from './schema-words.ts';
import { simulated } from './simulated-schema.ts';
import { switchDevice } from './switch-schema.ts';

const link = z.strictObject({
  nameif,
  interface: interfaceName
    .optional()
    .describe('Left out when the state link shares the failover link or a data interface.'),
  vlan: vlan.optional(),
  active: ipv4.optional(),
  mask: ipv4.optional(),
  standby: ipv4.optional(),
});

const policyWanted = 'expected a count of interfaces from 1 to 250, or a percentage such as 50%';

const policy = z
  .union(
    [
      z.number(policyWanted).int(policyWanted).min(1, policyWanted).max(250, policyWanted),
      z.string(policyWanted).regex(/^([1-9]\d?|100)%$/, policyWanted),
    ],
    policyWanted,
  )
  .transform((value) =>
    typeof value === 'number' ? { count: value } : { percent: Number.parseInt(value, 10) },
  )
  .describe('How many monitored interfaces must fail: a count from 1 to 250, or a percentage such as 50%.');

const failover = z.strictObject({
  cable: z
    .boolean()
    .default(false)
    .describe('True for the PIX serial failover cable instead of a failover link.'),
  link: link.required({ interface: true, active: true, mask: true, standby: true }).optional(),
  'state-link': link.optional(),
  key: secretRef.optional().describe('The failover key that encrypts the failover link.'),
  'unit-poll': duration.prefault('1s'),
  'unit-hold': duration.prefault('15s'),
  'interface-poll': duration.prefault('5s'),
  'interface-hold': duration.prefault('25s'),
  'interface-policy': policy.prefault(1),
  'replicate-http': z.boolean().default(false),
});

const levelWanted = 'expected a security level from 0 to 100';

const dataInterface = z.strictObject({
  interface: interfaceName,
  vlan: vlan.optional(),
  nameif,
  'security-level': z.number(levelWanted).int(levelWanted).min(0, levelWanted).max(100, levelWanted),
  active: ipv4.optional().describe('Left out in transparent mode, but for a management interface.'),
  mask: ipv4.optional(),
  standby: ipv4.optional(),
  monitored: z.boolean().default(true),
  'active-mac': macAddress.optional(),
  'standby-mac': macAddress.optional(),
});

const context = z.strictObject({
  name,
  group: z
    .union([z.literal(1), z.literal(2)], 'expected failover group 1 or 2')
    .default(1)
    .describe('In Active/Active.'),
  admin: z.boolean().default(false),
  interfaces: z.array(dataInterface),
});

const group = z.strictObject({
  prefer: z.enum(['primary', 'secondary']),
  preempt: z.union([z.boolean(), duration], 'expected true, false, or a delay such as 30s').default(false),
  'replicate-http': z.boolean().default(false),
  'interface-policy': policy.optional(),
});

const pair = z.strictObject({
  platform: z.enum(['asa', 'pix']),
  model: z.string().min(1).describe('As show version prints it: ASA5520, PIX-515E.'),
  firmware: z.string().min(1).describe('As show version prints it: 8.0(4), 9.12(4)37.'),
  mode: z.enum(['active-standby', 'active-active']),
  firewall: z
    .enum(['routed', 'transparent'])
    .default('routed')
    .describe('Transparent: a bridge between hosts of one network.'),
  'management-address': z
    .strictObject({ active: ipv4, mask: ipv4, standby: ipv4 })
    .optional()
    .describe('What a transparent pair is managed at; its data interfaces have no addresses.'),
  hostname: name.default('ciscoasa'),
  login: login.extend({ enable: secretRef }),
  failover,
  interfaces: z.array(dataInterface).default([]),
  contexts: z
    .array(context)
    .default([])
    .describe('Multiple context mode: the interfaces are in the contexts. Active/Active always has them.'),
  groups: z.strictObject({ '1': group, '2': group.optional() }).optional(),
  steady: duration
    .prefault('900s')
    .describe('How long the pair may take to become steady again after a reboot and a replication.'),
  extra: z
    .array(z.string())
    .default([])
    .describe(
      'Configuration lines of your own, sent to the primary unit as they are; ${NAME} stands for a secret.',
    ),
});

const cyclesWanted = 'expected no more cuts in an hour than in a day';

/** One cut a minute is more than any unit can boot between; none at all leaves nothing to certify. */
const cycles = z.number().int().min(1).max(1440);

const unit = z.strictObject({
  serial: z
    .string()
    .min(1)
    .describe('As show version prints it; the console line must lead to this very unit.'),
  console: z.array(consoleWay).min(1),
  management: management.optional(),
  power: z
    .array(
      z.strictObject({
        pdu: name,
        outlet,
        label: z
          .string()
          .min(1)
          .optional()
          .describe(
            'What the outlet is called on the PDU itself: it is not touched when it is called otherwise.',
          ),
      }),
    )
    .min(1)
    .describe('Every feed of the unit; all of them are switched as one.'),
  'power-cycles': z
    .strictObject({ hour: cycles.default(24), day: cycles.default(96) })
    .refine(({ hour, day }) => hour <= day, cyclesWanted)
    .prefault({})
    .describe(
      'How often the power of the unit may be cut in any sixty minutes, and in any twenty-four hours; counted across runs.',
    ),
  cables: z
    .record(interfaceName, z.strictObject({ switch: name, port: z.string().min(1) }))
    .describe('The switch port that each interface is cabled to.'),
});

const endpoint = z.strictObject({ host, port });

const session = z.strictObject({
  from: endpoint
    .optional()
    .describe('An address of this machine to begin at; the choice of the system where it is left out.'),
  to: endpoint.describe(
    'Where an echo answers: what is sent comes back (RFC 862). Port 0 is filled in by the simulated bench.',
  ),
  echo: endpoint
    .optional()
    .describe(
      'An address of this machine where fover itself is that echo; left out where it is another host.',
    ),
});

const flow = z.strictObject({
  name,
  from: nameif.describe('The interface of the pair on whose side the sender is.'),
  to: nameif,
  every: duration.prefault('10ms'),
  send: z.strictObject({
    bind: endpoint.optional(),
    to: endpoint.describe('Where probes are sent; port 0 is filled in by the simulated bench.'),
  }),
  receive: z.strictObject({
    bind: endpoint.optional(),
    'attach-to': endpoint
      .optional()
      .describe('A simulated host that hands arriving probes to whoever says hello.'),
  }),
  sessions: z
    .strictObject({
      tcp: session.optional(),
      http: session
        .optional()
        .describe('At port 80: an appliance takes that for HTTP, and replicates it only on request.'),
    })
    .default({})
    .describe('Where sessions can be held open through the pair, from the side of the sender.'),
});

/** The topology language; `topologies/topology.schema.json` is made from it, for editors. */
export const topologySchema = z
  .strictObject({
    name,
    description: z.string().optional(),
    secrets: z
      .string()
      .optional()
      .describe('A file of NAME=value lines, beside this one; kept out of version control.'),
    simulated: simulated.optional().describe('Present when the bench is made of software; fover starts it.'),
    pair,
    units: z.strictObject({ primary: unit, secondary: unit }),
    switches: z.record(name, switchDevice).default({}),
    pdus: z.record(name, pdu).default({}),
    flows: z.array(flow).default([]),
    listen: listen.optional(),
  })
  .meta({
    title: 'fover topology',
    description: 'One bench: a pair of firewalls and everything cabled to it.',
  });

/** A topology as read: defaults filled in, times in milliseconds, secrets as references. */
export type Topology = z.output<typeof topologySchema>;
/** One of the two units: who it is, and what it is plugged into. */
export type TopologyUnit = Topology['units']['primary'];
/** A data interface of the pair. */
export type TopologyInterface = Topology['pair']['interfaces'][number];
/** A security context of a pair in multiple context mode. */
export type TopologyContext = Topology['pair']['contexts'][number];
/** Traffic from one side of the pair to the other. */
export type TopologyFlow = Topology['flows'][number];
