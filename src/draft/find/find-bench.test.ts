import { expect } from 'chai';
import { TopologyError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import { parseTopology } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { UnitFacts } from '../facts.ts';
import { foundDraft } from '../found-draft.test-support.ts';
import type { FoundDraft } from '../found-draft.test-support.ts';

/** Fills in what nobody could find, as the owner of the rack would. */
function filled({ text, topology }: FoundDraft): Topology {
  const { primary, secondary } = topology.units;
  const feeds = [primary, secondary].map(({ power }) =>
    power.map(({ pdu, outlet }) => `{ pdu: ${pdu}, outlet: ${outlet} }`).join(', '),
  );
  const pdus = Object.keys(topology.pdus).map(
    (name) => `  ${name}: { model: apc-rpdu2, snmp: { host: 10.1.1.6, version: 2c, community: '\${PDU}' } }`,
  );
  const typed = text
    .replace(/username: # fill in:.*/, 'username: lab')
    .replaceAll(/power: # fill in:.*/g, () => `power: [${feeds.shift() ?? ''}]`)
    .replace(/pdus: \{\}/, `pdus:\n${pdus.join('\n')}`);
  return parseTopology(typed, 'rack.yaml');
}

/** What a look at units and switch can know of a topology. */
function knowable({ pair, units }: Topology) {
  const { platform, model, firmware, mode, firewall, hostname, failover, interfaces, contexts, groups } =
    pair;
  const byName = contexts.map((one) => ({ ...one, interfaces: sorted(one.interfaces) }));
  return {
    pair: { platform, model, firmware, mode, firewall, hostname, failover: { ...failover, key: undefined } },
    managed: pair['management-address'],
    interfaces: sorted(interfaces),
    contexts: sorted(byName),
    groups,
    serials: [units.primary.serial, units.secondary.serial],
    cables: [units.primary.cables, units.secondary.cables],
  };
}

function sorted<T>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** The complaints of the reader about a text, with the line that each points at. */
function refused(text: string): readonly { message: string; line: string }[] {
  try {
    parseTopology(text, 'rack.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    const lines = text.split('\n');
    return error.complaints.map(({ message, place }) => ({ message, line: lines[place.line - 1] ?? '' }));
  }
}

describe('a bench that is looked at', () => {
  const wholly = [
    'simulated',
    'simulated-default-timers',
    'simulated-contexts',
    'simulated-pix-cable',
    'simulated-pix-lan',
    'simulated-state-on-data',
    'simulated-shared-link',
    'simulated-stateless',
  ];
  for (const name of wholly)
    it(`gives back the topology ${name}, but for what no device can say`, async () => {
      const draft = await foundDraft(name);
      expect(draft.complete).to.equal(true);
      expect(draft.facts.notes).to.deep.equal([]);
      expect(refused(draft.text).map(({ line }) => line.trim().split(' #')[0])).to.deep.equal([
        'username:',
        'power:',
        'power:',
      ]);
      expect(knowable(filled(draft))).to.deep.equal(knowable(draft.topology));
    });

  it('does not guess the cables of a bridge, behind which other hosts are heard', async () => {
    const { text, topology } = await foundDraft('simulated-transparent');
    const guessed = refused(text).filter(({ line }) => line.includes('its address was heard behind'));
    expect(guessed.map(({ line }) => line.trim().split(':')[0])).to.include('GigabitEthernet0/0');
    for (const { line } of guessed)
      expect(line).to.match(/heard behind sw1 GigabitEthernet1\/0\/\d+ \(\d addr/);
    expect(text).to.contain(`active: ${topology.pair['management-address']?.active ?? ''}`);
  });

  it('gives back contexts, groups and their preferences of an Active/Active pair', async () => {
    const { facts, text, topology } = await foundDraft('simulated-active-active');
    expect(facts.notes).to.deep.equal([]);
    let spare = 1;
    const typed = text
      .replace(/username: # fill in:.*/, 'username: lab')
      .replaceAll(/power: # fill in:.*/g, () => `power: [{ pdu: pdu1, outlet: ${spare++} }]`)
      // Two sockets share the number from which virtual MAC addresses are made, so neither is guessed.
      .replaceAll(
        /(\w+0\/0): # fill in:.*/g,
        (_, socket: string) => `${socket}: { switch: sw1, port: x${spare++} }`,
      )
      .replace(
        /pdus: \{\}/,
        "pdus: { pdu1: { model: apc-rpdu2, snmp: { host: h, version: 2c, community: '${P}' } } }",
      );
    const { contexts, groups } = knowable(parseTopology(typed, 'rack.yaml'));
    expect(contexts).to.deep.equal(knowable(topology).contexts);
    // The unit writes the policy of each group, also where the topology has one for both.
    const policy = { 'interface-policy': topology.pair.failover['interface-policy'] };
    const { '1': first, '2': second } = topology.pair.groups ?? {};
    expect(groups).to.deep.equal({ '1': { ...policy, ...first }, '2': { ...policy, ...second } });
  });

  it('writes each unit where it belongs when the consoles were named the other way round', async () => {
    const { facts, topology, text } = await foundDraft('simulated', { crossed: true });
    expect(facts.units.primary.serial?.value).to.equal(topology.units.primary.serial);
    expect(facts.notes.join('\n')).to.contain('leads to the secondary one');
    expect(text).to.match(/primary:\n {4}serial: FCH1931J0PA[^]*?port: 2008[^]*secondary:[^]*port: 2007/);
  });

  it('follows the addresses to the sockets where they are, when the secondary unit is the active one', async () => {
    const { facts, topology } = await foundDraft('simulated', {
      before: (ask) => ask('secondary', 'failover active'),
    });
    for (const unit of unitNames) {
      const found = facts.units[unit].cables.map(({ interface: socket, to }) => [
        socket,
        to && { switch: to.switch, port: to.port },
      ]);
      expect(Object.fromEntries(found)).to.deep.equal(topology.units[unit].cables);
    }
    expect(facts.units.primary.serial?.value).to.equal(topology.units.primary.serial);
    const usual = (await foundDraft('simulated')).facts.units;
    const [outside, link] = ['GigabitEthernet0/0', 'GigabitEthernet0/2'].map((socket) => {
      const heard = (unit: UnitFacts) => unit.cables.find((cable) => cable.interface === socket)?.from;
      return [heard(facts.units.primary), heard(usual.primary), heard(usual.secondary)];
    });
    expect(outside?.[0], 'the addresses went over').to.equal(outside?.[2]);
    expect(link?.[0], 'those of the failover link stay').to.equal(link?.[1]);
  });

  it('writes what one unit says when the other does not answer, and tells it', async () => {
    const { facts, complete, text } = await foundDraft('simulated', { silent: 'primary' });
    expect(complete).to.equal(false);
    expect(facts.notes).to.have.length(1);
    expect(facts.notes[0]).to.match(/^the primary unit was not asked to the end: .*nobody is there/);
    expect(facts.pair.model).to.deep.equal({ value: 'ASA5525', from: 'show version of secondary' });
    expect(refused(text).filter(({ line }) => line.includes('serial:'))).to.have.length(1);
  });

  it('asks with show commands alone, and what it says holds no secret', async () => {
    const { text, said } = await foundDraft('simulated');
    for (const secret of ['open-sesame-4', 'higher-ground-7', 'two-of-a-kind-9', 'lab-write-2', 'encrypted'])
      expect(text + said.join('\n')).to.not.contain(secret);
  });

  it('marks each place to fill in with a comment, and the reader points at it', async () => {
    const { text } = await foundDraft('simulated', { silent: 'primary' });
    const marked = text.split('\n').filter((line) => line.includes('# fill in:'));
    expect(marked).to.not.be.empty;
    expect(new Set(refused(text).map(({ line }) => line))).to.deep.equal(new Set(marked));
  });
});
