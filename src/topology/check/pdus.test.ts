import { expect } from 'chai';
import { edited, refusals, shipped } from '../edited-topology.test-support.ts';
import type { Edit } from '../edited-topology.test-support.ts';
import { parseTopology } from '../read-topology.ts';

const pdu = (...keys: string[]) => ['pdus', 'pdu-a', ...keys];
const fingerprint = `${'0A:'.repeat(31)}ff`;
const password = '${RACK7_PDU_PASSWORD}';
const web = {
  url: 'https://192.0.2.9/outlets',
  login: { password },
  outlets: [7, 8],
  state: { at: '#o{outlet}', on: 'ON', off: 'OFF' },
  on: '#on{outlet}',
  off: '#off{outlet}',
};
const http = { host: '192.0.2.9', login: { username: 'lab', password } };
const become = (model: string, reach: string, access: unknown, kept: unknown = []): readonly Edit[] => [
  [pdu('model'), model],
  [pdu('snmp'), undefined],
  [pdu('protected'), kept],
  [pdu(reach), access],
];

describe('PDUs of a topology', () => {
  const taken: readonly (readonly [what: string, edits: readonly Edit[]])[] = [
    ['over HTTP', become('netio-json', 'http', http)],
    ['over HTTPS, pinned', become('shelly-gen2', 'http', { ...http, tls: { fingerprint } })],
    ['over HTTPS, by an authority', become('digital-loggers', 'http', { ...http, tls: { ca: 'lab.pem' } })],
    ['behind powermand', become('powerman', 'powerman', { host: '192.0.2.9' })],
    ['by its page', become('web', 'web', { ...web, fingerprint })],
    ['with the name of an outlet', [[['units', 'primary', 'power', 0, 'label'], 'rack7-fw primary']]],
  ];
  for (const [what, edits] of taken)
    it(`are taken ${what}`, () =>
      expect(refusals(edited(shipped('rack-asa-5520'), edits))).to.deep.equal([]));

  it('are at the usual ports where none is written', () => {
    const portOf = (edits: readonly Edit[]) => {
      const read = parseTopology(edited(shipped('rack-asa-5520'), edits), 'rack.yaml').pdus['pdu-a'];
      return read?.http?.port ?? read?.powerman?.port;
    };
    expect(portOf(become('netio-json', 'http', http))).to.equal(80);
    expect(portOf(become('netio-json', 'http', { ...http, tls: true }))).to.equal(443);
    expect(portOf(become('powerman', 'powerman', { host: '192.0.2.9' }))).to.equal(10_101);
  });

  // prettier-ignore
  const refused: readonly (readonly [what: string, edits: readonly Edit[], says: RegExp, at: RegExp])[] = [
    ['without the way in which their family is reached', [[pdu('model'), 'netio-json']], /^a PDU of the family netio-json is reached by http; add the key http, not snmp$/, /^netio-json/],
    ['with a way too many', [[pdu('http'), http]], /^a PDU of the family apc-rpdu2 is reached by snmp; take http away$/, /^http:/],
    ['with a password that is written out', become('netio-json', 'http', { ...http, login: { username: 'lab', password: 'hunter2' } }), /^a secret must be a reference/, /^hunter2|^"?hunter2/],
    ['with a password in a URL', become('web', 'web', { ...web, url: 'http://lab:hunter2@192.0.2.9/' }), /^a password does not stand in a URL; write login$/, /http:/],
    ['with a page that is none', become('web', 'web', { ...web, url: '192.0.2.9' }), /^expected the address of a page/, /192/],
    ['with a fingerprint that openssl does not print', become('netio-json', 'http', { ...http, tls: { fingerprint: 'SHA256:abc' } }), /fingerprint/, /./],
    ['whose page does not show an outlet that feeds a unit', become('web', 'web', { ...web, outlets: [17, 8] }), /^outlet 7 is not among the outlets of pdu-a; did you mean "17"\?$/, /^7/],
    ['whose page does not show a protected outlet', become('web', 'web', web, [1]), /^outlet 1 is not among the outlets of pdu-a/, /^1/],
    ['at port 0 of a real bench', become('netio-json', 'http', { ...http, port: 0 }), /^port 0 is filled in on a simulated bench only/, /^0/],
    ['behind powermand at port 0', become('powerman', 'powerman', { host: '192.0.2.9', port: 0 }), /^port 0 is filled in on a simulated bench only/, /^0/],
  ];
  for (const [what, edits, says, at] of refused)
    it(`are refused ${what}`, () => {
      const all = refusals(edited(shipped('rack-asa-5520'), edits));
      const refusal = all.find(({ message }) => says.test(message));
      expect(refusal, JSON.stringify(all)).to.not.equal(undefined);
      expect(refusal?.at).to.match(at);
      expect(JSON.stringify(all.map(({ message }) => message))).to.not.contain('hunter2');
    });

  it('that nothing can stand in for are refused on a simulated bench', () => {
    const edits: readonly Edit[] = [
      [['pdus', 'pdu1', 'model'], 'powerman'],
      [['pdus', 'pdu1', 'snmp'], undefined],
      [['pdus', 'pdu1', 'powerman'], { host: '127.0.0.1', port: 10101 }],
    ];
    const [refusal] = refusals(edited(shipped('simulated'), edits));
    expect(refusal?.message).to.match(
      /^a simulated bench cannot stand in for powerman; expected one of apc-/,
    );
    const other: Edit = [['pdus', 'pdu1', 'model'], 'emerson-mpx'];
    expect(refusals(edited(shipped('simulated'), [other]))).to.have.length(1);
    const said: Edit = [['simulated', 'pdus'], { pdu1: 'digital-loggers' }];
    expect(refusals(edited(shipped('simulated'), [other, said]))).to.deep.equal([]);
  });
});
