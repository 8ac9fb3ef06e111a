import type { Clock } from '../../clock.ts';
import { FirewallSession, openPdu } from '../../device/index.ts';
import type { Pdu, Switch } from '../../device/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { maskText } from '../../timeline/index.ts';
import type { Recorder } from '../../timeline/index.ts';
import { withListeners } from '../../topology/index.ts';
import type { Secrets, Topology } from '../../topology/index.ts';
import { byReference } from '../asking/by-reference.ts';
import { Bench } from '../bench.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import { hearUnits } from './hear-units.ts';
import { Journal } from '../journal/journal.ts';
import { Notebook } from '../notebook.ts';
import { openConsoleLine } from './open-console-line.ts';
import { openSwitch } from './open-switch.ts';
import type { Progress } from '../progress.ts';
import { revealPdu } from './reveal-pdu.ts';
import { TimeWatch } from '../time-watch.ts';
import { UnitConsole } from '../unit-console.ts';
import { serveUpdates } from './serve-updates.ts';
import { Watch } from '../watch.ts';
import type { WatchPace } from '../watch.ts';
import type { Fence } from '../lease/index.ts';

/** What a bench is opened with. `recorder.folder` takes the journal as well. */
export interface BenchOpening {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Told once when the timeline can no longer be written; stop the run then. */
  readonly onRecordingBroken: (error: Error) => void;
  readonly pace?: WatchPace;
  /** The file where host keys are pinned that the topology says nothing of; without it, they are refused. */
  readonly knownHosts?: string;
  /** What is kept of the bench between runs; left out where the bench ends with the process. */
  readonly kept?: BenchFolder | undefined;
  /** That the bench is ours, where others may take it. */
  readonly fence?: Fence | undefined;
}

/** A console at 9600 baud needs about two seconds for one `show failover`; a simulated one answers at once. */
const defaultPace: WatchPace = { boundMs: 4000, restMs: 100 };

interface Closing {
  close(): Promise<unknown>;
}

/**
 * Opens every console, switch and PDU of the topology. Throws `BenchError` naming the first device that cannot
 * be opened; what was open by then is closed again.
 */
export async function openBench(opening: BenchOpening): Promise<Bench> {
  const { secrets, recorder, clock, progress } = opening;
  const notebook = new Notebook(recorder, opening.onRecordingBroken);
  const opened: Closing[] = [];
  const keep = async <T extends Closing>(device: Promise<T>): Promise<T> => {
    opened.push(await device);
    return device;
  };
  // What the units are told of us holds the ports at which we listen.
  const ears = await hearUnits(opening.topology, secrets, clock, notebook);
  if (ears) opened.push(ears);
  const updates = await serveUpdates(opening.topology, clock).catch(async (error: unknown) => {
    await ears?.close();
    throw error;
  });
  if (updates) opened.push(updates);
  const at = { ...ears?.at, ...(updates ? { updateServer: updates.port } : {}) };
  const topology = withListeners(opening.topology, at);
  const consoleOf = async (unit: UnitName): Promise<UnitConsole> => {
    const open = async (): Promise<FirewallSession> => {
      // A line of a console server may have to be taken from whoever is on it.
      await opening.fence?.mayAct();
      return openSession(unit, topology, opening);
    };
    return new UnitConsole(unit, await keep(open()), notebook, {
      clock,
      serial: topology.units[unit].serial,
      open,
    });
  };
  try {
    const consoles = { primary: await consoleOf('primary'), secondary: await consoleOf('secondary') };
    const switches = new Map<string, Switch>();
    for (const [name, written] of Object.entries(topology.switches))
      switches.set(name, await keep(openSwitch(name, written, opening)));
    const pdus = new Map<string, Pdu>();
    for (const [name, pdu] of Object.entries(topology.pdus))
      pdus.set(name, await keep(openPower(name, pdu, opening)));
    const watch = new Watch(consoles, clock, progress, opening.pace ?? defaultPace);
    const journal = openJournal(topology, opening);
    return new Bench({
      topology,
      secrets,
      clock,
      progress,
      notebook,
      journal,
      consoles,
      switches,
      pdus,
      kept: opening.kept,
      watch,
      timeWatch: new TimeWatch(clock, notebook),
      ears,
      updates,
      knownHosts: opening.knownHosts,
      fence: opening.fence,
    });
  } catch (error) {
    await Promise.allSettled(opened.map((device) => device.close()));
    throw error;
  }
}

function openPower(
  name: string,
  pdu: Topology['pdus'][string],
  { secrets, clock, fence }: BenchOpening,
): Promise<Pdu> {
  const { model, protected: outlets } = pdu;
  const access = revealPdu(pdu, secrets);
  return openPdu({ name, model, access, protected: outlets, mayAct: fence?.mayAct }, clock);
}

/** What was typed stands in it without the secrets of the topology. */
function openJournal(topology: Topology, { secrets, clock, recorder, kept }: BenchOpening): Journal {
  const { hide: byName } = byReference(topology, secrets);
  const mask = maskText(secrets.values());
  return new Journal({ clock, folder: recorder.folder, kept, hide: (text) => mask(byName(text)) });
}

async function openSession(
  unit: UnitName,
  topology: Topology,
  opening: BenchOpening,
): Promise<FirewallSession> {
  const { secrets, clock } = opening;
  const { username, password, enable } = topology.pair.login;
  const { line, paceMs: msPerCharacter } = await openConsoleLine(unit, { ...opening, topology });
  return new FirewallSession(line, clock, {
    name: `${unit} console`,
    username,
    password: () => secrets.reveal(password),
    enable: () => secrets.reveal(enable),
    msPerCharacter,
    mayAct: opening.fence?.mayAct,
  });
}
