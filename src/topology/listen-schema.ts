/** What this machine hears of the units: system messages, and SNMP notifications. */
import { z } from 'zod';
import { ipv4, name, nameif, port, secretRef, snmpUser } from './schema-words.ts';

/** The levels of `logging trap`, the gravest first; each holds those before it. */
const levels = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const;

const place = {
  interface: nameif.describe(
    'The interface of the pair on whose side this machine is; with contexts, one of the admin context.',
  ),
  address: ipv4.describe('The address of this machine that the units send to.'),
  bind: ipv4.default('0.0.0.0').describe('The address of this machine to listen at.'),
  level: z
    .enum(levels)
    .default('notifications')
    .describe(
      'What is sent: messages of this level and the graver ones. Failover logs from alerts to errors.',
    ),
};

const syslog = z.strictObject({
  ...place,
  udp: port
    .optional()
    .describe('The UDP port, 514 or from 1025 on; 0 for any free one, on a simulated bench.'),
  tcp: port
    .optional()
    .describe('The TCP port, from 1025 on, usually 1470. Units are told of it where there is no udp.'),
});

const versionWanted = 'expected an SNMP version: 1, 2c or 3';

const byCommunity = z.union([z.enum(['1', '2c']), z.literal(1)]).transform((v) => (v === 1 ? '1' : v));
const byUser = z.union([z.literal('3'), z.literal(3)]).transform((): '3' => '3');

const others = z
  .array(
    z.discriminatedUnion(
      'version',
      [
        z.strictObject({ version: byCommunity, community: secretRef }),
        z.strictObject({ version: byUser, ...snmpUser }),
      ],
      versionWanted,
    ),
  )
  .default([])
  .describe('Whose notifications are taken beside those of the units: switches and PDUs, as they are set.');

const trapPlace = { ...place, port: port.default(162), others };

const traps = z.discriminatedUnion(
  'version',
  [
    z.strictObject({
      ...trapPlace,
      version: byCommunity,
      community: secretRef,
    }),
    z.strictObject({
      ...trapPlace,
      version: byUser,
      user: z
        .string()
        .regex(
          /^[!->@-~]{1,32}$/,
          'expected a user name of printable ASCII without blanks and question marks',
        ),
      auth: z.strictObject({ protocol: z.enum(['md5', 'sha']), password: secretRef }),
      priv: z.strictObject({
        protocol: z.enum(['des', 'aes', 'aes256r']).describe('aes256r is what the appliance calls aes 256.'),
        password: secretRef,
      }),
    }),
  ],
  versionWanted,
);

const updateServer = z.strictObject({
  address: ipv4.describe('The address of this machine that the units call for updates.'),
  bind: ipv4.default('0.0.0.0').describe('The address of this machine to listen at.'),
  port: port.default(80).describe('The TCP port; 0 for any free one, on a simulated bench.'),
  images: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Files of platform and ASDM images by their versions, to be offered to units of iron. Simulated units take images that are made up.',
    ),
});

/** Where this machine listens, and what the units are told of it. */
export const listen = z
  .strictObject({
    syslog: syslog.optional().describe('System messages, over UDP or TCP.'),
    sources: z
      .record(ipv4, name)
      .default({})
      .describe(
        'Addresses that are of one unit (primary, secondary), switch or PDU alone, whoever is active: what comes from there and names no unit is of that one. The addresses of the pair are of a role.',
      ),
    traps: traps.optional().describe('SNMP notifications, system messages among them.'),
    'update-server': updateServer
      .optional()
      .describe(
        'An Auto Update Server, for scenarios that tell the units to call it. It offers what they say.',
      ),
  })
  .describe('What this machine hears of the units by itself; the bootstrap tells them to send it.');
