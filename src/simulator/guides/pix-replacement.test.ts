/** Document 77809, «Replace the Failed Unit with a New Unit»: the sample speaks of an ASA. */
import { expect } from 'chai';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { asaPair, atConsole, cleared, modes, play, prepare } from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const { global: g, if: i } = modes;

describe('document 77809, the replacement of a unit, on an ASA with 7.2(4)', () => {
  let pair: PlayedPair;
  after(() => pair.close());

  walk('pix replaced', async () => {
    pair = await asaPair('7.2(4)').bootstrap();
    await pair.say('secondary', 'failover active', 1500);
    await pair.steady('secondary');
    await pair.configure('primary', ['no failover']);
    expect(await pair.stateOf('secondary', 'Other')).to.equal('Not Detected');
    await pair.say('primary', 'write erase');
    await pair.say('primary', '');
    pair.power('primary', 'off');
    await pair.clock.advance(1000);
    pair.power('primary', 'on');
    await pair.clock.advance(3000);
    pair.enablePassword = '';
    await atConsole(pair, 'primary', 'ASA');
    await play(pair, 'primary', 'ASA', [
      [g, 'failover lan unit primary'],
      [g, 'failover lan interface folink GigabitEthernet0/2', g, [cleared('GigabitEthernet0/2')]],
      [g, 'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2'],
      [g, 'interface GigabitEthernet0/2', i],
      [i, 'no shut'],
      [i, 'exit', g],
    ]);
    await prepare(pair, 'primary', ['failover']);
    await pair.steady('secondary');
    expect(await pair.ask('primary', 'show running-config failover')).to.include('failover lan unit primary');
    expect(await pair.ask('primary', 'show running-config')).to.include('hostname wall');
  });
});
