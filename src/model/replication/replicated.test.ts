import { expect } from 'chai';
import type { PairState } from '../pair-state.ts';
import { flowOf } from './entered-where.ts';
import type { Space } from './entered-where.ts';
import { synchronizedFrom } from './synchronized-from.ts';
import { replicated } from './replicated.ts';

const pair: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  monitored: [],
  down: { primary: [], secondary: [] },
};
const split: PairState = {
  ...pair,
  group2: { ...pair, units: { primary: 'standby-ready', secondary: 'active' } },
};

describe('which commands are replicated (Tables 13-1 and 13-3)', () => {
  const rows: readonly (readonly [string, 'exec' | 'configuration', 'yes' | 'no' | 'open', string?])[] = [
    ['access-list inside permit ip any any', 'configuration', 'yes', 'REP-COMMAND-CONFIGURATION'],
    ['no access-list inside', 'configuration', 'yes', 'REP-COMMAND-CONFIGURATION'],
    ['hostname fw', 'configuration', 'yes'],
    ['failover lan unit secondary', 'configuration', 'no', 'REP-NOT-LAN-UNIT'],
    ['no failover lan unit', 'configuration', 'no', 'REP-NOT-LAN-UNIT'],
    ['failover lan interface folink Ethernet3', 'configuration', 'yes'],
    ['mode multiple', 'configuration', 'no', 'REP-NOT-MODE'],
    ['firewall transparent', 'configuration', 'no', 'REP-NOT-MODE'],
    ['crypto ca server', 'configuration', 'no', 'REP-NOT-CA-SERVER'],
    ['crypto ca trustpoint lab', 'configuration', 'yes'],
    ['pager lines 24', 'configuration', 'no', 'REP-NOT-PAGER'],
    ['terminal pager 0', 'exec', 'no', 'REP-NOT-PAGER'],
    ['terminal width 511', 'configuration', 'yes'],
    ['write memory', 'exec', 'yes', 'REP-SAVED-ON-BOTH'],
    ['write mem all', 'exec', 'yes'],
    ['write standby', 'exec', 'no', 'REP-NOT-WRITE'],
    ['copy running-config startup-config', 'exec', 'yes', 'REP-SAVED-ON-BOTH'],
    ['copy run start', 'exec', 'yes'],
    ['copy /noconfirm running-config startup-config', 'exec', 'yes'],
    ['copy tftp://10.9.9.9/image.bin disk0:', 'exec', 'no', 'REP-NOT-COPY'],
    ['copy startup-config running-config', 'exec', 'no'],
    ['delete disk0:old.bin', 'exec', 'yes', 'REP-COMMAND-FILES'],
    ['mkdir disk0:a', 'exec', 'yes'],
    ['rename disk0:a disk0:b', 'exec', 'yes'],
    ['rmdir disk0:a', 'exec', 'yes'],
    ['show failover', 'exec', 'no', 'REP-NOT-SHOW'],
    ['debug fover', 'exec', 'no', 'REP-NOT-SHOW'],
    ['shutdown', 'configuration', 'yes'],
    ['ping 10.9.9.9', 'exec', 'open'],
    ['clear failover lan unit', 'configuration', 'no', 'REP-NOT-LAN-UNIT'],
    ['clear configure pager', 'configuration', 'yes'],
    ['copy', 'exec', 'no'],
    ['failover', 'configuration', 'yes'],
    ['logging clear', 'configuration', 'yes'],
    ['pager clear pager', 'configuration', 'no', 'REP-NOT-PAGER'],
    ['failover clear', 'configuration', 'yes'],
  ];
  for (const [line, mode, expected, id] of rows)
    it(`${line}: ${expected}`, () => {
      const { replicated: is, requirements } = replicated({ line, in: mode, pair: 'active-standby' });
      expect(is).to.equal(expected);
      if (id !== undefined) expect(requirements.map((each) => each.id as string)).to.include(id);
    });

  it('says of all other configuration that it is replicated, as it is entered', () => {
    const ids = (mode: 'exec' | 'configuration', line: string): readonly string[] =>
      replicated({ line, in: mode, pair: 'active-standby' }).requirements.map(({ id }) => id);
    expect(ids('configuration', 'hostname fw')).to.deep.equal([
      'REP-COMMAND-CONFIGURATION',
      'REP-AS-ENTERED',
    ]);
    expect(ids('exec', 'ping 10.9.9.9')).to.deep.equal([]);
    expect(ids('exec', 'wr standby')).to.deep.equal([]);
  });

  it('knows the subcommands of the CA server', () => {
    expect(
      replicated({ line: 'lifetime 30', in: 'crypto-ca-server', pair: 'active-standby' }).replicated,
    ).to.equal('no');
  });

  it('leaves open for Active/Active what only Table 13-1 has', () => {
    for (const line of ['crypto ca server', 'pager lines 24', 'terminal pager 0'])
      expect(replicated({ line, in: 'configuration', pair: 'active-active' }).replicated).to.equal('open');
    expect(
      replicated({ line: 'mode single', in: 'configuration', pair: 'active-active' }).replicated,
    ).to.equal('no');
  });
});

describe('from where commands flow to the mate', () => {
  const flow = (of: PairState, unit: 'primary' | 'secondary', space: Space): string => {
    const { flows, requirements } = flowOf(of, unit, space);
    return `${flows} ${requirements.map(({ id }) => id).join(' ')}`.trim();
  };

  it('is the active unit', () => {
    expect(flow(pair, 'primary', 'single')).to.equal('to-mate REP-AS-ENTERED');
    expect(flow(pair, 'secondary', 'single')).to.equal('stays REP-NOT-FROM-STANDBY LOG-STANDBY-WARNING');
  });

  it('is where the group of the context is active, or group 1', () => {
    expect(flow(split, 'primary', 'system')).to.equal('to-mate REP-AA-SYSTEM');
    expect(flow(split, 'primary', 'admin')).to.equal('to-mate REP-AA-ADMIN');
    expect(flow(split, 'secondary', { contextOfGroup: 2 })).to.equal('to-mate REP-AA-CONTEXT');
    expect(flow(split, 'primary', { contextOfGroup: 2 })).to.equal('stays REP-AA-WRONG-UNIT CFG-ON-ACTIVE');
  });

  it('is not said without a failover link, nor while failover is disabled', () => {
    expect(flow({ ...pair, failoverLink: 'down' }, 'primary', 'single')).to.equal('open');
    expect(flow({ ...pair, disabled: true }, 'primary', 'single')).to.equal('open');
  });
});

describe('from where the whole configuration comes', () => {
  const off: PairState = { ...pair, units: { primary: 'off', secondary: 'off' } };
  const alone: PairState = { ...pair, units: { primary: 'off', secondary: 'active' } };
  const told = (of: PairState, stimulus: Parameters<typeof synchronizedFrom>[1]): string => {
    const found = synchronizedFrom(of, stimulus);
    return found ? `${found.from} to ${found.to} by ${found.requirements[0]?.id}` : 'nowhere';
  };

  it('is the active unit, whichever it is', () => {
    expect(told(alone, { stimulus: 'unit-booting', unit: 'primary' })).to.equal(
      'secondary to primary by REP-FROM-ACTIVE',
    );
    expect(told({ ...alone, group2: alone }, { stimulus: 'unit-booting', unit: 'primary' })).to.equal(
      'secondary to primary by REP-AA-BOOTS-BESIDE-ACTIVE',
    );
    expect(told(pair, { stimulus: 'told-write-standby', unit: 'primary' })).to.equal(
      'primary to secondary by REP-WRITE-STANDBY',
    );
  });

  it('is where failover group 1 is active, when the groups are split', () => {
    expect(told(split, { stimulus: 'told-write-standby', unit: 'primary' })).to.equal(
      'primary to secondary by REP-AA-WRITE-STANDBY',
    );
  });

  it('is the primary when both boot', () => {
    expect(told(off, { stimulus: 'both-units-booting' })).to.equal('primary to secondary by REP-FROM-ACTIVE');
    expect(told({ ...off, group2: off }, { stimulus: 'both-units-booting' })).to.equal(
      'primary to secondary by REP-AA-BOTH-BOOT',
    );
  });

  it('comes as every whole configuration does', () => {
    const always = ['REP-OVER-LINK', 'REP-WHOLE', 'REP-STANDBY-CLEARS', 'REP-ONLY-UNIT-DIFFERS'];
    const ids = (of: PairState, stimulus: Parameters<typeof synchronizedFrom>[1]): readonly string[] =>
      synchronizedFrom(of, stimulus)?.requirements.map(({ id }) => id) ?? [];
    expect(ids(alone, { stimulus: 'unit-booting', unit: 'primary' })).to.deep.equal([
      'REP-FROM-ACTIVE',
      'REP-AT-BOOT',
      ...always,
    ]);
    expect(ids(pair, { stimulus: 'told-write-standby', unit: 'primary' })).to.deep.equal([
      'REP-WRITE-STANDBY',
      ...always,
    ]);
  });

  it('is nowhere when only one of the groups begins anew, and when another unit is asked for', () => {
    const half: PairState = { ...off, group2: { ...off, units: { primary: 'active', secondary: 'off' } } };
    expect(told(half, { stimulus: 'both-units-booting' })).to.equal('nowhere');
    expect(told(alone, { stimulus: 'unit-booting', unit: 'secondary' })).to.equal('nowhere');
    expect(told(alone, { stimulus: 'unit-silent', unit: 'primary' })).to.equal('nowhere');
    expect(told(alone, { stimulus: 'told-active', unit: 'primary' })).to.equal('nowhere');
  });

  it('is nowhere without a link, without a mate, or without a reason', () => {
    const cut: PairState = { ...alone, failoverLink: 'down' };
    expect(told(cut, { stimulus: 'unit-booting', unit: 'primary' })).to.equal('nowhere');
    expect(told(off, { stimulus: 'unit-booting', unit: 'primary' })).to.equal('nowhere');
    expect(told(pair, { stimulus: 'told-write-standby', unit: 'secondary' })).to.equal('nowhere');
    expect(told(split, { stimulus: 'told-write-standby', unit: 'secondary' })).to.equal('nowhere');
    expect(told(pair, { stimulus: 'unit-silent', unit: 'primary' })).to.equal('nowhere');
  });
});
