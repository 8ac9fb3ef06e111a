import type { FieldReader } from '../line/fields.ts';
import { shaped } from '../line/fields.ts';
import { uptimeSeconds } from '../word/duration.ts';
import type { VersionFacts } from './facts.ts';

type Reader = FieldReader<VersionFacts>;

const banner: Reader = shaped(
  /^Cisco ((?:Secure )?(?:Adaptive Security Appliance|PIX|PIX Security Appliance)(?: Software| Firewall)?) Version (\S+)(?: ?<(context|system)>)?$/i,
  (product = '', firmware = '', space = '') => ({
    product,
    firmware,
    ...(space !== '' && { space: space.toLowerCase() === 'system' ? 'system' : 'context' }),
  }),
);

const clusterUptime: Reader = shaped(/^failover cluster up (.+)$/i, (words = '') => {
  const seconds = uptimeSeconds(words);
  return seconds === undefined ? undefined : { clusterUptimeSeconds: seconds };
});

const uptime: Reader = shaped(/^(\S+) up (.+)$/, (hostname = '', words = '') => {
  const seconds = uptimeSeconds(words);
  return seconds === undefined ? undefined : { hostname, uptimeSeconds: seconds };
});

const startUp: Reader = shaped(/^Start-up time (.+)$/i, (words = '') => {
  const seconds = uptimeSeconds(words);
  return seconds === undefined ? undefined : { startUpSeconds: seconds };
});

/** A reader for each line that stands once in the output, wherever this firmware prints it. */
export const singleLines: readonly Reader[] = [
  banner,
  clusterUptime,
  uptime,
  startUp,
  shaped(/^Compiled on (.+)$/i, (compiled = '') => ({ compiled })),
  shaped(/^System image file is (.+)$/i, (image = '') => ({ image: unquoted(image) })),
  shaped(/^Config file at boot was (.+)$/i, (file = '') => ({ bootConfiguration: unquoted(file) })),
  // PIX 6 prints the number twice, the second time in hexadecimal.
  shaped(/^Serial Number ?: (\S+)(?: \(0x[0-9a-f]+\))?$/i, (serial = '') => ({ serial })),
  shaped(/^Configuration register is (.+)$/i, (configurationRegister = '') => ({ configurationRegister })),
  shaped(/^Image type ?: (.+)$/i, (imageType = '') => ({ imageType })),
  shaped(/^Key version ?: (.+)$/i, (keyVersion = '') => ({ keyVersion })),
  shaped(/^Configuration ((?:last modified by|has not been modified) .+)$/i, (configuration = '') => ({
    configuration,
  })),
];

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;
}
