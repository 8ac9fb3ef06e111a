/** Debian's snmpd as the agent of a switch whose ports are cables of the kernel, in namespaces of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realClock } from '../../clock.ts';
import { handOver, needsNamespaces } from '../../device/switch/rack.test-support.ts';
import { openAgent } from '../../transport/index.ts';
import type { AskingTest } from '../../transport/peer.test-support.ts';
import type { CableSeen, Said, VlanSeen } from './cabled-switch-inside.test-support.ts';

/** The switch as a test sees it. Its ports are `p1` and so on, and the far ends of their cables `e1` and so on. */
export interface CabledSwitch {
  /** Of 127.0.0.1: where its agent is asked. */
  readonly port: number;
  /** Told whenever a cable looks otherwise from its far end. */
  onCable(listener: (seen: CableSeen) => void): void;
  /** Told whenever the port that a cable leads to is put into a VLAN: 101, where all are, or 999. */
  onVlan(listener: (seen: VlanSeen) => void): void;
  /** Whether there is anybody at the far end of a cable who holds up the link. */
  setFarEnd(device: string, wish: 'up' | 'down'): void;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  close(): Promise<void>;
}

const ifOperStatus = '1.3.6.1.2.1.2.2.1.8';
/** For how many seconds snmpd keeps the table of interfaces instead of looking again (NET-SNMP-AGENT-MIB). */
const keptInterfaces = '1.3.6.1.4.1.8072.1.5.3.1.2.1.3.6.1.2.1.2.2';

/** Who may write to the agent, how many ports there are, and who gets what it notifies of. */
export interface SwitchWish {
  readonly community: string;
  readonly ports: number;
  readonly trapsTo: number;
}

/** Builds the switch; the running test is pending where this machine cannot have one. */
export async function openCabledSwitch(test: AskingTest, wish: SwitchWish): Promise<CabledSwitch> {
  const {
    snmpd,
    unshare: [unshare = '', ...namespaces],
  } = needsNamespaces(test);
  const folder = mkdtempSync(join(tmpdir(), 'fover-switch-'));
  const inside = join(import.meta.dirname, 'cabled-switch-inside.test-support.ts');
  const settings = settingsFor(wish.community);
  const program = [process.execPath, '--import', 'tsx', inside, snmpd, folder, settings.join('\n')];
  const child = spawn(unshare, [...namespaces, ...program, String(wish.ports)], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const listeners: ((seen: CableSeen) => void)[] = [];
  const vlanListeners: ((seen: VlanSeen) => void)[] = [];
  const tell = (said: Said): void => void child.send(said);
  const close = async (): Promise<void> => {
    // With it goes the first process of its namespace, and with that everything in there.
    child.kill('SIGKILL');
    await gone;
    rmSync(folder, { recursive: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      void gone.then(() => reject(new Error('the switch ended before it was ready')), reject);
      child.on('message', (said: { ready: true } | CableSeen | VlanSeen) => {
        if ('ready' in said) resolve();
        else if ('vlan' in said) for (const listener of vlanListeners) listener(said);
        else for (const listener of listeners) listener(said);
      });
    });
    const port = await handOver(child, wish.trapsTo);
    await keepNothing(port, wish.community);
    return {
      port,
      onCable: (listener) => void listeners.push(listener),
      onVlan: (listener) => void vlanListeners.push(listener),
      setFarEnd: (device, far) => tell({ device, wish: far }),
      signal: (signal) => tell({ signal }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Lines of snmpd.conf: who may write; and every second it looks whether a link is gone, and notifies of it. */
function settingsFor(community: string): readonly string[] {
  return [
    `rwcommunity ${community}`,
    'createUser itself',
    'rouser itself noauth',
    'iquerySecName itself',
    `trap2sink 127.0.0.1:1162 ${community}`,
    `notificationEvent gone .1.3.6.1.6.3.1.1.5.3 .1.3.6.1.2.1.2.2.1.1 .${ifOperStatus}`,
    `monitor -r 1 -S -e gone "down" .${ifOperStatus} == 2`,
  ];
}

/** A switch shows its ports as they are; three seconds later would be too late to measure by. */
async function keepNothing(port: number, community: string): Promise<void> {
  const agent = openAgent({ host: '127.0.0.1', port, version: '2c', community }, realClock);
  try {
    await agent.set(keptInterfaces, 'integer', 0, { retries: 2 });
  } finally {
    await agent.close();
  }
}
