/**
 * A process before every device of a rack, so that each can be stopped in its tracks by itself, and let go on. That of the
 * secondary console is `socat`, and a serial device, as of an adapter that can be unplugged.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Endpoint, Endpoints } from '../../topology/index.ts';
import type { AskingTest } from '../../transport/peer.test-support.ts';
import { ended, newDevice, ptyTo } from '../../transport/ser2net.test-support.ts';
import { builtFover } from '../fover.test-support.ts';
import type { Passage } from './pass-on.test-support.ts';

/** Everything of a rack that can hang by itself. */
export const fronted = [
  'primary console',
  'secondary console',
  'management addresses',
  'sw1',
  'pdu1',
  'inside host',
  'outside host',
  'messages of the units',
] as const;

export type Fronted = (typeof fronted)[number];

/** The fronts of a rack. */
export interface DeviceFronts {
  /** The rack as it is reached through them. */
  readonly endpoints: Endpoints;
  /** The serial device of the secondary console. */
  readonly adapter: string;
  signal(device: Fronted, signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Takes the adapter away, with its device; and brings it back, under the same name. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  close(): Promise<void>;
}

/** The messages of the units are sent to this address, at the ports that are listened at on 127.0.0.1. */
export const heardThrough = '127.0.0.2';

const passOn = builtFover.replace(/fover\.js$/, 'kill/pass-on.test-support.js');

/** Puts a process before every device; `heard` are the ports that messages of the units come to. */
export async function frontsOf(
  test: AskingTest,
  behind: Endpoints,
  heard: readonly number[],
): Promise<DeviceFronts> {
  const adapter = newDevice();
  const processes = new Map<Fronted, ChildProcess>();
  const front = async (device: Fronted, ...passages: readonly Passage[]): Promise<readonly Endpoint[]> => {
    const child = spawn(process.execPath, [passOn, JSON.stringify(passages)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    processes.set(device, child);
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const ports = JSON.parse(String(line)) as readonly number[];
    return ports.map((port) => ({ host: '127.0.0.1', port }));
  };
  let wire: Awaited<ReturnType<typeof ptyTo>> | undefined;
  const plugIn = async (): Promise<void> => {
    wire = await ptyTo(test, behind.consoles.secondary.port, adapter);
    processes.set('secondary console', wire.child);
  };
  const unplug = async (): Promise<void> => {
    await wire?.close();
    wire = undefined;
  };
  const close = async (): Promise<void> => {
    await unplug();
    for (const child of processes.values()) await ended(child);
  };
  try {
    const endpoints = await through(behind, heard, front);
    await plugIn();
    return { endpoints, adapter, signal, unplug, plugIn, close };
  } catch (error) {
    await close();
    throw error;
  }

  function signal(device: Fronted, name: 'SIGSTOP' | 'SIGCONT'): void {
    processes.get(device)?.kill(name);
  }
}

type Front = (device: Fronted, ...passages: readonly Passage[]) => Promise<readonly Endpoint[]>;

async function through(behind: Endpoints, heard: readonly number[], front: Front): Promise<Endpoints> {
  const { consoles, management, switches, pdus, flows } = behind;
  const out = flows['inside-to-outside'];
  const back = flows['outside-to-inside'];
  const sw1 = switches['sw1'];
  const pdu1 = pdus['pdu1'];
  if (!out?.tcp || !back || !sw1 || !pdu1) throw new Error('this is not the bench that the fronts are for');
  const one = async (device: Fronted, passage: Passage): Promise<Endpoint> =>
    first(await front(device, passage));
  const [primary, managed, toSwitch, toPdu, inside, outside] = await Promise.all([
    one('primary console', { by: 'tcp', to: consoles.primary }),
    front(
      'management addresses',
      { by: 'tcp', to: management.primary },
      { by: 'tcp', to: management.secondary },
    ),
    one('sw1', { by: 'udp', to: sw1 }),
    one('pdu1', { by: 'udp', to: pdu1 }),
    front(
      'inside host',
      { by: 'udp', to: out.send },
      { by: 'udp', to: back.receive },
      { by: 'tcp', to: out.tcp },
    ),
    front('outside host', { by: 'udp', to: back.send }, { by: 'udp', to: out.receive }),
    front(
      'messages of the units',
      ...heard.map((port): Passage => ({
        by: 'udp',
        to: { host: '127.0.0.1', port },
        at: { host: heardThrough, port },
      })),
    ),
  ]);
  return {
    ...behind,
    consoles: { ...consoles, primary },
    management: {
      primary: { ...management.primary, ...first(managed) },
      secondary: { ...management.secondary, ...first(managed.slice(1)) },
    },
    switches: { sw1: toSwitch },
    pdus: { pdu1: toPdu },
    flows: {
      'inside-to-outside': {
        send: first(inside),
        receive: first(outside.slice(1)),
        tcp: first(inside.slice(2)),
      },
      'outside-to-inside': { send: first(outside), receive: first(inside.slice(1)) },
    },
  };
}

function first([endpoint]: readonly Endpoint[]): Endpoint {
  if (!endpoint) throw new Error('a front tells no port');
  return endpoint;
}
