/**
 * A rack of one switch and two hosts, run inside namespaces of its own; it is over, with all that it started, when its
 * parent is. The switch is Debian's snmpd over a bridge for each VLAN; what comes to the socket that the parent hands
 * over is for its agent, and its notifications leave by that socket.
 */
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { Socket } from 'node:dgram';
import { once } from 'node:events';
import { join } from 'node:path';
import { relay, startAgent, vlansOfPorts } from './rack-agent.test-support.ts';

const [, , snmpd = '', folder = '', settings = ''] = process.argv;
const hosts: ChildProcess[] = [];

const ip = (...words: readonly string[]): void => void execFileSync('ip', words);

function buildSwitch(): void {
  execFileSync('mount', ['-t', 'sysfs', 'none', '/sys']);
  ip('link', 'set', 'lo', 'up');
  for (const vlan of ['101', '999']) {
    ip('link', 'add', `br${vlan}`, 'type', 'bridge', 'stp_state', '0', 'forward_delay', '0');
    ip('link', 'set', `br${vlan}`, 'up');
  }
}

/** Two network devices are one cable: the port is ours, the other end goes into the namespace of the host. */
async function cableHost(number: number): Promise<void> {
  const [port, device] = [`p${number}`, `e${number}`];
  const address = (at: number): string => `192.0.2.${at}`;
  ip('link', 'add', port, 'type', 'veth', 'peer', 'name', device);
  ip('link', 'set', port, 'master', 'br101', 'up');
  const script = [
    'mount -t sysfs none /sys && echo apart && read -r go',
    `ip link set ${device} up && ip address add ${address(number)}/24 dev ${device}`,
    'exec "$@"',
  ].join(' && ');
  const file = join(import.meta.dirname, 'rack-host.test-support.ts');
  const program = [process.execPath, '--import', 'tsx', file, device, address(number), address(3 - number)];
  const host = spawn('unshare', ['--net', '--mount', 'sh', '-c', script, 'sh', ...program], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  hosts.push(host);
  await once(host.stdout ?? host, 'data');
  ip('link', 'set', device, 'netns', String(host.pid));
  host.stdin?.end('go\n');
  await once(host, 'message');
  host.on('message', (said) => process.send?.(said));
}

process.on('disconnect', () => process.exit());
buildSwitch();
await Promise.all([cableHost(1), cableHost(2)]);
const tell = await startAgent(snmpd, folder, `${settings}\n${vlansOfPorts}`);
process.on('message', (said: { signal?: 'SIGSTOP' | 'SIGCONT'; trapsTo?: number }, socket) => {
  if (socket instanceof Socket) relay(socket, said.trapsTo ?? 0);
  else if (said.signal) tell(said.signal);
  else for (const host of hosts) host.send(said);
});
process.send?.({ ready: true });
