/** The agents of simulated PDUs with their faults: asked by SNMP and in memory, and what a verdict makes of them. */
import { resolve } from 'node:path';
import { expect } from 'chai';
import { bringUp, whoseFault } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import { realClock } from '../clock.ts';
import { openPdu } from '../device/index.ts';
import type { Pdu } from '../device/index.ts';
import { judgeScenario } from '../judge/index.ts';
import type { ScenarioVerdict } from '../judge/index.ts';
import { play } from '../scenario/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { serveSimulatedBench } from '../simulator/index.ts';
import type { SimulatedPdu } from '../simulator/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import { memoryPdu } from './memory-pdu.ts';

const never = new AbortController().signal;
const outlet = '1';

/** Which faults the driver is told no for, or nothing at all; it copes with the others. */
const ends = {
  'pdu-read-only': 'noAccess',
  'pdu-in-use': 'noAccess',
  'pdu-loses-answers': 'no answer to 3 attempts',
  'pdu-overloaded-agent': 'done',
  'pdu-slow-agent': 'done',
} as const;
const entries = Object.entries(ends);

/** A PDU with this fault behind a socket, asked by SNMP; and the same one, to be asked in memory. */
async function served(
  defect: string,
): Promise<{ bySnmp: Pdu; simulated: SimulatedPdu; close: () => Promise<void> }> {
  const path = resolve(import.meta.dirname, '../../topologies/simulated.yaml');
  const { topology, path: found } = readTopology(path);
  const secrets = openSecrets(topology, found, {});
  const bench = await serveSimulatedBench(topology, secrets, realClock, { defects: [defect] });
  const [simulated] = bench.bench.pdus;
  const [at, written] = [bench.endpoints.pdus['pdu1'], topology.pdus['pdu1']];
  if (!simulated || !at || !written?.snmp || written.snmp.version === '3')
    throw new Error('no pdu1 by community');
  const community = secrets.reveal(written.snmp.community);
  const access = { host: at.host, port: at.port, version: '2c', community } as const;
  const bySnmp = await openPdu(
    { name: 'pdu1', model: written.model, access: { snmp: access }, protected: [] },
    realClock,
  );
  const close = async (): Promise<void> => {
    await bySnmp.close();
    await bench.close();
  };
  return { bySnmp, simulated, close };
}

/** How it ends to switch the outlet: `done`, or the words of a trouble that is the bench's. */
async function switched(pdu: Pdu, wish: 'on' | 'off'): Promise<string> {
  try {
    await pdu.set(outlet, wish);
    return 'done';
  } catch (error) {
    expect(whoseFault(error)).to.equal('bench');
    return String(error);
  }
}

describe('the agent of a simulated PDU, asked by SNMP and in memory', function () {
  this.timeout(60_000);
  // By SNMP it is asked in real time: a machine that is busy elsewhere may make a late answer one that is too late.
  this.retries(1);

  it('refuses, is silent or answers late to both alike, and does the same', async () => {
    // All of them at once: what takes time here is waiting.
    await Promise.all(
      entries.map(async ([defect, end]) => {
        const { bySnmp, simulated, close } = await served(defect);
        const wishOf = (): string | undefined =>
          simulated.outlets.find(({ number }) => String(number) === outlet)?.wish;
        try {
          expect(wishOf()).to.equal('on');
          expect(await switched(bySnmp, 'off'), `${defect} by SNMP`).to.contain(end);
          const isObeyed = end !== 'noAccess';
          expect(wishOf(), `${defect} by SNMP`).to.equal(isObeyed ? 'off' : 'on');
          const back = isObeyed ? 'on' : 'off';
          expect(await switched(memoryPdu(simulated, realClock), back), `${defect} in memory`).to.contain(
            end,
          );
          expect(wishOf(), `${defect} in memory`).to.equal('on');
        } finally {
          await close();
        }
      }),
    );
  });
});

const dark: Scenario = {
  title: 't',
  requirements: [],
  begin: 'primary',
  name: 'dark',
  fault: 'unit-power-loss',
  target: 'active',
  watch: 'failover',
};

async function verdictWith(defect: string): Promise<ScenarioVerdict> {
  const { bench, recorder, run, discard } = openVirtualBench([dark.name], [defect]);
  await run(bringUp(bench, never));
  await run(play(bench, dark, never));
  const verdict = judgeScenario(recorder.entries, dark.name);
  await discard();
  return verdict;
}

describe('an agent of a PDU that is in the way, on a virtual clock', function () {
  this.timeout(60_000);

  for (const defect of ['pdu-read-only', 'pdu-in-use', 'pdu-loses-answers'])
    it(`${defect} is trouble with the bench, never a failure of the pair`, async () => {
      expect(await verdictWith(defect)).to.include({ outcome: 'inconclusive', infrastructure: true });
    });

  it('pdu-slow-agent leaves it open when the power was cut, and so how long the pair took', async () => {
    const { outcome, because } = await verdictWith('pdu-slow-agent');
    expect(outcome, because).to.equal('inconclusive');
    expect(because).to.contain('too uncertain to tell');
  });

  // One thing is asked at a time, one outlet comes on at a time, and nobody takes the power of the PDU itself.
  for (const defect of ['pdu-overloaded-agent', 'pdu-staggers-outlets', 'pdu-outlets-stay-off'])
    it(`${defect} does no harm`, async () => {
      const { outcome, because } = await verdictWith(defect);
      expect(outcome, because).to.equal('pass');
    });
});
