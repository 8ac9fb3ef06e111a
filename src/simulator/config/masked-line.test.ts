import { expect } from 'chai';
import { PlayedPair } from '../played/played-pair.test-support.ts';
import { maskedLine } from './masked-line.ts';

describe('a line with a secret', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['failover key sesame', 'failover key *****'],
    ['failover key hex 0123456789abcdef0123456789abcdef', 'failover key *****'],
    ['snmp-server community lab', 'snmp-server community *****'],
    [
      'snmp-server host inside 10.1.1.9 trap community lab version 2c udp-port 1162',
      'snmp-server host inside 10.1.1.9 trap community ***** version 2c udp-port 1162',
    ],
    ['snmp-server user eye lookers v3 auth md5 one', 'snmp-server user eye lookers v3 auth md5 *****'],
    [
      'snmp-server user lab watchers v3 auth sha one priv aes 128 two',
      'snmp-server user lab watchers v3 auth sha ***** priv aes 128 *****',
    ],
    ['snmp-server host inside 10.1.1.9 version 3 lab', 'snmp-server host inside 10.1.1.9 version 3 lab'],
    ['crypto key generate rsa', 'crypto key generate rsa'],
  ];
  for (const [line, shown] of cases)
    it(`is shown as ${shown}`, () => expect(maskedLine(line)).to.equal(shown));

  it('is whole in the flash and at the mate, and nowhere else', async () => {
    const pair = await new PlayedPair().bootstrap();
    await pair.configure('primary', [
      'logging enable',
      'logging buffered debugging',
      'snmp-server host inside 10.1.1.9 community sesame version 2c',
      'snmp-server group watchers v3 priv',
      'snmp-server user lab watchers v3 auth sha open-sesame priv aes 128 sesame-too',
    ]);
    await pair.say('primary', 'write memory', 500);
    await pair.enable('secondary');
    for (const unit of ['primary', 'secondary'] as const)
      for (const command of ['show running-config', 'show startup-config', 'show logging']) {
        const shown = (await pair.ask(unit, command)).join('\n');
        expect(shown, `${command} of ${unit}`).to.not.include('sesame');
        if (command !== 'show logging')
          expect(shown).to.include('snmp-server user lab watchers v3 auth sha ***** priv aes 128 *****');
      }
    const address = pair.bench.topology.pair.interfaces[1]!.standby!;
    expect(pair.bench.units.secondary.agent(address)?.communities).to.deep.equal(['sesame']);
    pair.close();
  });
});
