import { expect } from 'chai';
import type { SimulatedOutlet } from '../bench.ts';
import { PlayedPair, testTopology } from '../played/played-pair.test-support.ts';

const snmp = "{ host: 127.0.0.1, port: 0, version: 2c, community: '${C}' }";

/** The primary unit on both PDUs, which are of two families; outlet 7 of the first is somebody else's. */
function onTwoPdus(): PlayedPair {
  return new PlayedPair(
    {},
    testTopology((text) =>
      text
        .replace(
          'power: [{ pdu: strip, outlet: 1 }]',
          'power: [{ pdu: strip, outlet: 1 }, { pdu: other, outlet: left }]',
        )
        .replace('pdus:\n', `pdus:\n  other: { model: apc-rpdu, snmp: ${snmp} }\n`)
        .replace('outlet-delay: 100ms', 'outlet-delay: 100ms, pdus: { strip: eaton-epdu }'),
    ),
  );
}

describe('power of a simulated bench', () => {
  it('comes from PDUs of the families that the topology says they are', () => {
    const pair = onTwoPdus();
    const families = pair.bench.pdus.map(({ name, family }) => `${name} ${family}`);
    expect(families).to.have.members(['other apc-rpdu', 'strip eaton-epdu']);
    pair.close();
  });

  it('lasts as long as one feed does, and is measured at each', async () => {
    const pair = onTwoPdus();
    const outlet = (pdu: string, at: number): SimulatedOutlet | undefined =>
      pair.bench.pdus.find(({ name }) => name === pdu)?.outlets[at];
    const watts = (): (number | undefined)[] => [outlet('strip', 0)?.watts, outlet('other', 0)?.watts];
    const command = async (pdu: string, wish: 'on' | 'off'): Promise<void> => {
      pair.bench.pdus.find(({ name }) => name === pdu)?.command(1, wish);
      await pair.clock.advance(200);
    };
    expect(watts()).to.deep.equal([95, 95]);
    await pair.clock.advance(5000);
    expect(watts()).to.deep.equal([60, 60]);
    await command('strip', 'off');
    expect(watts()).to.deep.equal([0, 120]);
    expect(pair.bench.units.primary.powered).to.equal(true);
    await command('other', 'off');
    expect(watts()).to.deep.equal([0, 0]);
    expect(pair.bench.units.primary.powered).to.equal(false);
    await command('strip', 'on');
    expect(watts()).to.deep.equal([190, 0]);
    expect(outlet('strip', 6)).to.include({ power: 'on', moves: 0, watts: 0 });
    expect(pair.bench.units.secondary.powered).to.equal(true);
    pair.close();
  });

  it('fails with a PDU for those who have no other', async () => {
    const pair = onTwoPdus();
    pair.bench.pduTrouble['strip']?.losePower();
    expect(pair.bench.units.primary.powered).to.equal(true);
    expect(pair.bench.units.secondary.powered).to.equal(false);
    pair.bench.pduTrouble['strip']?.regainPower();
    await pair.until(() => pair.bench.units.secondary.powered);
    pair.bench.pduTrouble['strip']?.logIn();
    expect(pair.bench.pdus.map(({ agent }) => agent.inUse)).to.have.members([true, false]);
    pair.close();
  });
});
