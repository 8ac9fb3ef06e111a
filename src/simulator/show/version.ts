import { clockTime, upTime } from '../system/device-time.ts';
import type { System } from '../system/system.ts';
import { atLeast } from './firmware.ts';

/** `show version`; `failoverSince` is when the pair was first seen as one. */
export function showVersion(system: System): string[] {
  const { box } = system;
  const hostname = system.config.text('hostname')?.split(' ')[1] ?? 'ciscoasa';
  const upMs = system.clock.nowMs() - system.startedMs;
  const product = box.platform === 'asa' ? 'Adaptive' : 'PIX';
  return [
    '',
    `Cisco ${product} Security Appliance Software Version ${box.firmware} `,
    ...(box.platform === 'asa' ? ['Device Manager Version 7.2(2)'] : []),
    '',
    'Compiled on Mon 12-Jan-15 08:12 by builders',
    `System image file is "disk0:/${box.platform}${box.firmware.replace(/[().]/g, '')}-smp-k8.bin"`,
    'Config file at boot was "startup-config"',
    '',
    `${hostname} up ${upTime(upMs)}`,
    ...(system.process.state === 'disabled' ? [] : [`failover cluster up ${upTime(upMs)}`]),
    '',
    `Hardware:   ${box.model}, 8192 MB RAM, CPU Lynnfield 2394 MHz, 1 CPU (4 cores)`,
    'Internal ATA Compact Flash, 8192MB',
    'BIOS Flash MX25L6445E @ 0xffbb0000, 8192KB',
    '',
    ...box.cards.map(({ name, burnedIn }, at) => {
      const number = String(at).padStart(2);
      return `${number}: Ext: ${name.padEnd(20)}: address is ${burnedIn}, irq ${5 + (at % 6)}`;
    }),
    '',
    'Licensed features for this platform:',
    ...Object.entries(box.licence).map(([feature, value]) => licence(box.firmware, feature, value)),
    '',
    `This platform has an ${box.model} VPN Premium license.`,
    '',
    `Serial Number: ${box.serial}`,
    'Running Permanent Activation Key: 0x3a10d54c 0x98e1a0f7 0xc5b2e96c 0x8dd0f4b4 0x0f27e4a1 ',
    'Configuration register is 0x1',
    lastChange(system),
  ];
}

function licence(firmware: string, feature: string, value: string): string {
  const row = `${feature.padEnd(34)}: ${value}`;
  return atLeast(firmware, 8, 3) ? `${row.padEnd(51)}perpetual` : row;
}

function lastChange(system: System): string {
  if (!system.spaces.system.configuration.modified)
    return 'Configuration has not been modified since last system restart.';
  return `Configuration last modified by enable_15 at ${clockTime(system.deviceTime)}`;
}
