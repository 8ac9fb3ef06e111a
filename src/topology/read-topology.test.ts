import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { TopologyError, UsageError } from '../errors.ts';
import { folder, refusals, shipped, shippedNames } from './edited-topology.test-support.ts';
import { parseTopology, readTopology } from './read-topology.ts';

/** The complaints about a text, as a terminal shows them. */
function complaints(text: string): string {
  try {
    parseTopology(text, 'lab.yaml');
    return '';
  } catch (error) {
    if (error instanceof TopologyError) return error.message;
    throw error;
  }
}

/** The simulated topology with one text in it replaced by another. */
function replaced(from: string | RegExp, to: string): string {
  const text = shipped('simulated');
  const changed = text.replace(from, () => to);
  expect(changed, `nothing like ${String(from)} in simulated.yaml`).to.not.equal(text);
  return changed;
}

describe('readTopology', () => {
  for (const name of shippedNames)
    it(`takes ${name}.yaml, which comes with the tool`, () => {
      const { topology, text, sha256 } = readTopology(join(folder, `${name}.yaml`));
      expect(topology.name).to.equal(name);
      expect(sha256).to.equal(createHash('sha256').update(text).digest('hex'));
    });

  it('fills in defaults, reads times as milliseconds and secrets as references', () => {
    const { topology } = readTopology(join(folder, 'rack-asa-5520.yaml'));
    expect(topology.pair.failover['unit-hold']).to.equal(15_000);
    expect(topology.pair.failover['interface-policy']).to.deep.equal({ count: 1 });
    expect(topology.pair.login.enable).to.deep.equal({ secret: 'RACK7_ENABLE' });
    expect(topology.units.primary.power[0]).to.deep.equal({ pdu: 'pdu-a', outlet: '7' });
    expect(topology.switches['sw7']?.snmp).to.include({ version: '3', port: 161 });
    expect(topology.pair.interfaces[0]?.monitored).to.equal(true);
  });

  describe('says of what is wrong in the language', () => {
    it('an unknown key, at the key, with the nearest known one, and not that the known one is missing', () => {
      const text = replaced(/console:/, 'consol:');
      expect(refusals(text)).to.have.length(1);
      expect(refusals(text)[0]?.message).to.equal('unknown key "consol"; did you mean "console"?');
      expect(refusals(text)[0]?.at).to.match(/^consol:/);
    });

    it('a missing key, at the map that lacks it', () => {
      const [refusal, ...others] = refusals(replaced(/ +username: lab\n/, ''));
      expect(others).to.deep.equal([]);
      expect(refusal?.message).to.equal('the key "username" is missing');
      expect(refusal?.at).to.match(/^password:/);
    });

    it('several complaints at once, in the order of the text', () => {
      const text = shipped('simulated')
        .replace('platform: asa', 'platform: asaa')
        .replace(/unit-poll: \d+ms/, 'unit-poll: 500')
        .replace('model: apc-rpdu2', 'modell: apc-rpdu2')
        .replace('standby: 198.51.100.2', 'standby: 198.51.100.300');
      const lines = refusals(text);
      expect(lines.map(({ message }) => message)).to.deep.equal([
        'expected one of asa, pix; did you mean "asa"?',
        'expected a time such as 300ms or 15s',
        'expected an IPv4 address such as 192.0.2.1',
        'unknown key "modell"; did you mean "model"?',
      ]);
      expect(lines.map(({ line }) => line)).to.deep.equal(
        lines.map(({ line }) => line).toSorted((a, b) => a - b),
      );
    });

    it('places with file, line and column, counted from 1', () => {
      expect(complaints('name: lab\npair: [a, b\n')).to.match(/^lab\.yaml:3:1: not valid YAML: /);
      expect(complaints('nam: lab\n')).to.match(/^lab\.yaml:1:1: unknown key "nam"; did you mean "name"\?$/m);
    });

    // prettier-ignore
    const wording: readonly [string, string | RegExp, string, RegExp, RegExp][] = [
      ['a literal secret', 'enable: ${FOVER_SIMULATED_ENABLE}', 'enable: open sesame', /reference such as \$\{LAB_ENABLE\}; literal secrets are refused/, /^open sesame/],
      ['a literal secret of digits', 'enable: ${FOVER_SIMULATED_ENABLE}', 'enable: 1234', /literal secrets are refused/, /^1234/],
      ['a way to a console that there is not', 'telnet: { host: 127.0.0.1, port: 0 }', 'telnt: { host: 127.0.0.1, port: 0 }', /^unknown key "telnt"; did you mean "telnet"\?$/, /^telnt:/],
      ['a host of two lines', 'telnet: { host: 127.0.0.1, port: 0 }', 'telnet: { host: "ts1\\n* ssh-rsa AAAA", port: 0 }', /^expected the name or the address of a machine/, /^"ts1/],
      ['a browser by its path', 'model: apc-rpdu2', 'web: { url: "http://192.0.2.9/", browser: ./chromium, outlets: [1], state: { at: a, on: b, off: c }, on: d, off: e }\n    model: apc-rpdu2', /^expected one of chromium, /, /^\.\/chromium/],
      ['what is wrong within a way', 'telnet: { host: 127.0.0.1, port: 0 }', 'telnet: { host: 127.0.0.1, prt: 0 }', /^unknown key "prt"; did you mean "port"\?$/, /^prt:/],
      ['two ways in one entry', '- telnet: { host: 127.0.0.1, port: 0 }', '- { telnet: { host: h, port: 0 }, tcp: { host: h, port: 0 } }', /^expected one way to a console: a map with the one key serial, telnet, tcp, ssh or conserver/, /^\{ telnet/],
      ['a way that is no map', '- telnet: { host: 127.0.0.1, port: 0 }', '- /dev/ttyUSB0', /^expected one way to a console/, /^\/dev\/ttyUSB0/],
      ['an SNMP version that there is not', 'version: 2c', 'version: 4', /^expected an SNMP version: 1, 2c or 3$/, /^4/],
      ['a mistyped SNMP version key', 'version: 2c', 'verison: 2c', /^(expected an SNMP version|unknown key "verison"; did you mean "version"\?)/, /^(verison|\{)/],
      ['SNMPv3 with a community', 'version: 2c', 'version: 3', /^(the key "(user|auth|priv)" is missing|unknown key "community")/, /^(\{|host|community)/],
      ['an interface policy of zero', 'interface-policy: 1', 'interface-policy: 0', /^expected a count of interfaces from 1 to 250, or a percentage such as 50%$/, /^0/],
      ['a policy of more than all', 'interface-policy: 1', 'interface-policy: 101%', /^expected a count of interfaces/, /^101%/],
      ['a PDU of an unknown family', 'model: apc-rpdu2', 'model: apc-rpdu3', /^expected one of .*apc-rpdu2, .*did you mean "apc-rpdu" or "apc-rpdu2"/, /^apc-rpdu3/],
      ['text where a number belongs', 'security-level: 100', 'security-level: high',
        /^expected a security level from 0 to 100$/, /^high/],
      ['a list where a map belongs', /power:\n {6}- \{ pdu: pdu1, outlet: 1 \}/, 'power: { pdu: pdu1, outlet: 1 }', /^expected a list, but found a map$/, /^\{ pdu/],
      ['an empty list of feeds', /power:\n {6}- \{ pdu: pdu1, outlet: 1 \}/, 'power: []', /^expected 1 entry at least/, /^\[\]/],
      ['a key without a value', 'name: simulated', 'name:', /^expected text, but found nothing$/, /^name:/],
      ['a cable at something that is no interface', 'GigabitEthernet0/3: {', 'port3: {', /^"port3": expected an interface such as GigabitEthernet0\/1/, /^port3/],
      ['a port number beyond all', 'port: 0 }', 'port: 65536 }', /^expected a port number from 0 to 65535$/, /^65536/],
      ['an IPv6 address', 'active: 192.0.2.1\n', 'active: 2001:db8::1\n', /^expected an IPv4 address/, /^2001/],
    ];
    for (const [what, from, to, message, at] of wording)
      it(what, () => {
        const all = refusals(replaced(from, to));
        const refusal = all.find((one) => message.test(one.message));
        expect(refusal, JSON.stringify(all)).to.not.be.undefined;
        for (const one of all)
          expect(one.message).to.not.match(/Invalid (input|discriminator|key)|Too small|Unrecognized/);
        expect(refusal?.at).to.match(at);
      });

    it('never the value, which may be a password in the wrong place', () => {
      const text = replaced('password: ${FOVER_SIMULATED_PASSWORD}', 'password: hunter2-secret');
      expect(complaints(text)).to.not.include('hunter2');
      expect(complaints(text.replace('username: lab', 'username: [hunter2-secret]'))).to.not.include(
        'hunter2',
      );
    });
  });

  describe('takes YAML as people write it', () => {
    it('with anchors, aliases and merged maps, and finds places through them', () => {
      const shared = shipped('simulated')
        .replace(/^( {2}sw1:\n {4}snmp:) (\{.*\})$/m, '$1 &agent $2')
        .replace(/^( {2}pdu1:\n(?:.*\n)? {4}snmp:) \{.*\}$/m, '$1 { <<: *agent }');
      expect(shared).to.include('&agent').and.to.include('*agent');
      expect(parseTopology(shared, 'lab.yaml').pdus['pdu1']?.snmp?.port).to.equal(0);
      const [refusal] = refusals(shared.replace('&agent { host: 127.0.0.1', '&agent { host: 7'));
      expect(refusal?.at).to.match(/^7/);
    });

    it('with group numbers as numbers', () => {
      const text = shipped('active-active').replace("'1':", '1:').replace("'2':", '2:');
      expect(refusals(text)).to.deep.equal([]);
      const [refusal] = refusals(text.replace('prefer: secondary', 'prefer: both'));
      expect(refusal?.at).to.match(/^both/);
    });

    it('with SNMP versions as numbers and as text', () => {
      for (const [written, read] of [
        ['1', '1'],
        ["'1'", '1'],
        ['2c', '2c'],
      ] as const)
        expect(
          parseTopology(shipped('simulated').replaceAll('version: 2c', `version: ${written}`), 'f').switches[
            'sw1'
          ]?.snmp?.version,
        ).to.equal(read);
    });
  });

  describe('refuses with words', () => {
    // prettier-ignore
    const texts: readonly [string, string, RegExp][] = [
      ['an empty file', '', /^lab\.yaml:1:1: the file is empty/],
      ['a file of comments', '# nothing\n', /^lab\.yaml:1:1: the file is empty/],
      ['a list', '- a\n', /^lab\.yaml:1:1: expected a map, but found a list$/],
      ['two documents', 'name: a\n---\nname: b\n', /^lab\.yaml:\d+:\d+: a topology file holds one document/m],
      ['a key given twice', 'name: a\nname: b\n', /^lab\.yaml:2:1: the key "name" is already given on line 1; keep one of them$/],
      ['a key that is a map', '? {a: 1}\n: 2\n', /^lab\.yaml:1:3: a key must be a plain word$/],
      ['a key that reaches behind the map', '__proto__: { name: x }\n', /^lab\.yaml:1:1: unknown key "__proto__"$/],
      ['keys that every object has', 'constructor: 1\n', /unknown key "constructor"/],
      ['an unknown tag', 'name: !foo a\n', /Unresolved tag/],
      ['an alias to nothing', 'name: *a\n', /^lab\.yaml:1:7: cannot follow the aliases: /],
      ['an alias bomb', `a: &a [${'1,'.repeat(9)}1]\n${'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i] ?? ''},`.repeat(9)}1]`).join('\n')}\n`, /cannot follow the aliases: Excessive alias count/],
      ['an alias to itself', 'pair: &a { pair: *a }\n', /unknown key "pair"/],
      ['runaway brackets', `a: ${'['.repeat(5000)}`, /^lab\.yaml:1:\d+: nests deeper than any topology/],
      ['runaway lists in lists', `${'- '.repeat(5000)}a`, /^lab\.yaml:1:1: nests deeper than any topology/],
      ['runaway indentation', `a:\n${' '.repeat(300)}b: 1`, /^lab\.yaml:2:301: nests deeper than any topology/],
      ['what is far too long', `a: ${'x'.repeat(70_000)}`, /is longer than 65536 characters; is it a topology\?/],
    ];
    for (const [what, text, words] of texts) it(what, () => expect(complaints(text)).to.match(words));
  });

  describe('reads files', () => {
    let temporary = '';
    beforeEach(() => void (temporary = mkdtempSync(join(tmpdir(), 'fover-topology-'))));
    afterEach(() => rmSync(temporary, { recursive: true }));

    it('and says which one is not there', () => {
      const path = join(temporary, 'none.yaml');
      expect(() => readTopology(path)).to.throw(
        UsageError,
        `cannot read the topology ${path}: there is no such file`,
      );
      expect(() => readTopology(temporary)).to.throw(UsageError, 'it is a folder');
    });

    it('and refuses what is no UTF-8 text, where it ceases to be', () => {
      const path = join(temporary, 'binary.yaml');
      writeFileSync(path, Buffer.concat([Buffer.from('name: a\nb: ä'), Buffer.from([0xff, 0xfe])]));
      expect(() => readTopology(path)).to.throw(
        TopologyError,
        `${path}:2:5: not UTF-8 text; is it a topology?`,
      );
    });
  });
});
