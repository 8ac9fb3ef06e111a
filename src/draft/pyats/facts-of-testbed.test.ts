import { expect } from 'chai';
import { draftText } from '../compose/draft-text.ts';
import { TopologyError, UsageError } from '../../errors.ts';
import { parseTopology } from '../../topology/index.ts';
import { testbedSample } from '../import-samples.test-support.ts';
import { factsOfTestbed } from './facts-of-testbed.ts';

const frame = { by: 'a test', schema: 'x.json', name: 'rack' };
const read = (text: string) => factsOfTestbed(text, 'tb.yaml', {});

describe('a testbed of pyATS', () => {
  it('becomes a topology once firmware, mode, levels and serial numbers are filled in', () => {
    let serial = 0;
    const text = draftText(read(testbedSample), frame)
      .replace(/firmware: # fill in:.*/, 'firmware: 8.2(5)')
      .replace(/mode: # fill in:.*/, 'mode: active-standby')
      .replaceAll(/security-level: # fill in:.*/g, 'security-level: 50')
      .replaceAll(/serial: # fill in:.*/g, () => `serial: JMX000${serial++}`);
    const { pair, units, switches, pdus, name, secrets } = parseTopology(text, 'draft.yaml');
    expect([name, secrets]).to.deep.equal(['rack7', 'rack7.secrets']);
    expect(pair).to.deep.include({ platform: 'asa', model: 'ASA5520' });
    expect(pair.login).to.deep.equal({
      username: 'lab',
      password: { secret: 'LAB_PW' },
      enable: { secret: 'FW_A_ENABLE' },
    });
    expect(pair.failover.link).to.deep.equal({
      nameif: 'fover',
      interface: 'GigabitEthernet0/2',
      active: '203.0.113.1',
      mask: '255.255.255.252',
      standby: '203.0.113.2',
    });
    expect(
      pair.interfaces.map(({ nameif, active, mask, standby }) => [nameif, active, mask, standby]),
    ).to.deep.equal([
      ['outside', '192.0.2.1', '255.255.255.0', '192.0.2.2'],
      ['inside', '198.51.100.1', '255.255.255.128', '198.51.100.2'],
    ]);
    expect(units.primary.console).to.deep.equal([{ telnet: { host: '10.1.1.9', port: 2007 } }]);
    expect(units.secondary.console).to.deep.equal([{ telnet: { host: '10.1.1.9', port: 2008 } }]);
    expect(units.secondary.management?.ssh?.host).to.equal('198.51.100.130');
    expect(units.secondary.cables).to.deep.equal({
      'GigabitEthernet0/0': { switch: 'sw7', port: 'GigabitEthernet1/0/2' },
      'GigabitEthernet0/1': { switch: 'sw7', port: 'GigabitEthernet1/0/4' },
      'GigabitEthernet0/2': { switch: 'sw7', port: 'GigabitEthernet1/0/6' },
    });
    expect([units.primary.power, units.secondary.power]).to.deep.equal([
      [{ pdu: 'pdu1', outlet: '7' }],
      [{ pdu: 'pdu1', outlet: '8' }],
    ]);
    expect(switches['sw7']?.cli?.ssh?.login).to.deep.equal({
      username: 'net',
      password: { secret: 'SW7_PASSWORD' },
    });
    expect(pdus['pdu1']).to.deep.include({ model: 'apc-rpdu' });
  });

  it('copies no password and no community, and says of each what to set', () => {
    const facts = read(testbedSample);
    const text = draftText(facts, frame);
    for (const secret of ['hunter2secret', 'public77', 'of the switch?']) expect(text).to.not.contain(secret);
    expect(facts.notes).to.include(
      'tb.yaml:14:9: a password stands in the testbed; it was not copied: set FW_A_ENABLE',
    );
    expect(facts.notes.filter((note) => note.includes('public77'))).to.deep.equal([]);
    expect(facts.secrets.map(({ name }) => name)).to.have.members(['LAB_PW', 'FW_A_ENABLE', 'SW7_PASSWORD']);
  });

  it('tells by its place what was not taken over, and nothing else', () => {
    const left = read(testbedSample).notes.filter((note) => note.endsWith('was not taken over'));
    expect(left).to.deep.equal([
      'tb.yaml:16:19: devices.fw-a.connections.defaults.class was not taken over',
      'tb.yaml:22:15: devices.fw-a.custom.rack was not taken over',
      'tb.yaml:41:11: topology.links.l1.alias was not taken over',
    ]);
  });

  it('tells the units apart by their names, and by what is said', () => {
    const renamed = testbedSample.replaceAll('fw-a', 'asa-sec').replaceAll('fw-b', 'asa-pri');
    expect(read(renamed).units.primary.power[0]?.outlet).to.equal('8');
    const said = factsOfTestbed(testbedSample, 'tb.yaml', { primary: 'fw-b' });
    expect(said.units.primary.power[0]?.outlet).to.equal('8');
    expect(() => factsOfTestbed(testbedSample, 'tb.yaml', { primary: 'fw-c', secondary: 'fw-b' })).to.throw(
      UsageError,
      /there is no device "fw-c"; did you mean/,
    );
    expect(() => read('devices: { a: { os: ios }, b: { os: ios } }')).to.throw(
      UsageError,
      '--primary <device>',
    );
  });

  it('refuses what is no testbed, with its place', () => {
    for (const [text, place] of [
      ['testbed: { name: x }', 'tb.yaml:1:1'],
      ['devices:\n  __proto__: { os: asa }', 'tb.yaml:2:3'],
      ['devices:\n  a: b\n a: [', 'tb.yaml:3'],
      [`a: &a [x,x]\nb: &b [${'*a,'.repeat(60)}]\ndevices: [${'*b,'.repeat(60)}]`, 'tb.yaml:2'],
      ['x'.repeat(100_000), 'tb.yaml:1:1'],
      ['['.repeat(2000), 'tb.yaml:1'],
    ] as const)
      expect(() => read(text)).to.throw(TopologyError, place);
  });

  it('does not take a hostile name for a name', () => {
    const hostile = testbedSample
      .replaceAll('sw7', '"sw7\\n  evil: {}"')
      .replace('alias: outside', 'alias: "x # y\\u2028z: 1"')
      .replaceAll('10.1.1.9', '"h\\"\\n# x"');
    const text = draftText(read(hostile), frame);
    expect(() => parseTopology(text, 'd.yaml')).to.throw(TopologyError, 'found nothing');
    expect(text).to.not.match(/^\s*evil/m);
    expect(text).to.contain('which a topology does not take');
  });
});
