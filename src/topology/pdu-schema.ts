/** A PDU in the topology language: its family, the one way in which that is reached, and its times. */
import { z } from 'zod';
import { pduFamilies } from './pdu-families.ts';
import { duration, host, login, port, secretRef, snmpAccess } from './schema-words.ts';

/** An outlet of a PDU. */
export const outlet = z
  .union([z.string().min(1), z.number().int()], 'expected an outlet such as 7')
  .transform(String)
  .describe('An outlet as its PDU numbers or names it.');

const selector = z.string().min(1);

const certificate = z
  .string()
  .regex(
    /^([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}$/,
    'expected a fingerprint as openssl x509 -fingerprint -sha256 prints it: 32 pairs of digits with colons',
  )
  .describe('The one certificate that is taken, by its SHA-256.');

const http = z
  .strictObject({
    host,
    port: port.optional().describe('80, or 443 with tls.'),
    tls: z
      .union(
        [
          z.literal(true),
          z.strictObject({ fingerprint: certificate }),
          z.strictObject({ ca: z.string().min(1).describe('A file of certificates, PEM.') }),
        ],
        'expected true, a map with fingerprint, or a map with ca',
      )
      .optional()
      .describe('True where the certificate is one that this machine trusts; else which one is taken.'),
    login: login.optional(),
  })
  .transform(({ port: at, ...rest }) => ({ ...rest, port: at ?? (rest.tls ? 443 : 80) }))
  .describe('A PDU that is switched over HTTP.');

const powerman = z
  .strictObject({ host, port: port.default(10_101) })
  .describe('A powermand; its nodes are the outlets.');

const web = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'expected the address of a page, http://… or https://…' })
      .refine((url) => !/\/\/[^/:]*:[^/]*@/.test(url), 'a password does not stand in a URL; write login')
      .describe('The page that shows the outlets.'),
    fingerprint: certificate.optional(),
    // A name, never a path: a topology is read, and nothing that lies beside one is started.
    browser: z
      .enum(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'])
      .optional()
      .describe('Which browser of the PATH to start; the first Chromium or Chrome where it is left out.'),
    login: z
      .strictObject({
        username: z.string().optional(),
        password: secretRef,
        form: z
          .strictObject({ username: selector.optional(), password: selector, submit: selector })
          .optional()
          .describe('The fields of the form and what is clicked; without it, the login is that of HTTP.'),
      })
      .optional(),
    outlets: z.array(outlet).min(1),
    state: z
      .strictObject({ at: selector, on: z.string().min(1), off: z.string().min(1) })
      .describe('What shows the state of {outlet}, and its words for on and off.'),
    on: selector.describe('What is clicked to turn {outlet} on.'),
    off: selector.describe('What is clicked to turn {outlet} off; never what turns it off and on again.'),
    confirm: selector.optional().describe('What is clicked then, where the page asks again.'),
    label: selector.optional().describe('What shows the name given to {outlet}.'),
  })
  .describe(
    'A PDU that has a page and nothing else: selectors of Playwright, {outlet} in them is the outlet.',
  );

/** A PDU of the bench. */
export const pdu = z.strictObject({
  model: z
    .enum(pduFamilies)
    .describe(
      'The family of the PDU: which OIDs, values or requests it uses, and which of the next four it wants.',
    ),
  snmp: snmpAccess.optional(),
  http: http.optional(),
  powerman: powerman.optional(),
  web: web.optional(),
  settle: duration.prefault('30s').describe('How long an outlet may take to follow.'),
  poll: duration.prefault('500ms').describe('How often an outlet is read while it follows.'),
  dwell: duration
    .prefault('5s')
    .describe('How long an outlet stays off at least before it is switched on again.'),
  protected: z.array(outlet).default([]),
});

/** A PDU as written, secrets as references. */
export type TopologyPdu = z.output<typeof pdu>;
