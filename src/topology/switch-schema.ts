/** A switch in the topology language: the one way in which it is told and asked, and its times. */
import { z } from 'zod';
import {
  duration,
  fingerprint,
  host,
  login,
  oldFirmware,
  port,
  secretRef,
  snmpAccess,
  switchVlan,
} from './schema-words.ts';

const shellWanted = 'expected one of ssh and telnet';

const cli = z
  .strictObject({
    dialect: z.enum(['cisco-ios']),
    ssh: z
      .strictObject({
        host,
        port: port.default(22),
        login,
        fingerprint: fingerprint
          .optional()
          .describe(
            'Its host key. Without it the key that is seen first is kept beside the topology, and no other is taken.',
          ),
        ...oldFirmware,
      })
      .optional(),
    telnet: z.strictObject({ host, port: port.default(23), login }).optional(),
    enable: secretRef.optional().describe('Where the login leads to user EXEC.'),
  })
  .refine(({ ssh, telnet }) => (ssh === undefined) !== (telnet === undefined), shellWanted)
  .describe('The command line of a switch that nobody may write to by SNMP. Nothing is ever saved there.');

const mostIsolated = 32;
const isolationWanted = `expected VLANs that differ, ${mostIsolated} at most`;

/** A switch of the bench. */
export const switchDevice = z.strictObject({
  snmp: snmpAccess.optional().describe('The agent of the switch, with a community or user that may write.'),
  cli: cli.optional(),
  settle: duration.prefault('10s').describe('How long a port may take to follow.'),
  poll: duration.prefault('500ms').describe('How often a port is read while it follows.'),
  protected: z
    .array(z.string())
    .default([])
    .describe('Ports that are never shut, nor moved to another VLAN.'),
  'isolation-vlans': z
    .array(switchVlan)
    .max(mostIsolated, isolationWanted)
    .refine((vlans) => new Set(vlans).size === vlans.length, isolationWanted)
    .default([])
    .describe(
      'VLANs that exist and that nobody is in: a port is moved there to hear nothing while it keeps its link. As many ports can be cut off at once, each in a VLAN of its own; a silent network takes two.',
    ),
});

/** A switch as written, secrets as references. */
export type TopologySwitch = z.output<typeof switchDevice>;
