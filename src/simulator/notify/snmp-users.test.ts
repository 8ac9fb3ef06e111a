import { expect } from 'chai';
import { PlayedPair } from '../played/played-pair.test-support.ts';

describe('a user of SNMPv3', () => {
  it('can be changed and taken away', async () => {
    const pair = await new PlayedPair().bootstrap();
    const user = 'snmp-server user lab watchers v3';
    await pair.configure('primary', [
      'snmp-server host inside 10.1.1.9 version 3 lab',
      'snmp-server group watchers v3 auth',
      `${user} auth sha first-secret`,
    ]);
    const users = (): unknown => pair.bench.units.primary.agent('10.1.1.1')?.users;
    const known = { name: 'lab', level: 'auth', auth: { protocol: 'sha', password: 'first-secret' } };
    expect(users()).to.deep.equal([known]);
    await pair.configure('primary', [`${user} auth md5 other-secret`]);
    expect(users()).to.deep.equal([{ ...known, auth: { protocol: 'md5', password: 'other-secret' } }]);
    // A group that asks for secrecy is not for those who have no key for it.
    await pair.configure('primary', [
      'no snmp-server group watchers v3 auth',
      'snmp-server group watchers v3 priv',
    ]);
    expect(users()).to.deep.equal([]);
    await pair.configure('primary', [`${user} auth sha first-secret priv aes 256 second-secret`]);
    expect(users()).to.deep.equal([
      { ...known, level: 'priv', priv: { protocol: 'aes256r', password: 'second-secret' } },
    ]);
    await pair.configure('primary', [`no ${user}`]);
    expect(users()).to.deep.equal([]);
    pair.close();
  });
});
