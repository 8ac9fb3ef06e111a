import { expect } from 'chai';
import { BenchError } from '../errors.ts';
import type { Endpoints } from './endpoints.ts';
import { edited, shipped } from './edited-topology.test-support.ts';
import { parseTopology } from './read-topology.ts';
import { withEndpoints } from './with-endpoints.ts';

const at = (port: number) => ({ host: '127.0.0.9', port });
const fingerprint = `SHA256:${'a'.repeat(43)}`;
const endpoints: Endpoints = {
  consoles: { primary: at(1), secondary: at(2) },
  management: { primary: { ...at(3), fingerprint }, secondary: { ...at(4), fingerprint } },
  switches: { sw1: at(5) },
  pdus: { pdu1: at(6) },
  flows: {
    'inside-to-outside': { send: at(7), receive: at(8), tcp: at(11) },
    'outside-to-inside': { send: at(9), receive: at(10) },
  },
};

describe('withEndpoints', () => {
  const topology = parseTopology(shipped('simulated'), 'simulated.yaml');

  it('fills in every port 0 at which the simulated bench listens', () => {
    const filled = withEndpoints(topology, endpoints);
    expect(filled.units.primary.console).to.deep.equal([{ telnet: at(1) }]);
    expect(filled.units.secondary.console).to.deep.equal([{ telnet: at(2) }]);
    expect(filled.units.primary.management?.ssh).to.deep.equal({ ...at(3), fingerprint, legacy: false });
    expect(filled.switches['sw1']?.snmp).to.deep.include(at(5));
    expect(filled.pdus['pdu1']?.snmp).to.deep.include(at(6));
    expect(filled.flows[1]?.send.to).to.deep.equal(at(9));
    expect(filled.flows[1]?.receive['attach-to']).to.deep.equal(at(10));
    expect(JSON.stringify({ ...filled, listen: undefined })).to.not.match(/"port":0\b/);
  });

  it('knows who speaks from an address of its own, and of none that two have', () => {
    const sources = {
      units: { primary: '127.0.0.2', secondary: '127.0.0.3' },
      switches: { sw1: '127.0.0.4', sw2: '127.0.0.2' },
    };
    const filled = withEndpoints(topology, { ...endpoints, sources });
    expect(filled.listen?.sources).to.deep.equal({ '127.0.0.3': 'secondary', '127.0.0.4': 'sw1' });
    expect(filled.listen?.syslog).to.equal(topology.listen?.syslog);
  });

  it('changes nothing else, and not the topology that it was given', () => {
    const before = JSON.stringify(topology);
    const filled = withEndpoints(topology, endpoints);
    expect(JSON.stringify(topology)).to.equal(before);
    expect(filled.pair).to.equal(topology.pair);
    expect(filled.units.primary.cables).to.equal(topology.units.primary.cables);
  });

  it('leaves ports that are written', () => {
    const written = edited(shipped('simulated'), [
      [['units', 'primary', 'console', 0, 'telnet', 'port'], 2001],
      [['units', 'primary', 'console', 1], { tcp: { host: '127.0.0.1', port: 0 } }],
      [['pdus', 'pdu1', 'snmp', 'port'], 1161],
    ]);
    const filled = withEndpoints(parseTopology(written, 'f'), endpoints);
    expect(filled.units.primary.console).to.deep.equal([
      { telnet: { host: '127.0.0.1', port: 2001 } },
      { tcp: at(1) },
    ]);
    expect(filled.pdus['pdu1']?.snmp?.port).to.equal(1161);
  });

  it('fills in the port of a PDU over HTTP', () => {
    const http = {
      host: '127.0.0.1',
      port: 0,
      login: { username: 'admin', password: '${FOVER_SIMULATED_COMMUNITY}' },
    };
    const written = edited(shipped('simulated'), [
      [['pdus', 'pdu1', 'model'], 'netio-json'],
      [['pdus', 'pdu1', 'snmp'], undefined],
      [['pdus', 'pdu1', 'http'], http],
    ]);
    const { pdus } = withEndpoints(parseTopology(written, 'f'), endpoints);
    expect(pdus['pdu1']?.http).to.deep.include(at(6));
  });

  it('fills in sessions that the bench offers, and drops those that it does not', () => {
    const filled = withEndpoints(topology, endpoints);
    expect(filled.flows[0]?.sessions).to.deep.equal({ tcp: { to: at(11) } });
    const to = { host: '192.0.2.7', port: 80 };
    const written = edited(shipped('simulated'), [[['flows', 0, 'sessions', 'http'], { to }]]);
    const kept = withEndpoints(parseTopology(written, 'f'), endpoints);
    expect(kept.flows[0]?.sessions).to.deep.equal({ tcp: { to: at(11) }, http: { to } });
  });

  it('says what the bench does not tell', () => {
    expect(() => withEndpoints(topology, { ...endpoints, pdus: {} })).to.throw(
      BenchError,
      'simulated bench: does not say where pdu1 listens, whose port is 0 in the topology',
    );
    expect(() => withEndpoints(topology, { ...endpoints, flows: {} })).to.throw(
      BenchError,
      'where inside-to-outside listens',
    );
  });
});
