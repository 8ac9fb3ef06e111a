/** Both guides, what the units of a pair must have in common; and addresses in transparent firewall mode. */
import { expect } from 'chai';
import { unitNames } from '../../pair/index.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { contextsPair, openedContexts } from './groups.test-support.ts';
import { asaPair, modes, opened, play } from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const { global: g } = modes;
const address = 'ip address 10.1.1.1 255.255.255.0 standby 10.1.1.2';

describe('both guides, requirements, on an ASA', () => {
  let pair: PlayedPair;
  afterEach(() => pair.close());

  /** The secondary unit runs the newer image; the pair holds, and its active unit may change. */
  const upgraded = async (): Promise<void> => {
    pair = await asaPair('7.0(1)', { made: { secondary: { firmware: '7.0(2)' } } }).bootstrap();
    const versions = await Promise.all(
      unitNames.map(
        async (unit) => /Version (\S+)/.exec((await pair.ask(unit, 'show version')).join('\n'))?.[1],
      ),
    );
    expect(versions).to.deep.equal(['7.0(1)', '7.0(2)']);
    await pair.say('primary', 'no failover active', 500);
    await pair.steady('secondary');
  };
  walk('pix versions', async () => {
    await upgraded();
    pair.close();
    pair = asaPair('7.0(1)', { made: { secondary: { firmware: '8.0(4)' } } });
    await pair.bootstrap().then(
      () => expect.fail('they must be no pair'),
      () => undefined,
    );
    expect(pair.printed.secondary).to.include('Mate version 7.0(1) is not compatible with ours 8.0(4)');
  });
  walk('asa versions', upgraded);

  walk('pix licences', async () => {
    pair = asaPair('8.1(2)', { made: { secondary: { licence: { 'Security Contexts': '5' } } } });
    await pair.bootstrap().then(
      () => expect.fail('they must be no pair'),
      () => undefined,
    );
    expect(pair.printed.secondary).to.match(
      /Mate's license \(.*\) is not compatible with my license \(.*\)\. Failover will be disabled\./,
    );
  });

  walk('asa transparent address', async () => {
    pair = await opened(asaPair('8.1(2)'), 'hostname');
    await pair.say('primary', 'firewall transparent', 500);
    await pair.say('primary', 'hostname hostname');
    await play(pair, 'primary', 'hostname', [[g, address]]);
    expect(await pair.ask('primary', 'show running-config')).to.include(address);
  });

  walk('asa groups transparent address', async () => {
    const contexts = contextsPair('8.1(2)');
    pair = contexts;
    await contexts.clock.advance(2500);
    await contexts.enable('primary');
    await contexts.configure('primary', ['firewall transparent']);
    await openedContexts(contexts, 'hostname');
    await pair.say('primary', 'changeto context branch');
    await pair.say('primary', 'configure terminal');
    await play(pair, 'primary', 'hostname/branch', [[g, address]]);
    expect(await pair.ask('primary', 'show running-config')).to.include(address);
  });
});
