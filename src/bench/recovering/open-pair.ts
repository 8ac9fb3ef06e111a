import type { FirewallSession } from '../../device/index.ts';
import { BenchError, messageOf } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { Bench } from '../bench.ts';
import { Journal } from '../journal/journal.ts';
import { proveIdentity } from '../rest/bring-up.ts';
import { UnitConsole } from '../unit-console.ts';
import { Watch } from '../watch.ts';
import type { Recovering } from './recovering.ts';

/** As a run asks: a console at 9600 baud needs about two seconds for one `show failover`. */
const pace = { boundMs: 4000, restMs: 100 };

/**
 * A bench of both consoles and nothing else, watched. Throws `BenchError` where a console cannot be reached, and where
 * another unit answers at one than the topology says.
 */
export async function openPair(recovering: Recovering): Promise<Bench> {
  const { topology, secrets, clock, progress, notebook, signal } = recovering;
  const sessions: FirewallSession[] = [];
  const consoleOf = async (unit: UnitName): Promise<UnitConsole> => {
    const open = (): Promise<FirewallSession> => anyWay(recovering, unit);
    const session = await open();
    sessions.push(session);
    return new UnitConsole(unit, session, notebook, { clock, serial: topology.units[unit].serial, open });
  };
  try {
    const consoles = { primary: await consoleOf('primary'), secondary: await consoleOf('secondary') };
    const watch = new Watch(consoles, clock, progress, pace);
    const journal = new Journal({ clock });
    const none = { switches: new Map<never, never>(), pdus: new Map<never, never>() };
    const bench = new Bench({
      topology,
      secrets,
      clock,
      progress,
      notebook,
      journal,
      consoles,
      watch,
      ...none,
    });
    for (const unit of unitNames) await proveIdentity(bench, unit, signal);
    watch.start();
    return bench;
  } catch (error) {
    for (const session of sessions) await session.close();
    throw error;
  }
}

/** The first way to a console that can be taken. */
async function anyWay({ topology, doors }: Recovering, unit: UnitName): Promise<FirewallSession> {
  const why: string[] = [];
  for (const way of topology.units[unit].console.keys())
    try {
      return await doors.console(unit, way);
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      why.push(messageOf(error));
    }
  throw new BenchError(`${unit} console`, `cannot be reached: ${why.join('; ')}`);
}
