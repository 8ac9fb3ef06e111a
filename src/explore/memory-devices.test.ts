import { expect } from 'chai';
import { resolve } from 'node:path';
import { pause, realClock } from '../clock.ts';
import { flashOf } from '../cli/flash-of.ts';
import { openSnmpSwitch } from '../device/index.ts';
import type { PortSettings, Switch } from '../device/index.ts';
import { serveSimulatedBench } from '../simulator/index.ts';
import type { ServedBench } from '../simulator/index.ts';
import { openSecrets, readTopology } from '../topology/index.ts';
import { memorySwitch } from './memory-devices.ts';

/** What is told of a port, without when and in which words, and without what is known to the agent alone. */
function settingsOf(told: PortSettings): object {
  const { askedMs, answeredMs, raw, speedMbps, linkTraps, vlanExists, ...settings } = told;
  expect(askedMs).to.be.at.most(answeredMs);
  expect(raw).to.not.equal('');
  expect(speedMbps ?? 1000).to.equal(1000);
  expect(linkTraps ?? false).to.equal(false);
  expect(vlanExists ?? true).to.equal(true);
  return settings;
}

async function learnedBy(of: Switch): Promise<readonly string[]> {
  const { learned } = await of.macTable();
  // In full, as memory has it; the agent has a short name before it, and a description after it.
  const nameOf = (port: readonly string[]): string | undefined =>
    port.find((name) => /^[A-Z][a-z]{2,}/.test(name));
  return learned.map(({ mac, port, vlan }) => `${mac} ${vlan} ${nameOf(port)}`).toSorted();
}

describe('a simulated switch, asked by SNMP and in memory', function () {
  this.timeout(60_000);
  let served: ServedBench;
  let bySnmp: Switch;
  let inMemory: Switch;

  before(async () => {
    const path = resolve(import.meta.dirname, '../../topologies/simulated.yaml');
    const read = readTopology(path);
    const secrets = openSecrets(read.topology, read.path, {});
    const flash = flashOf(read.topology, secrets);
    served = await serveSimulatedBench(read.topology, secrets, realClock, { speed: 20, flash });
    const [simulated] = served.bench.switches;
    const [at, written] = [served.endpoints.switches['sw1'], read.topology.switches['sw1']];
    if (!simulated || !at || !written?.snmp || written.snmp.version === '3')
      throw new Error('no switch sw1 by community');
    const community = secrets.reveal(written.snmp.community);
    const access = { host: at.host, port: at.port, version: '2c', community } as const;
    bySnmp = await openSnmpSwitch({ name: 'sw1', access, protected: [] }, realClock);
    inMemory = memorySwitch(simulated, realClock);
    // Two addresses on each of four segments, once both units are up.
    while (simulated.addresses.length < 8) await pause(realClock, 20);
  });
  after(async () => {
    await bySnmp?.close();
    await served?.close();
  });

  it('has learned the same addresses, in the same VLANs, behind the same ports', async () => {
    const learned = await learnedBy(inMemory);
    expect(learned).to.have.length.at.least(8);
    expect(await learnedBy(bySnmp)).to.include.members([...learned]);
  });

  it('has set its ports alike', async () => {
    for (const { name } of served.bench.switches[0]?.ports ?? [])
      expect(settingsOf(await bySnmp.portSettings(name)), name).to.deep.equal(
        settingsOf(await inMemory.portSettings(name)),
      );
  });

  it('counts the same, as long as it counts', async () => {
    const name = 'GigabitEthernet1/0/5';
    const before = await inMemory.portCounters(name);
    const between = await bySnmp.portCounters(name);
    const after = await inMemory.portCounters(name);
    for (const way of ['received', 'sent'] as const)
      for (const what of ['unicast', 'multicast', 'broadcast', 'octets', 'discards'] as const)
        expect(between[way][what], `${way} ${what}`).to.be.within(
          before[way][what] ?? NaN,
          after[way][what] ?? NaN,
        );
  });
});
