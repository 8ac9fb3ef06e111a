/**
 * A switch in namespaces of its own whose ports are network devices of the kernel: `p1` and so on are in its bridge, and
 * the other end of each cable, `e1` and so on, lies in a namespace apart, where the units would be. What the cables are
 * seen to be from there is told to the parent, which says whether there is anybody at their ends. All is over with it.
 */
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { Socket } from 'node:dgram';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { relay, startAgent, vlansOfPorts } from '../../device/switch/rack-agent.test-support.ts';

/** How a cable looks from the end where a unit is. */
export interface CableSeen {
  readonly device: string;
  /** Whether the network device of the unit is up at all; without it there is no telling. */
  readonly up: boolean;
  readonly carrier: boolean;
}

/** In which VLAN of the switch the port is that a cable leads to. */
export interface VlanSeen {
  readonly device: string;
  readonly vlan: number;
}

/** What the parent says. */
export interface Said {
  readonly signal?: 'SIGSTOP' | 'SIGCONT';
  readonly trapsTo?: number;
  readonly device?: string;
  readonly wish?: 'up' | 'down';
}

const [, , snmpd = '', folder = '', settings = '', count = ''] = process.argv;

const ip = (...words: readonly string[]): void => void execFileSync('ip', words);

/** Begins in namespaces of its own, and takes a network device and what it shall be with every line. */
const units = `mount -t sysfs none /sys && echo apart && read -r go
ip -o monitor link &
while read -r device wish; do ip link set "$device" "$wish"; done`;

async function cable(): Promise<ChildProcess> {
  execFileSync('mount', ['-t', 'sysfs', 'none', '/sys']);
  ip('link', 'set', 'lo', 'up');
  for (const vlan of ['101', '999']) {
    ip('link', 'add', `br${vlan}`, 'type', 'bridge', 'stp_state', '0', 'forward_delay', '0');
    ip('link', 'set', `br${vlan}`, 'up');
  }
  const there = spawn('unshare', ['--net', '--mount', 'sh', '-c', units], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: there.stdout });
  await once(lines, 'line');
  for (let number = 1; number <= Number(count); number += 1) {
    const [port, device] = [`p${number}`, `e${number}`];
    ip('link', 'add', port, 'type', 'veth', 'peer', 'name', device);
    ip('link', 'set', device, 'netns', String(there.pid));
    ip('link', 'set', port, 'master', 'br101', 'up');
  }
  lines.on('line', tell);
  there.stdin.write('go\n');
  return there;
}

/** A line of `ip monitor`, such as `7: e1@if6: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 …`. */
function tell(line: string): void {
  const [, device, flags = ''] = /^\d+: (e\d+)@\S+ <([A-Z_,-]*)>/.exec(line) ?? [];
  if (device === undefined) return;
  const has = new Set(flags.split(','));
  process.send?.({ device, up: has.has('UP'), carrier: has.has('LOWER_UP') } satisfies CableSeen);
}

/** The same of a port of the switch: a VLAN is a bridge, `br101`, and the port is in that. */
function tellVlan(line: string): void {
  const [, number, vlan] = /^\d+: p(\d+)@.* master br(\d+) /.exec(line) ?? [];
  if (number === undefined) return;
  process.send?.({ device: `e${number}`, vlan: Number(vlan) } satisfies VlanSeen);
}

process.on('disconnect', () => process.exit());
const there = await cable();
const ports = spawn('ip', ['-o', 'monitor', 'link'], { stdio: ['ignore', 'pipe', 'inherit'] });
createInterface({ input: ports.stdout }).on('line', tellVlan);
const signalAgent = await startAgent(snmpd, folder, `${settings}\n${vlansOfPorts}`);
process.on('message', (said: Said, socket) => {
  if (socket instanceof Socket) relay(socket, said.trapsTo ?? 0);
  else if (said.signal) signalAgent(said.signal);
  else if (said.device) there.stdin?.write(`${said.device} ${said.wish ?? 'up'}\n`);
});
process.send?.({ ready: true });
