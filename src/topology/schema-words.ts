/** The small words of the topology language: times, addresses, secrets by reference, ways to a device. */
import { z } from 'zod';
import { legacyAlgorithms } from './legacy-algorithms.ts';

const timeWanted = 'expected a time such as 300ms or 15s';

/** `300ms`, `2s`; milliseconds once read. */
export const duration = z
  .string(timeWanted)
  .regex(/^\d{1,9}(ms|s)$/, timeWanted)
  .transform((text) => Number.parseInt(text, 10) * (text.endsWith('ms') ? 1 : 1000))
  .describe('A time: a whole number with ms or s, such as 300ms or 15s.');

const secretWanted =
  'a secret must be a reference such as ${LAB_ENABLE}; literal secrets are refused in a topology';

/** `${NAME}`: the value is taken from the environment or from the secrets file, never from the topology. */
export const secretRef = z
  .string(secretWanted)
  .regex(/^\$\{[A-Z][A-Z0-9_]*\}$/, secretWanted)
  .transform((text) => ({ secret: text.slice(2, -1) }))
  .describe('A reference to a secret, ${NAME}: looked up in the environment, then in the secrets file.');

/** The name of a secret; its value is in `Secrets`, and nowhere in the topology. */
export type SecretRef = z.output<typeof secretRef>;

/** A name that the writer of the file gives: of a bench, a switch, a PDU, a flow. */
export const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'expected a name of letters, digits, dot, dash and underscore');

/** A name of the appliance: `nameif`, context; it may carry `-` and `_`. */
export const nameif = z.string().regex(/^[A-Za-z][\w-]{0,47}$/, 'expected an interface name such as inside');

/** A physical interface or subinterface of the appliance. */
export const interfaceName = z
  .string()
  .regex(
    /^[A-Z][A-Za-z-]*\d+(\/\d+)*(\.\d+)?$/,
    'expected an interface such as GigabitEthernet0/1, Ethernet2, or a subinterface',
  );

const portWanted = 'expected a port number from 0 to 65535';

/** A TCP or UDP port; 0 is filled in by the simulated bench. */
export const port = z.number(portWanted).int(portWanted).min(0, portWanted).max(65535, portWanted);

const vlanWanted = 'expected a VLAN from 1 to 4094';

/** A VLAN of a switch. */
export const switchVlan = z.number(vlanWanted).int(vlanWanted).min(1, vlanWanted).max(4094, vlanWanted);

/** A VLAN of a subinterface. */
export const vlan = switchVlan.describe(
  'The VLAN of a subinterface, 1 to 4094; only subinterfaces have one.',
);

/** An IPv4 address; failover cannot be configured with IPv6 addresses (ASA 5580 guide, 13-18). */
export const ipv4 = z.ipv4('expected an IPv4 address such as 192.0.2.1');

/** A MAC address as the appliance prints it. */
export const macAddress = z
  .string()
  .regex(/^[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}$/, 'expected a MAC address such as 000c.f142.4cde');

/** A name or an address of a machine: one word, for it is written into lines of files and of protocols. */
export const host = z
  .string()
  .regex(/^[\w:][\w.:%-]*$/, 'expected the name or the address of a machine, such as 192.0.2.1');

/** Typed on consoles as one word; a question mark calls for help there. */
const username = z
  .string()
  .regex(/^[!->@-~]+$/, 'expected a user name of printable ASCII without blanks and question marks');

/** A user and the reference to the password. */
export const login = z.strictObject({
  username,
  password: secretRef,
});

/** The fingerprint of an SSH host key. */
export const fingerprint = z
  .string()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'expected a fingerprint as ssh-keygen -l prints it, SHA256:…');

/** How SSH is spoken with old firmware. */
export const oldFirmware = {
  legacy: z
    .boolean()
    .default(false)
    .describe('Also offer the algorithms of old firmware: group1 and group14 SHA-1, CBC ciphers, MD5.'),
  algorithms: z
    .array(z.enum(legacyAlgorithms))
    .optional()
    .describe('Those of old firmware to offer, by name, instead of all of them.'),
};

const managementWanted = 'expected ssh, or telnet, or both, which are tried in this order';

/** A login to a unit at a management address, beside its console. */
export const management = z
  .strictObject({
    ssh: z
      .strictObject({
        host,
        port: port.default(22),
        fingerprint: fingerprint
          .optional()
          .describe(
            'The host key of whoever answers there. Without it the key that is seen first is kept beside the topology, and no other is taken.',
          ),
        ...oldFirmware,
      })
      .optional(),
    telnet: z
      .strictObject({ host, port: port.default(23) })
      .optional()
      .describe('For units that speak version 1 of SSH alone, as PIX 6 does.'),
    login: login.optional().describe('Where it is another than that of the console.'),
  })
  .refine(({ ssh, telnet }) => ssh ?? telnet, managementWanted)
  .describe(
    'Where the unit is managed. What stands with the primary unit is the active address, which goes with the active unit; the other is the standby address.',
  );

const versionWanted = 'expected an SNMP version: 1, 2c or 3';

/** A user of SNMP version 3, who signs and encrypts. */
export const snmpUser = {
  user: z.string().min(1),
  auth: z.strictObject({
    protocol: z.enum(['md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512']),
    password: secretRef,
  }),
  priv: z.strictObject({ protocol: z.enum(['des', 'aes', 'aes256b', 'aes256r']), password: secretRef }),
};

/** How to reach an SNMP agent. YAML reads a bare `3` as a number; both are meant the same. */
export const snmpAccess = z
  .discriminatedUnion(
    'version',
    [
      z.strictObject({
        host,
        port: port.default(161),
        version: z.union([z.enum(['1', '2c']), z.literal(1)]).transform((v) => (v === 1 ? '1' : v)),
        community: secretRef,
      }),
      z.strictObject({
        host,
        port: port.default(161),
        version: z.union([z.literal('3'), z.literal(3)]).transform((): '3' => '3'),
        ...snmpUser,
      }),
    ],
    versionWanted,
  )
  .describe('SNMP version and credentials of an agent, secrets by reference.');

/** How to reach an SNMP agent, secrets as references. */
export type SnmpAccess = z.output<typeof snmpAccess>;
