/** The agent of a switch in a namespace of its own: Debian's snmpd, and the way to it from outside. */
import { spawn } from 'node:child_process';
import type { Socket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vmVlan } from './vlan-mib.ts';

const here = '127.0.0.1';
const agentPort = 161;
const trapPort = 1162;

/** A line of snmpd.conf: in which VLAN each port is, by bridges `br101` and so on, and the way to move it. */
export const vlansOfPorts = `pass_persist ${vmVlan} ${process.execPath} --import tsx ${join(import.meta.dirname, 'rack-vlans.test-support.ts')}`;

/** Bytes go from the socket of the parent to the agent and back; each asker has a socket here, as it had there. */
export function relay(outer: Socket, trapsTo: number): void {
  const inner = new Map<number, Socket>();
  outer.on('message', (bytes, { port, address }) => {
    const known = inner.get(port);
    const asker = known ?? createSocket('udp4');
    if (!known) {
      inner.set(port, asker);
      asker.on('message', (answer) => outer.send(answer, port, address));
    }
    asker.send(bytes, agentPort, here);
  });
  const traps = createSocket('udp4');
  traps.on('message', (bytes) => outer.send(bytes, trapsTo, here));
  traps.bind(trapPort, here);
}

/**
 * Starts snmpd with these lines of snmpd.conf, its files in this folder. Resolves when it listens, with the way to stop
 * it and to let it go on.
 */
export async function startAgent(
  snmpd: string,
  folder: string,
  settings: string,
): Promise<(signal: 'SIGSTOP' | 'SIGCONT') => void> {
  const file = join(folder, 'snmpd.conf');
  writeFileSync(file, `${settings}\nagentAddress udp:${here}:${agentPort}\n`);
  const agent = spawn(snmpd, ['-f', '-C', '-c', file, '-Lo', '-p', join(folder, 'pid')], {
    env: { ...process.env, SNMP_PERSISTENT_DIR: folder, MIBS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of agent.stdout) if (String(text).includes('NET-SNMP version')) break;
  return (signal) => void agent.kill(signal);
}
