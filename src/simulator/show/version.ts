import { hostnameOf } from '../config/hostname.ts';
import { hardwareLine } from '../box/models.ts';
import { licenceRows } from '../dialect/licence-lines.ts';
import { clockTime, upTime } from '../ground/device-time.ts';
import type { Box } from '../box/box.ts';
import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';

/** `show version`: the image, how long the unit and its pair are up, the hardware, the licences, what changed. */
export function showVersion(system: System, space: Space = system.spaces.system): string[] {
  const { box } = system;
  const { version, flash } = box.dialect;
  const { kind } = space.config;
  return [
    '',
    `${version.product} Version ${box.firmware} ${kind === 'single' ? '' : `<${kind}>`}`,
    ...version.companions,
    '',
    `Compiled on ${version.compiled} by builders`,
    `System image file is "${flash}/${box.image}"`,
    'Config file at boot was "startup-config"',
    '',
    ...upTimes(system),
    '',
    `Hardware:   ${hardwareLine(box.model, box.make)}`,
    ...box.make.flash,
    '',
    ...box.make.accelerator,
    '',
    ...cards(box),
    '',
    ...licences(system),
    '',
    `Serial Number: ${box.serial}`,
    ...activationKey(box),
    ...(version.register ? [registerLine(box)] : []),
    ...version.tail,
    lastChange(system),
  ];
}

/** `show activation-key`: the serial number, the licences, and whether flash has the same key. */
export function showActivationKey(system: System): string[] {
  const { box } = system;
  return [
    `Serial Number:  ${box.serial}`,
    ...activationKey(box),
    '',
    ...licences(system),
    '',
    box.dialect.version.ofPair
      ? 'The flash permanent activation key is the SAME as the running permanent key.'
      : 'The flash activation key is the SAME as the running key.',
  ];
}

function upTimes(system: System): string[] {
  const hostname = hostnameOf(system.config);
  const up = upTime(system.clock.nowMs() - system.startedMs);
  return [
    `${hostname} up ${up}`,
    ...(system.process.state === 'disabled' ? [] : [`failover cluster up ${up}`]),
  ];
}

function cards(box: Box): string[] {
  return box.cards.map(
    ({ name, burnedIn }, at) =>
      `${String(at).padStart(2)}: Ext: ${name.padEnd(20)}: address is ${burnedIn}, irq ${5 + (at % 6)}`,
  );
}

/** The licences of the unit and, where licences are of the pair, those of both together. */
function licences(system: System): string[] {
  const { box, process } = system;
  const { version } = box.dialect;
  const own = [
    'Licensed features for this platform:',
    ...licenceRows(box, version),
    '',
    `This platform has ${box.make.licence}`,
  ];
  if (!version.ofPair || process.state === 'disabled') return own;
  return [
    ...own,
    '',
    'Failover cluster licensed features for this platform:',
    ...licenceRows(box, version),
    '',
    `This platform has ${box.make.licence}`,
  ];
}

function activationKey({ dialect }: Box): string[] {
  return [`${dialect.version.key}: 0x3a10d54c 0x98e1a0f7 0xc5b2e96c 0x8dd0f4b4 0x0f27e4a1 `];
}

/** What is entered now is read at the next boot. */
function registerLine({ nonvolatile }: Box): string {
  const { register, bootedWith } = nonvolatile;
  const now = `Configuration register is 0x${bootedWith.toString(16)}`;
  return register === bootedWith ? now : `${now} (will be 0x${register.toString(16)} at next reload)`;
}

function lastChange(system: System): string {
  if (!system.spaces.system.configuration.modified)
    return 'Configuration has not been modified since last system restart.';
  return `Configuration last modified by enable_15 at ${clockTime(system.deviceTime)}`;
}
