import { expect } from 'chai';
import { legacyAlgorithms as asked } from '../transport/index.ts';
import { edited, refusals, shipped } from './edited-topology.test-support.ts';
import type { Edit } from './edited-topology.test-support.ts';
import { knownHostsPath } from './known-hosts-path.ts';
import { legacyAlgorithms } from './legacy-algorithms.ts';
import { parseTopology } from './read-topology.ts';
import { withEndpoints } from './with-endpoints.ts';

const management = ['units', 'primary', 'management'] as const;

const rack = (...edits: readonly Edit[]): string => edited(shipped('rack-asa-5520'), edits);

describe('management of a unit', () => {
  it('is by SSH, by telnet, or by both, with the login of the console or another', () => {
    const telnet = { host: '198.51.100.129' };
    const login = { username: 'pix', password: '${LAB_PASSWORD}' };
    const text = rack([[...management], { telnet, login }]);
    expect(parseTopology(text, 'rack.yaml').units.primary.management).to.deep.equal({
      telnet: { ...telnet, port: 23 },
      login: { username: 'pix', password: { secret: 'LAB_PASSWORD' } },
    });
    expect(refusals(rack([[...management, 'telnet'], telnet]))).to.deep.equal([]);
  });

  it('is by one of them at least', () => {
    const [refusal] = refusals(rack([[...management], {}]));
    expect(refusal?.message).to.contain('expected ssh, or telnet, or both');
  });

  it('names algorithms of old firmware, and no others', () => {
    const [refusal] = refusals(
      rack([
        [...management, 'ssh', 'algorithms'],
        ['3des-cbc', 'rot13'],
      ]),
    );
    expect(refusal?.message).to.contain('expected one of').and.to.contain('3des-cbc');
    expect(refusal?.at).to.match(/^rot13/);
  });

  it('knows the algorithms that SSH has to be asked for', () =>
    expect([...legacyAlgorithms]).to.deep.equal([...asked]));

  it('keeps its known hosts beside its topology', () => {
    expect(knownHostsPath('labs/rack.yaml')).to.equal('labs/rack.known_hosts');
    expect(knownHostsPath('rack.v2.yml')).to.equal('rack.v2.known_hosts');
  });

  it('by telnet is where the simulated bench serves it', () => {
    const at = (port: number) => ({ host: '127.0.0.9', port });
    const by = (port: number) => ({ telnet: at(port), https: at(1), snmp: at(2) });
    const reachable = { ...at(3), fingerprint: 'SHA256:' };
    const telnet = { host: '127.0.0.1', port: 0 };
    const text = edited(shipped('simulated'), [[[...management, 'telnet'], telnet]]);
    const filled = withEndpoints(
      { ...parseTopology(text, 'simulated.yaml'), switches: {}, pdus: {}, flows: [] },
      {
        consoles: { primary: at(4), secondary: at(5) },
        management: { primary: reachable, secondary: reachable },
        addresses: { active: by(6), standby: by(7) },
        switches: {},
        pdus: {},
        flows: {},
      },
    );
    expect(filled.units.primary.management?.telnet).to.deep.equal(at(6));
  });
});
