/**
 * `pass_persist` of snmpd: CISCO-VLAN-MEMBERSHIP-MIB for a switch that is a Linux host. A VLAN is a bridge, `br101`, and
 * a port is in that VLAN when it is in that bridge; it keeps its link when it is moved.
 */
import { execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { vmVlan } from './vlan-mib.ts';

interface Link {
  readonly ifindex: number;
  readonly ifname: string;
  readonly master?: string;
}

const column = `.${vmVlan}`;

function links(): readonly Link[] {
  const all: readonly Link[] = JSON.parse(execFileSync('ip', ['-j', 'link', 'show'], { encoding: 'utf8' }));
  return all.toSorted((one, other) => one.ifindex - other.ifindex);
}

function ports(): readonly Link[] {
  return links().filter(({ master }) => master?.startsWith('br'));
}

const indexIn = (oid: string): number => Number(oid.slice(column.length + 1).split('.')[0] ?? '');

function told(port: Link | undefined): string {
  return port ? `${column}.${port.ifindex}\ninteger\n${port.master?.slice(2)}` : 'NONE';
}

function set(oid: string, [type, value]: readonly string[]): string {
  const port = ports().find(({ ifindex }) => ifindex === indexIn(oid));
  if (type !== 'integer') return 'wrong-type';
  if (!port) return 'not-writable';
  const bridge = `br${value}`;
  if (!links().some(({ ifname }) => ifname === bridge)) return 'inconsistent-value';
  execFileSync('ip', ['link', 'set', port.ifname, 'master', bridge]);
  return 'DONE';
}

function answer([command, oid = '', value = '']: readonly string[]): string {
  if (command === 'PING') return 'PONG';
  if (command === 'set') return set(oid, value.split(/\s+/));
  if (command === 'get') return told(ports().find(({ ifindex }) => ifindex === indexIn(oid)));
  const after = oid.startsWith(`${column}.`) ? indexIn(oid) : 0;
  return told(ports().find(({ ifindex }) => ifindex > after));
}

/** How many lines each command has. */
const length: Readonly<Record<string, number>> = { PING: 1, get: 2, getnext: 2, set: 3 };

let asked: string[] = [];
createInterface({ input: process.stdin }).on('line', (line) => {
  // snmpd sends an empty line after each SET, and waits forever if it is answered.
  if (asked.length === 0 && line === '') return;
  asked.push(line);
  if (asked.length < (length[asked[0] ?? ''] ?? 1)) return;
  process.stdout.write(`${answer(asked)}\n`);
  asked = [];
});
