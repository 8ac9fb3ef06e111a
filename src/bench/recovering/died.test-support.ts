/** A run that dies on the virtual bench, and a fresh process that recovers from the files that it left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FirewallSession } from '../../device/index.ts';
import type { Pdu, Switch } from '../../device/index.ts';
import { memorySwitch, terminalLine } from '../../explore/memory-devices.ts';
import { memoryPdu } from '../../explore/memory-pdu.ts';
import type { Topology } from '../../topology/index.ts';
import type { Bench } from '../bench.ts';
import { benchFolderAt } from '../kept/bench-folder.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import { quietNotebook } from '../quiet-notebook.ts';
import { bringUp } from '../rest/bring-up.ts';
import { openVirtualBench } from '../virtual-bench.test-support.ts';
import type { VirtualBench } from '../virtual-bench.test-support.ts';
import { closeIntent, openIntents, textFolders } from './open-intents.ts';
import { recover } from './recover.ts';
import type { Recovering } from './recovering.ts';

/** What a fresh process finds otherwise than the one that died left it. */
export interface Otherwise {
  readonly topology?: (topology: Topology) => Topology;
  readonly pdu?: (pdu: Pdu) => Partial<Pdu>;
  readonly switch?: (of: Switch) => Partial<Switch>;
  readonly journal?: string;
  readonly agreed?: boolean;
}

export interface Died {
  readonly opened: VirtualBench;
  readonly bench: Bench;
  readonly kept: BenchFolder;
  readonly run: VirtualBench['run'];
  readonly asked: string[];
  /** Leaves the bench as it is, without a word to it: nothing of the run is heard of any more. */
  die(): Promise<void>;
  /** Recovers as a process would that was started now: `put-back power of primary on`, one line for each intent. */
  recover(otherwise?: Otherwise): Promise<readonly string[]>;
  /** What a fresh process works with. */
  readonly recovering: (otherwise?: Otherwise) => Recovering & { readonly kept: BenchFolder };
  /** Why each was not verified, in the same order. */
  readonly why: string[];
}

/** Runs `act` beside a pair that is up, unless `isBlank`. */
export async function withRunThatDies(act: (died: Died) => Promise<void>, isBlank = false): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'recover-'));
  const kept = benchFolderAt(join(folder, 'rack.bench'));
  const opened = openVirtualBench([], [], undefined, 'simulated', kept);
  const { bench, run, simulated, clock } = opened;
  const asked: string[] = [];
  const why: string[] = [];
  try {
    if (!isBlank) await run(bringUp(bench, new AbortController().signal));
    const recovering: Died['recovering'] = (otherwise = {}) => {
      const { topology, journal } = otherwise;
      const { login } = bench.topology.pair;
      const { secrets } = bench;
      return {
        topology: topology ? topology(bench.topology) : bench.topology,
        secrets,
        clock,
        progress: bench.progress,
        notebook: quietNotebook(),
        kept,
        signal: new AbortController().signal,
        texts: textFolders(kept, journal),
        ask: (question) => {
          asked.push(question);
          return Promise.resolve(otherwise.agreed ?? false);
        },
        doors: {
          console: (unit) =>
            Promise.resolve(
              new FirewallSession(
                terminalLine(simulated.units[unit].console, `${unit} console`, clock),
                clock,
                {
                  name: `${unit} console`,
                  username: login.username,
                  password: () => secrets.reveal(login.password),
                  enable: () => secrets.reveal(login.enable),
                },
              ),
            ),
          management: () => Promise.reject(new Error('nobody asks there')),
          switch: (name) => {
            const of = memorySwitch(
              simulated.switches.find((each) => each.name === name)!,
              clock,
            );
            return Promise.resolve({ ...of, ...otherwise.switch?.(of) });
          },
          pdu: (name) => {
            const of = memoryPdu(
              simulated.pdus.find((each) => each.name === name)!,
              clock,
            );
            return Promise.resolve({ ...of, ...otherwise.pdu?.(of) });
          },
        },
      };
    };
    await act({
      opened,
      bench,
      kept,
      run,
      asked,
      why,
      die: async () => {
        await run(bench.watch.stop());
        for (const console of Object.values(bench.consoles)) await run(console.close());
      },
      recovering,
      recover: async (otherwise = {}) => {
        const { journal } = otherwise;
        const { open } = openIntents(kept, journal);
        const recovered = await run(
          recover(recovering(otherwise), open, ({ intent }) => closeIntent(kept, clock, intent)),
        );
        why.splice(0, why.length, ...recovered.map((each) => each.why));
        return recovered.map(({ intent, outcome }) => `${outcome} ${intent.restores}`);
      },
    });
  } finally {
    // Whatever was left so goes with the bench.
    await opened.discard().catch(() => undefined);
    rmSync(folder, { recursive: true });
  }
}
