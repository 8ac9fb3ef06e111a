/** A draft from a simulated pair: its consoles and its switch in memory, on a virtual clock. */
import { join, resolve } from 'node:path';
import { awaitPair } from '../cli/await-pair.ts';
import { flashOf } from '../cli/flash-of.ts';
import { pause } from '../clock.ts';
import { FirewallSession } from '../device/index.ts';
import { BenchError } from '../errors.ts';
import { memorySwitch, terminalLine } from '../explore/memory-devices.ts';
import type { UnitName } from '../pair/index.ts';
import { createSimulatedBench } from '../simulator/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { consoleSpec, draftText, findBench, switchSpec } from './index.ts';
import type { FoundBench } from './index.ts';

const topologies = resolve(import.meta.dirname, '../../topologies');

/** What was found, the draft of it, and the topology that the bench was made from. */
export interface FoundDraft extends FoundBench {
  readonly topology: Topology;
  readonly text: string;
  readonly said: readonly string[];
}

/** What somebody named wrongly, or what does not answer. */
export interface Trouble {
  readonly crossed?: boolean;
  readonly silent?: UnitName;
  /** Commands of the pair's own, typed before it is looked at. */
  readonly before?: (ask: (unit: UnitName, command: string) => Promise<void>) => Promise<void>;
}

/** Lets a configured pair come up, looks at it as `fover init --find` does, and writes the draft. */
export async function foundDraft(name: string, trouble: Trouble = {}): Promise<FoundDraft> {
  const { topology, path } = readTopology(join(topologies, `${name}.yaml`));
  const secrets = openSecrets(topology, path, {});
  const clock = new VirtualClock();
  const simulated = createSimulatedBench(topology, secrets, clock, {
    defects: [],
    seed: 1,
    flash: flashOf(topology, secrets),
  });
  const { login } = topology.pair;
  const open = async (unit: UnitName): Promise<FirewallSession> => {
    if (unit === trouble.silent) throw new BenchError(`${unit} console`, 'nobody is there');
    const named = trouble.crossed === true ? (unit === 'primary' ? 'secondary' : 'primary') : unit;
    return new FirewallSession(terminalLine(simulated.units[named].console, unit, clock), clock, {
      name: `${unit} console`,
      username: login.username,
      password: () => secrets.reveal(login.password),
      enable: () => secrets.reveal(login.enable),
    });
  };
  const said: string[] = [];
  const found = clock.runUntil(
    (async () => {
      await awaitPair(simulated, secrets, clock, 900_000);
      await trouble.before?.(async (unit, command) => {
        const session = await open(unit);
        await session.run(command);
        await session.close();
        // The units take a while to agree, and the switch to hear them where they are now.
        await pause(clock, 20_000);
      });
      return findBench({
        consoles: {
          primary: [consoleSpec('telnet://10.1.1.9:2007', 'RACK_CONSOLE')],
          secondary: [consoleSpec('telnet://10.1.1.9:2008', 'RACK_CONSOLE')],
        },
        switches: simulated.switches.map(({ name: of }) => switchSpec(`${of}=10.1.1.5`)),
        openUnit: open,
        openSwitch: async (spec) => {
          const of = simulated.switches.find((one) => one.name === spec.name);
          if (!of) throw new BenchError(spec.name, 'is no switch of the bench');
          return memorySwitch(of, clock);
        },
        say: (text) => said.push(text),
      });
    })(),
  );
  const { facts, complete } = await found;
  simulated.close();
  const frame = { by: 'a test', schema: 'x.json', name: 'rack', secretsFile: 'rack.secrets' };
  return { topology, facts, complete, said, text: draftText(facts, frame) };
}
