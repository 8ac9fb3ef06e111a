/** Ways to the console of a unit: of its own cable, or behind console servers of several kinds. */
import { z } from 'zod';
import { duration, fingerprint, host, login, oldFirmware, port, secretRef } from './schema-words.ts';

const pace = duration
  .optional()
  .describe(
    'Pause between two characters that are typed. A PIX loses those that come too fast: 30ms by default there.',
  );

/** How a serial line is set, in the words of `stty` and of `show line`. */
const serialSettings = {
  baud: z.number().int().positive().max(4_000_000).default(9600),
  'data-bits': z.union([z.literal(5), z.literal(6), z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'odd', 'even']).default('none'),
  'stop-bits': z.union([z.literal(1), z.literal(2)]).default(1),
  'flow-control': z.enum(['none', 'rts-cts', 'xon-xoff']).default('none'),
  dtr: z.boolean().optional().describe('Data Terminal Ready; as opening makes it if not given.'),
  rts: z.boolean().optional().describe('Request To Send; as opening makes it if not given.'),
};

const serverKey = fingerprint
  .optional()
  .describe(
    'Its host key. Without it the key that is seen first is kept beside the topology, and no other is taken.',
  );

const clearLine = z
  .strictObject({
    line: z.number().int().min(0).max(999).describe('As `show line` counts it: 33 for port 2033.'),
    by: z.enum(['telnet', 'ssh']).default('telnet'),
    port: port.optional().describe('23 by telnet, 22 by SSH.'),
    login,
    enable: secretRef.optional().describe('Where the login leads to user EXEC.'),
    fingerprint: serverKey,
    ...oldFirmware,
  })
  .describe(
    'Log in to the Cisco terminal server itself and clear the line when it is busy. Whoever holds it is thrown out.',
  );

const wayWanted =
  'expected one way to a console: a map with the one key serial, telnet, tcp, ssh or conserver; write several ways as several list entries';

/** One way to the console of a unit. Several are tried in order. Port 0 is filled in by the simulated bench. */
export const consoleWay = z
  .union(
    [
      z.strictObject({
        serial: z.strictObject({
          device: z
            .string()
            .min(1)
            .describe('Such as /dev/ttyUSB0; /dev/serial/by-id/… stays the same. `fover ports` lists them.'),
          ...serialSettings,
          pace,
        }),
      }),
      z.strictObject({
        telnet: z
          .strictObject({
            host,
            port,
            login: login.optional(),
            rfc2217: z
              .strictObject(serialSettings)
              .optional()
              .describe(
                'How the serial line behind the port is to be set, where the server speaks RFC 2217.',
              ),
            'clear-line': clearLine.optional(),
            pace,
          })
          .describe('A console server line by telnet.'),
      }),
      z.strictObject({
        tcp: z.strictObject({ host, port, pace }).describe('A console server line as raw TCP.'),
      }),
      z.strictObject({
        ssh: z
          .strictObject({
            host,
            port,
            login,
            fingerprint: serverKey,
            ...oldFirmware,
            escape: z
              .string()
              .regex(/^[!-~]$/, 'expected one character')
              .optional()
              .describe('What the server takes for itself unless it comes doubled: `~` of Opengear.'),
            pace,
          })
          .describe('A console server line by SSH: a port for each line, or a user name such as lab:port02.'),
      }),
      z.strictObject({
        conserver: z
          .strictObject({
            host,
            port: port.default(782),
            console: z.string().regex(/^[!-~]+$/, 'expected the name of a console, without blanks'),
            login,
            pace,
          })
          .describe('A console of conserver, by its own protocol, without TLS.'),
      }),
    ],
    wayWanted,
  )
  .describe('One way to a console: serial, telnet, tcp, ssh or conserver.');

/** One way to a console, secrets as references. */
export type ConsoleWay = z.output<typeof consoleWay>;
