import { expect } from 'chai';
import * as fc from 'fast-check';
import { passwordHash } from './password-hash.ts';
import { PlayedPair } from '../played/played-pair.test-support.ts';

const lines = [
  'hostname other',
  'domain-name lab.example',
  'interface GigabitEthernet0/5',
  'nameif dmz',
  'security-level 30',
  'ip address 10.9.9.1 255.255.255.0 standby 10.9.9.2',
  'no shutdown',
  'shutdown',
  'no nameif',
  'mac-address 0001.0002.0003 standby 0001.0002.0004',
  'description to the lab',
  'interface GigabitEthernet0/6.20',
  'vlan 20',
  'monitor-interface dmz',
  'no monitor-interface dmz',
  'mtu dmz 1400',
  'access-list A extended permit ip any any',
  'no access-list A extended permit ip any any',
  'failover lan unit primary',
  'failover lan interface folink GigabitEthernet0/2',
  'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2',
  'failover link stlink GigabitEthernet0/3',
  'failover polltime unit msec 300 holdtime 2',
  'failover polltime interface 3',
  'failover interface-policy 50%',
  'failover key sesame',
  'failover mac address GigabitEthernet0/5 0001.0002.0003 0001.0002.0004',
  'username someone password something',
  'enable password other',
  'logging host inside 10.1.1.9',
  'ssh 0.0.0.0 0.0.0.0 inside',
  'prompt hostname priority state',
];

describe('the configuration of a simulated unit', () => {
  it('comes back from flash as it was saved, whatever was entered in whatever order', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...lines), { maxLength: 30 }), async (entered) => {
        const pair = new PlayedPair();
        await pair.clock.advance(2500);
        await pair.enable('primary');
        await pair.configure('primary', entered);
        const before = await pair.ask('primary', 'show running-config');
        await pair.say('primary', 'write memory', 500);
        await pair.say('primary', 'reload noconfirm', 5000);
        pair.enablePassword = entered.includes('enable password other') ? 'other' : '';
        await pair.enable('primary');
        const after = await pair.ask('primary', 'show running-config');
        pair.close();
        expect(after).to.deep.equal(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the encrypted form of a password', () => {
  it('is the one that the guides show for the factory passwords', () => {
    expect(passwordHash('cisco')).to.equal('2KFQnbNIdI.2KYOU');
    expect(passwordHash('')).to.equal('8Ry2YjIyt7RRXU24');
  });

  it('differs from user to user', () => {
    expect(passwordHash('same', 'anna')).to.not.equal(passwordHash('same', 'bert'));
    expect(passwordHash('a password of more than sixteen')).to.have.length(16);
  });
});
