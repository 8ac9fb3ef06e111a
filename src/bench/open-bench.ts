import type { Clock } from '../clock.ts';
import { FirewallSession, openConsole, openSnmpPdu, openSnmpSwitch } from '../device/index.ts';
import type { AgentAccess, ConsoleWay, Pdu, Switch } from '../device/index.ts';
import { unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import type { Recorder } from '../timeline/index.ts';
import type { ConsoleWay as WrittenWay, Secrets, SnmpAccess, Topology } from '../topology/index.ts';
import { Bench } from './bench.ts';
import { Journal } from './journal.ts';
import { Notebook } from './notebook.ts';
import type { Progress } from './progress.ts';
import { UnitConsole } from './unit-console.ts';
import { Watch } from './watch.ts';
import type { WatchPace } from './watch.ts';

/** What a bench is opened with. `recorder.folder` takes the journal as well. */
export interface BenchOpening {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly pace?: WatchPace;
}

/** A console at 9600 baud needs about two seconds for one `show failover`; a simulated one answers at once. */
const defaultPace: WatchPace = { boundMs: 4000, restMs: 100 };

/** PIX consoles lose characters that come faster than 20 to 50 ms. */
const pixTypingMs = 30;

/**
 * Opens every console, switch and PDU of the topology. Throws `BenchError` naming the first device that cannot
 * be opened; what was open by then is closed again.
 */
export async function openBench(opening: BenchOpening): Promise<Bench> {
  const { topology, secrets, recorder, clock, progress } = opening;
  const notebook = new Notebook(recorder);
  const opened: { close(): Promise<unknown> }[] = [];
  const keep = async <T extends { close(): Promise<unknown> }>(opening: Promise<T>): Promise<T> => {
    const device = await opening;
    opened.push(device);
    return device;
  };
  try {
    const consoles = {} as Record<UnitName, UnitConsole>;
    for (const unit of unitNames)
      consoles[unit] = new UnitConsole(unit, await keep(openSession(unit, topology, secrets, clock)), notebook);
    const switches = new Map<string, Switch>();
    for (const [name, { snmp, protected: kept }] of Object.entries(topology.switches))
      switches.set(name, await keep(openSnmpSwitch({ name, access: accessOf(snmp, secrets), protected: kept }, clock)));
    const pdus = new Map<string, Pdu>();
    for (const [name, { model, snmp, protected: kept }] of Object.entries(topology.pdus))
      pdus.set(name, await keep(openSnmpPdu({ name, model, access: accessOf(snmp, secrets), protected: kept }, clock)));
    const watch = new Watch(consoles, clock, progress, opening.pace ?? defaultPace);
    const journal = new Journal(recorder.folder);
    return new Bench({ topology, secrets, clock, progress, notebook, journal, consoles, switches, pdus, watch });
  } catch (error) {
    await Promise.allSettled(opened.map((device) => device.close()));
    throw error;
  }
}

async function openSession(unit: UnitName, topology: Topology, secrets: Secrets, clock: Clock): Promise<FirewallSession> {
  const { username, password, enable } = topology.pair.login;
  const line = await openConsole(`${unit} console`, topology.units[unit].console.map((way) => wayOf(way, secrets)), clock);
  return new FirewallSession(line, clock, {
    name: `${unit} console`,
    username,
    password: () => secrets.reveal(password),
    enable: () => secrets.reveal(enable),
    ...(topology.pair.platform === 'pix' ? { msPerCharacter: pixTypingMs } : {}),
  });
}

function wayOf(way: WrittenWay, secrets: Secrets): ConsoleWay {
  if ('telnet' in way) {
    const { login, ...at } = way.telnet;
    return { telnet: { ...at, ...(login ? { login: { username: login.username, password: secrets.reveal(login.password) } } : {}) } };
  }
  if ('ssh' in way) {
    const { login, fingerprint, ...at } = way.ssh;
    const revealed = { username: login.username, password: secrets.reveal(login.password) };
    return { ssh: { ...at, ...revealed, ...(fingerprint === undefined ? {} : { fingerprint }) } };
  }
  return way;
}

function accessOf(access: SnmpAccess, secrets: Secrets): AgentAccess {
  if (access.version !== '3') return { ...access, community: secrets.reveal(access.community) };
  const { auth, priv } = access;
  return {
    ...access,
    auth: { ...auth, password: secrets.reveal(auth.password) },
    priv: { ...priv, password: secrets.reveal(priv.password) },
  };
}
