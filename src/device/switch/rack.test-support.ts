/**
 * A rack in namespaces of its own: Debian's snmpd as the agent of a switch, whose ports lead to two hosts that send to
 * each other without end. Nothing of it is seen outside, and nothing is left when the test is over, however it ends.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../transport/far-end.test-support.ts';
import type { AskingTest } from '../../transport/peer.test-support.ts';
import { isMissing, needsProgram } from '../../transport/peer.test-support.ts';
import type { HostSeen } from './rack-host.test-support.ts';

/** The rack as a test sees it. */
export interface Rack {
  /** Of 127.0.0.1: where the agent of the switch is asked. */
  readonly port: number;
  /** What the host behind port `p1` or `p2` says of itself right now. */
  host(number: 1 | 2): Promise<HostSeen>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  close(): Promise<void>;
}

/** Who may ask the agent, and what it listens to; the ports are `p1` and `p2`, in VLAN 101, and there is a VLAN 999. */
export interface RackWish {
  /** Lines of snmpd.conf. */
  readonly settings: readonly string[];
  /** The port of 127.0.0.1 that gets what the agent sends to its own 127.0.0.1:1162. */
  readonly trapsTo?: number;
}

const own = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];

/** What a program is started with inside namespaces; the running test is pending where this machine cannot have any. */
export function needsNamespaces(test: AskingTest): {
  readonly snmpd: string;
  readonly unshare: readonly string[];
} {
  const [snmpd, unshare] = [needsProgram(test, 'snmpd'), needsProgram(test, 'unshare')];
  needsProgram(test, 'ip');
  const cable = ['ip', 'link', 'add', 'p', 'type', 'veth', 'peer', 'name', 'e'];
  const may = spawnSync(unshare, [...asRoot, ...own, ...cable]);
  if (may.status !== 0)
    isMissing(test, `no network namespace may be made here: ${String(may.stderr).trim()}`);
  return { snmpd, unshare: [unshare, ...asRoot, ...own] };
}

/** Puts up the rack; the running test is pending where this machine cannot have one. */
export async function openRack(test: AskingTest, { settings, trapsTo = 0 }: RackWish): Promise<Rack> {
  const {
    snmpd,
    unshare: [unshare = '', ...namespaces],
  } = needsNamespaces(test);
  const folder = mkdtempSync(join(tmpdir(), 'fover-rack-'));
  const inside = join(import.meta.dirname, 'rack-inside.test-support.ts');
  const program = [process.execPath, '--import', 'tsx', inside, snmpd, folder, settings.join('\n')];
  const rack = spawn(unshare, [...namespaces, ...program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(rack, 'exit');
  const seen = new Map<string, HostSeen>();
  const ready = new Promise<void>((resolve, reject) => {
    void gone.then(() => reject(new Error('the rack ended before it was ready')), reject);
    rack.on('message', (said: { ready?: true; device: string; seen: HostSeen }) => {
      if (said.ready) resolve();
      else seen.set(said.device, said.seen);
    });
  });
  const close = async (): Promise<void> => {
    // With it goes the first process of its namespace, and with that everything in there.
    rack.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true });
  };
  try {
    await ready;
    return {
      port: await handOver(rack, trapsTo),
      host,
      signal: (signal) => void rack.send({ signal }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }

  async function host(number: 1 | 2): Promise<HostSeen> {
    seen.clear();
    rack.send({});
    await eventually(`host ${number} answers`, () => seen.has(`e${number}`));
    const said = seen.get(`e${number}`);
    if (!said) throw new Error(`host ${number} says nothing`);
    return said;
  }
}

/** A socket of this side, given to the far side: a socket stays in the namespace that it was made in. */
export async function handOver(rack: ReturnType<typeof spawn>, trapsTo: number): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await new Promise<void>((resolve, reject) => {
    rack.send({ trapsTo }, socket, (error) => (error ? reject(error) : resolve()));
  });
  socket.close();
  return port;
}
