/**
 * How a sample is walked: its lines are typed one by one, each after the prompt that the guide shows, and what is
 * printed is held against the guide's lines in their order. Lines are written as patterns: what is a value there (a
 * time, a counter, an address) stands in angle brackets.
 */
import { expect } from 'chai';
import { type UnitName, unitNames } from '../../pair/index.ts';
import { PlayedPair, testTopology } from '../played/played-pair.test-support.ts';
import type { SimulatedBenchOptions } from '../face/bench-options.ts';

const values: readonly (readonly [string, string])[] = [
  ['<ip>', '\\d+(?:\\.\\d+){3}'],
  ['<n>', '\\d+'],
  ['<date>', '\\d\\d:\\d\\d:\\d\\d [A-Z]+ [A-Z][a-z]{2} \\d+ \\d{4}'],
  ['<version>', '\\d[\\w.()]*'],
  ['<hash>', '[\\w./$+]+'],
  ['<sum>', '[0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8} [0-9a-f]{8}'],
  ['<checksum>', '[0-9a-f]{32}'],
  ['<standby>', 'Standby(?: Ready)?'],
  ['\\s+<waiting>', '(?:\\s+\\(Waiting\\))?'],
];

/** A line of a guide as a pattern; how much blank there is between its words does not count. */
export function pattern(line: string): RegExp {
  const text = line
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`^\\s*${values.reduce((all, [name, is]) => all.replaceAll(name, is), text)}\\s*$`);
}

/** The lines of an output that say something, each held against its pattern, and none too many. */
export function expectLines(actual: readonly string[], wanted: readonly string[]): void {
  const said = actual.filter((line) => line.trim() !== '');
  wanted.forEach((line, at) => expect(said[at] ?? '(nothing)').to.match(pattern(line)));
  expect(said.slice(wanted.length), 'lines that the guide does not have').to.deep.equal([]);
}

/** The prompts of configuration mode, after the name of the unit. */
export const modes = { exec: '#', global: '(config)#', if: '(config-if)#' } as const;

/** After which prompt, what is typed, the prompt then, and what is printed between. */
export type Row = readonly [before: string, typed: string, after?: string, printed?: readonly string[]];

/** Types rows at a console; prompts are given without the name that every one begins with. */
export async function play(
  pair: PlayedPair,
  unit: UnitName,
  name: string,
  rows: readonly Row[],
): Promise<void> {
  for (const [before, typed, after = before, printed = []] of rows) {
    expect(pair.printed[unit].endsWith(`${name}${before} `), `«${typed}»: prompt before`).to.equal(true);
    const lines = (await pair.say(unit, typed, 300)).split('\r\n');
    expect(lines.at(-1), `«${typed}»: prompt after`).to.equal(`${name}${after} `);
    expectLines(lines.slice(1, -1), printed);
  }
}

export const cleared = (name: string): string =>
  `INFO: Non-failover interface config is cleared on ${name} and its sub-interfaces`;

export const level = (name: string, n: number): string =>
  `INFO: Security level for "${name}" set to ${n} by default.`;

const linkOfTopology = /\n +link: \{ nameif: folink[^\n]*/;

/** A pair of PIX: Ethernet2 is the state link, Ethernet3 the failover link or, with a cable, nothing. */
export function pixPair(firmware: string, cable = false, options: SimulatedBenchOptions = {}): PlayedPair {
  const topology = testTopology((text) => {
    const pix = text
      .replace(
        /active: 203\S+ mask: \S+ standby: [\d.]+/,
        'active: 172.20.1.1, mask: 255.255.0.0, standby: 172.20.1.2',
      )
      .replace(
        /active: 10\.1\.1\.1, mask: \S+ standby: [\d.]+/,
        'active: 192.168.7.1, mask: 255.255.255.0, standby: 192.168.7.2',
      )
      .replaceAll('GigabitEthernet0/', 'Ethernet')
      .replace('platform: asa', 'platform: pix')
      .replace('ASA5525', 'PIX-525')
      .replace('9.2(4)', firmware);
    return cable ? pix.replace(linkOfTopology, '\n    cable: true') : pix;
  });
  return new PlayedPair(options, topology);
}

export function asaPair(firmware: string, options: SimulatedBenchOptions = {}): PlayedPair {
  return new PlayedPair(
    options,
    testTopology((text) => text.replace('9.2(4)', firmware)),
  );
}

/** A unit after its boot, in configuration mode, under the name that the guide gives it, on a wide terminal. */
export async function atConsole(pair: PlayedPair, unit: UnitName, name: string): Promise<void> {
  await pair.enable(unit);
  await pair.say(unit, 'configure terminal');
  await pair.say(unit, 'terminal width 511');
  await pair.say(unit, `hostname ${name}`);
}

/** Both units, from blank flash. */
export async function opened(pair: PlayedPair, name: string): Promise<PlayedPair> {
  await pair.clock.advance(2500);
  for (const unit of unitNames) await atConsole(pair, unit, name);
  return pair;
}

/** Types lines that lead to a sample and are none themselves. */
export async function prepare(pair: PlayedPair, unit: UnitName, lines: readonly string[]): Promise<void> {
  for (const line of lines) await pair.say(unit, line, 50);
}

/** What the standby unit says in configuration mode of any command there. */
export const standbyWarning = [
  '**** WARNING ****',
  '\tConfiguration Replication is NOT performed from Standby unit to Active unit.',
  '\tConfigurations are no longer synchronized.',
];

/** Types a command that makes the unit change its role: the prompt is there again before it does. */
export async function force(pair: PlayedPair, unit: UnitName, prompt: string, typed: string): Promise<void> {
  expect(pair.printed[unit].endsWith(`${prompt} `), `«${typed}»: prompt before`).to.equal(true);
  const said = (await pair.say(unit, typed, 0)).split('\r\n');
  const warned = said[1] === standbyWarning[0];
  expect(said).to.deep.equal([typed, ...(warned ? standbyWarning : []), `${prompt} `]);
}

/** Sends a file as FTP does, a connection for the orders and one for the file, and sees it arrive. */
export async function sendFile(pair: PlayedPair, from = 'inside', to = 'outside'): Promise<void> {
  const [control, data] = [21, 2021].map((port) =>
    pair.bench.openSession(from, to, { protocol: 'tcp', port }),
  );
  await pair.clock.advance(3500);
  data?.send(new Uint8Array(5000));
  await pair.clock.advance(500);
  expect([control?.state, data?.state, data?.delivered.toServer]).to.deep.equal(['open', 'open', 5000]);
  data?.close();
  control?.close();
  await pair.clock.advance(500);
}

/** `copy running-config startup-config`, with its question and what it says. */
export async function copyRunning(pair: PlayedPair, unit: UnitName): Promise<void> {
  await pair.say(unit, 'copy running-config startup-config');
  expectLines((await pair.say(unit, '', 500)).split('\r\n').slice(0, -1), [
    'Cryptochecksum: <sum>',
    '<n> bytes copied in 0.<n> secs',
  ]);
}

/** What the console of the unit that sends its configuration says of it. */
export const replicationSent =
  /Beginning configuration replication: Sending to mate\.\r\n[^]*End Configuration Replication to mate\r\n/;
/** And that of the unit that takes it. */
export const replicationSeen =
  /\.*\r\n\r\n\tDetected an Active mate\r\nBeginning configuration replication from mate\.\r\nEnd configuration replication from mate\.\r\n/;

/** The statistics of Stateful Failover below `show failover`: the rows of the guide's sample. */
export function statistics(link: string, ...rows: readonly string[]): string[] {
  return [
    'Stateful Failover Logical Update Statistics',
    `Link : ${link}`,
    'Stateful Obj xmit xerr rcv rerr',
    ...['General', 'sys cmd', 'up time', 'RPC services', 'TCP conn', 'UDP conn', 'ARP tbl'].map(counters),
    ...['Xlate_Timeout', 'VPN IKE upd', 'VPN IPSEC upd', 'VPN CTCP upd', 'VPN SDI upd'].map(counters),
    ...['VPN DHCP upd', ...rows].map(counters),
    'Logical Update Queue Information',
    'Cur Max Total',
    'Recv Q: <n> <n> <n>',
    'Xmit Q: <n> <n> <n>',
  ];
}

const counters = (row: string): string => `${row} <n> <n> <n> <n>`;
