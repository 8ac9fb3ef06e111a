/** Document 77809, «LAN-Based Active/Standby Failover Configuration» and the control of it, on two PIX with 7.2(1). */
import { expect } from 'chai';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { listed, listing, outside, typedBesides } from './pix-listing.test-support.ts';
import {
  cleared,
  copyRunning,
  expectLines,
  force,
  level,
  modes,
  opened,
  pixPair,
  play,
  prepare,
  replicationSent,
  type Row,
  sendFile,
  standbyWarning,
} from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const { global: g, if: i } = modes;
const linkAddress = 'failover interface ip failover 10.7.0.1 255.255.255.0 standby 10.7.0.2';

describe('document 77809, LAN-based Active/Standby, on a PIX with 7.2(1)', () => {
  let pair: PlayedPair;
  const primary = (...rows: Row[]): Promise<void> => play(pair, 'primary', 'pix', rows);
  const secondary = (...rows: Row[]): Promise<void> => play(pair, 'secondary', 'pix', rows);

  before(async () => {
    pair = await opened(pixPair('7.2(1)'), 'pix');
  });

  after(() => pair.close());

  walk('pix lan address', () =>
    primary(
      [g, 'interface Ethernet0', i],
      [i, 'nameif outside', i, [level('outside', 0)]],
      [i, outside.active],
      [i, 'no shutdown'],
      [i, 'interface Ethernet1'],
      [i, 'nameif inside', i, [level('inside', 100)]],
      [i, outside.inside],
      [i, 'no shutdown'],
      [i, 'exit', g],
    ),
  );
  walk('pix lan enable', () => primary([g, 'failover lan enable']));
  walk('pix lan unit', () => primary([g, 'failover lan unit primary']));
  walk('pix lan interface', () =>
    primary([g, 'failover lan interface failover Ethernet3', g, [cleared('Ethernet3')]]),
  );
  walk('pix lan link address', () => primary([g, linkAddress]));
  walk('pix lan link up', () => primary([g, 'interface ethernet3', i], [i, 'no shutdown'], [i, 'exit', g]));
  walk('pix lan state link', () => primary([g, 'failover link state Ethernet2', g, [cleared('Ethernet2')]]));
  walk('pix lan state address', () =>
    primary([g, 'failover interface ip state 10.8.0.1 255.0.0.0 standby 10.8.0.2']),
  );
  walk('pix lan state up', () => primary([g, 'interface ethernet2', i], [i, 'no shutdown'], [i, 'exit', g]));

  walk('pix lan on', async () => {
    await primary([g, 'failover key sesame'], [g, 'failover']);
    await pair.until(() => pair.printed.primary.endsWith('\tNo Active mate detected\r\npix(config)# '));
  });
  walk('pix lan saved', () => copyRunning(pair, 'primary'));

  walk('pix second enable', () => secondary([g, 'failover lan enable']));
  walk('pix second interface', () =>
    secondary([g, 'failover lan interface failover Ethernet3', g, [cleared('Ethernet3')]]),
  );
  walk('pix second link address', () => secondary([g, linkAddress]));
  walk('pix second link up', () =>
    secondary([g, 'interface ethernet3', i], [i, 'no shutdown'], [i, 'exit', g]),
  );
  walk('pix second unit', () => secondary([g, 'failover lan unit secondary'], [g, 'failover key sesame']));

  let sent = '';
  walk('pix second listing', async () => {
    sent = pair.printed.primary;
    await force(pair, 'secondary', `pix${g}`, 'failover');
    expectLines(await pair.ask('secondary', 'show running-config failover'), [
      'failover',
      'failover lan unit secondary',
      'failover lan interface failover Ethernet3',
      'failover lan enable',
      'failover key *****',
      linkAddress,
    ]);
  });

  walk('pix second on', async () => {
    await pair.steady('primary');
    expect(pair.printed.primary.slice(sent.length)).to.match(replicationSent);
  });
  walk('pix replication sent', async () => {
    const before = pair.printed.primary.length;
    await pair.say('primary', 'write standby', 3000);
    expect(pair.printed.primary.slice(before)).to.match(replicationSent);
    await pair.steady('primary');
  });
  walk('pix second saved', () => copyRunning(pair, 'primary'));

  walk('pix lan listing', async () => {
    await prepare(pair, 'primary', [...typedBesides, 'no terminal width']);
    const shown = (await pair.say('primary', 'show running-config', 300)).split('\r\n').slice(1, -1);
    const from = shown.findIndex((line) => line.startsWith('PIX Version'));
    expectLines(
      shown.slice(from).filter((line) => line.trim() !== '!'),
      listing(listed.lan.interfaces, listed.lan.failover),
    );
    await prepare(pair, 'primary', ['terminal width 511']);
  });

  walk('pix show running', async () =>
    expectLines(await pair.ask('primary', 'show running-config failover'), listed.lan.failover),
  );
  walk('pix show running all', async () => {
    const all = await pair.ask('primary', 'show running-config all failover');
    expectLines(
      all.filter((line) => listed.lan.failover.some((one) => one === line)),
      listed.lan.failover,
    );
    expect(all).to.include.members([
      'failover polltime unit 1 holdtime 15',
      'failover polltime interface 5 holdtime 25',
      'failover interface-policy 1',
      'no failover replication http',
    ]);
  });

  walk('pix saved', async () => {
    await prepare(pair, 'primary', ['domain-name elsewhere.invalid']);
    await copyRunning(pair, 'primary');
    expect(await pair.ask('secondary', 'show startup-config')).to.include('domain-name elsewhere.invalid');
  });

  walk('pix standby warns', async () =>
    expectLines(await pair.ask('secondary', 'logging timestamp'), standbyWarning),
  );

  walk('pix write standby', async () => {
    expect(await pair.ask('secondary', 'show running-config')).to.include('logging timestamp');
    await pair.say('primary', 'write standby', 3000);
    await pair.steady('primary');
    expect(await pair.ask('secondary', 'show running-config')).to.not.include('logging timestamp');
  });

  walk('pix polltime interface', () => primary([g, 'failover polltime interface msec 500 holdtime 5']));
  walk('pix polltime default', async () => {
    expect(await pair.ask('primary', 'show failover')).to.include(
      'Interface Poll frequency 500 milliseconds, holdtime 5 seconds',
    );
    expect((await pair.ask('primary', 'failover polltime interface 3 holdtime 14')).join()).to.match(
      /^ERROR: /,
    );
    await primary([g, 'no failover polltime interface']);
    expect(await pair.ask('primary', 'show failover')).to.include(
      'Interface Poll frequency 5 seconds, holdtime 25 seconds',
    );
    await primary([g, 'failover polltime interface msec 500 holdtime 5']);
  });
  walk('pix polltime unit', async () => {
    await primary([g, 'failover polltime unit msec 500 holdtime 3']);
    expect(await pair.ask('primary', 'show failover')).to.include(
      'Unit Poll frequency 500 milliseconds, holdtime 3 seconds',
    );
  });

  walk('pix tested', async () => {
    await sendFile(pair);
    await force(pair, 'primary', `pix${g}`, 'no failover active');
    await pair.steady('secondary');
    await sendFile(pair);
    await force(pair, 'primary', `pix${g}`, 'failover active');
    await pair.steady('primary');
  });

  walk('pix forced', async () => {
    await pair.say('secondary', 'end');
    await force(pair, 'secondary', 'pix#', 'failover active');
    await pair.steady('secondary');
  });
  walk('pix forced away', async () => {
    await force(pair, 'secondary', 'pix#', 'no failover active');
    await pair.steady('primary');
    await pair.say('secondary', 'configure terminal');
  });

  walk('pix reset', async () => {
    pair.port('secondary', 1, 'down');
    await pair.until(async () => (await pair.stateOf('primary', 'Other')) === 'Failed');
    await primary([g, 'failover reset']);
    pair.port('secondary', 1, 'up');
    await pair.steady('primary');
  });

  walk('pix disabled', async () => {
    await pair.say('primary', 'no failover', 300);
    expect((await pair.ask('primary', 'show failover'))[0]).to.equal('Failover Off ');
    expect((await pair.ask('secondary', 'show failover'))[0]).to.equal('Failover Off (pseudo-Standby)');
    await pair.say('primary', 'failover');
    await pair.say('secondary', 'failover');
    await pair.steady('primary');
  });

  walk('pix decryption', async () => {
    const before = { ...pair.printed };
    await pair.say('primary', 'no failover key', 100);
    await pair.say('primary', 'failover key other', 100);
    await prepare(pair, 'secondary', ['failover key third']);
    await pair.clock.advance(20_000);
    expect(
      pair.printed.secondary.slice(before.secondary.length) +
        pair.printed.primary.slice(before.primary.length),
    ).to.include(
      'Failover message decryption failure. Please make sure both units have the same failover shared key and crypto license or system is not out of memory\r\n',
    );
  });
});
