/** What other people's programs send: `logger` of util-linux, and the notification tools of net-snmp. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { needsProgram } from '../transport/peer.test-support.ts';
import { openHeard, trapUser } from './open-heard.test-support.ts';
import type { OpenHeard } from './open-heard.test-support.ts';

const run = promisify(execFile);
const host = '127.0.0.1';
const switching = '%ASA-1-104001: (Primary) Switching to ACTIVE - HELLO not heard from mate.';
const clogMessageGenerated = '1.3.6.1.4.1.9.9.41.2.0.1';
const messageText = '1.3.6.1.4.1.9.9.41.1.2.3.1.5.1';
const linkDown = '1.3.6.1.6.3.1.1.5.3';

describe('ears and the programs of others', () => {
  let open: OpenHeard;

  beforeEach(async () => {
    open = await openHeard();
  });

  afterEach(() => open.ears.close());

  describe('logger', () => {
    const ways: readonly (readonly [string, 'syslogUdp' | 'syslogTcp', readonly string[]])[] = [
      ['RFC 3164 over UDP', 'syslogUdp', ['--udp', '--rfc3164']],
      ['RFC 5424 over UDP', 'syslogUdp', ['--udp', '--rfc5424']],
      ['RFC 3164 over TCP, a message a line', 'syslogTcp', ['--tcp', '--rfc3164']],
      ['RFC 5424 over TCP, octets counted', 'syslogTcp', ['--tcp', '--rfc5424', '--octet-count']],
    ];
    for (const [what, ear, options] of ways)
      it(`is heard in ${what}`, async function (this: Context) {
        const logger = needsProgram(this, 'logger');
        const to = ['--server', host, '--port', String(open.port(ear)), '--priority', 'local4.alert'];
        await run(logger, [...to, ...options, switching]);
        await run(logger, [...to, ...options, 'no message of an appliance']);
        const [first, second] = await open.untilHeard(2);
        expect(first).to.deep.include({ witness: 'syslog primary', unit: 'primary' });
        expect(first?.saw).to.deep.include({ id: '104001', severity: 1, text: switching });
        expect(first?.raw).to.match(/^<161>/);
        expect(second?.saw).to.deep.include({ severity: 1 });
        expect(open.ears.counts).to.deep.include({ syslog: 2, unknown: 1 });
      });
  });

  describe('net-snmp', () => {
    const v3 = [
      ['-v3', '-l', 'authPriv', '-u', trapUser.user],
      ['-a', 'SHA-256', '-A', trapUser.auth.password, '-x', 'AES', '-X', trapUser.priv.password],
    ].flat();
    const carried = ['', clogMessageGenerated, messageText, 's', switching];
    const ways: readonly (readonly [string, string, readonly string[], object])[] = [
      ['a trap of version 2c', 'snmptrap', ['-v2c', '-c', 'hush'], { version: '2c' }],
      ['an inform of version 2c', 'snmpinform', ['-v2c', '-c', 'hush'], { version: '2c', inform: true }],
      ['a trap of version 3', 'snmptrap', [...v3, '-e', '0x8000000001020304'], { version: '3' }],
      ['an inform of version 3', 'snmpinform', v3, { version: '3', inform: true }],
    ];
    for (const [what, program, access, seen] of ways)
      it(`is heard: ${what}`, async function (this: Context) {
        const path = needsProgram(this, program);
        // An inform that is not acknowledged makes the program fail.
        await run(path, ['-r', '1', '-t', '5', ...access, at(open), ...carried], quiet);
        const [heard] = await open.untilHeard(1);
        expect(heard).to.deep.include({ witness: 'trap primary', unit: 'primary' });
        expect(heard?.saw).to.deep.include({
          oid: clogMessageGenerated,
          id: '104001',
          text: switching,
          ...seen,
        });
        expect('inform' in (heard?.saw ?? {})).to.equal('inform' in seen);
      });

    it('is heard: traps of version 1, generic and of an enterprise', async function (this: Context) {
      const snmptrap = needsProgram(this, 'snmptrap');
      const from = ['-v1', '-c', 'hush', at(open), '1.3.6.1.4.1.9.9.41.2', '192.0.2.1'];
      await run(snmptrap, [...from, '2', '0', '', '1.3.6.1.2.1.2.2.1.1.7', 'i', '7'], quiet);
      await run(snmptrap, [...from, '6', '1', '', messageText, 's', switching], quiet);
      const heard = await open.untilHeard(2);
      expect(heard.map(({ saw, witness }) => [witness, saw.sight === 'trap' && saw.oid])).to.deep.equal([
        [`trap ${host}`, linkDown],
        ['trap primary', clogMessageGenerated],
      ]);
      expect(heard[0]?.saw).to.deep.include({
        version: '1',
        objects: [{ oid: '1.3.6.1.2.1.2.2.1.1.7', value: '7' }],
      });
    });

    it('is not heard as somebody who is not known here', async function (this: Context) {
      const snmptrap = needsProgram(this, 'snmptrap');
      await run(snmptrap, ['-v2c', '-c', 'other', at(open), '', linkDown], quiet);
      const wrong = v3.map((word) => (word === trapUser.auth.password ? 'not-the-password' : word));
      await run(snmptrap, [...wrong, '-e', '0x8000000001020304', at(open), '', linkDown], quiet);
      await run(
        snmptrap,
        [
          '-v3',
          '-l',
          'noAuthNoPriv',
          '-u',
          trapUser.user,
          '-e',
          '0x8000000001020304',
          at(open),
          '',
          linkDown,
        ],
        quiet,
      );
      await open.until(() => open.ears.counts.refused >= 2);
      await run(snmptrap, ['-v2c', '-c', 'hush', at(open), '', linkDown], quiet);
      expect(await open.untilHeard(1)).to.have.length(1);
    });
  });
});

const at = (open: OpenHeard): string => `udp:${host}:${open.port('traps')}`;

/** Debian has no MIB files, and the programs complain of each at length. */
const quiet = {
  env: { ...process.env, MIBS: '', SNMPCONFPATH: '/nonexistent', SNMP_PERSISTENT_DIR: '/nonexistent' },
};
