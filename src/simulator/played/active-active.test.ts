/** A whole Active/Active pair, typed in and broken: boots, Table 13-4, preemption, commands and what they print. */
import { expect } from 'chai';
import { unitNames } from '../../pair/index.ts';
import { ActiveActivePair, type GroupLines } from './active-active.test-support.ts';

const [A, S] = ['Active', 'Standby Ready'];
/** As the primary unit shows it: groups 1 and 2 here, then there. */
const bothHere = `${A} ${A} / ${S} ${S}`;
const bothThere = `${S} ${S} / ${A} ${A}`;
const split = `${A} ${S} / ${S} ${A}`;

const preempting: GroupLines = { 1: ['preempt'], 2: ['preempt'] };

describe('an Active/Active pair', function () {
  this.timeout(20_000);
  let pair: ActiveActivePair;
  const opened = async (groups: GroupLines = {}): Promise<ActiveActivePair> => {
    pair = new ActiveActivePair();
    return pair.open(groups);
  };
  /** Each group where it prefers to be. */
  const openedSplit = async (groups: GroupLines = {}): Promise<ActiveActivePair> => {
    await opened(groups);
    if ((await pair.shown('primary')) !== split) await pair.say('primary', 'no failover active group 2', 500);
    await pair.becomes('primary', split, 5000);
    await pair.ready();
    return pair;
  };
  const restart = async (units: readonly ('primary' | 'secondary')[]): Promise<void> => {
    for (const unit of units) pair.power(unit, 'off');
    await pair.clock.advance(8000);
    for (const unit of units) pair.power(unit, 'on');
    await pair.clock.advance(3500);
    for (const unit of units) await pair.enable(unit);
  };

  afterEach(() => pair.close());

  describe('that starts', () => {
    it('is bootstrapped with both groups on the unit that was there first', async () => {
      await opened();
      expect(await pair.shown('primary')).to.equal(bothHere);
      expect(await pair.shown('secondary')).to.equal(`${S} ${S} / ${A} ${A}`);
      expect(pair.printed.primary).to.include('\tGroup 1 No Response from Mate, Switch to Active\r\n');
      expect(pair.printed.secondary).to.include('\tGroup 2 Detected Active mate\r\n');
    });

    it('has each group where it prefers to be when both units boot together', async () => {
      await opened();
      await restart(unitNames);
      await pair.becomes('primary', split);
      expect(pair.printed.secondary).to.include('\tGroup 2 preempt mate\r\n');
      expect(pair.printed.primary).to.include('\tGroup 2 Switching to Standby\r\n');
    });

    it('has both groups on a unit that boots alone, and leaves them there', async () => {
      await openedSplit();
      pair.power('primary', 'off');
      await restart(['secondary']);
      await pair.becomes('secondary', `${A} ${A} / Failed Failed`);
      await restart(['primary']);
      await pair.ready();
      expect(await pair.shown('primary')).to.equal(bothThere);
      await pair.clock.advance(30_000);
      expect(await pair.shown('primary')).to.equal(bothThere);
    });

    it('has both groups on both units if the failover link is down', async () => {
      await opened();
      pair.port('primary', 2, 'down');
      await restart(unitNames);
      await pair.clock.advance(10_000);
      for (const unit of unitNames) expect(await pair.shown(unit)).to.match(/^Active Active/);
    });
  });

  describe('Table 13-4', () => {
    it('a unit loses power: its groups become active on the mate, and it is marked as failed', async () => {
      await openedSplit();
      pair.power('primary', 'off');
      await pair.becomes('secondary', `${A} ${A} / Failed Failed`, 4000);
      expect(pair.printed.secondary).to.include('\tGroup 1 Switching to Active\r\n');
    });

    it('an active group loses an interface: it fails here and becomes active there; the other stays', async () => {
      await openedSplit();
      pair.port('primary', 0, 'down');
      await pair.becomes('primary', `Failed ${S} / ${A} ${A}`, 2000);
      expect((await pair.ask('primary', 'show failover state')).slice(2, 8)).to.deep.include(
        'This host  -   Primary',
      );
      pair.port('primary', 0, 'up');
      await pair.ready();
      expect(await pair.shown('primary'), 'formerly active group recovers').to.equal(bothThere);
    });

    it('a standby group loses an interface: it is marked, and the active one does not fail over', async () => {
      await openedSplit();
      pair.port('primary', 4, 'down');
      await pair.becomes('primary', `${A} Failed / ${S} ${A}`, 2000);
      pair.port('secondary', 4, 'down');
      pair.port('secondary', 5, 'down');
      await pair.clock.advance(20_000);
      expect(await pair.shown('primary')).to.equal(`${A} Failed / ${S} ${A}`);
    });

    it('a formerly active group recovers: it comes back if it preempts', async () => {
      await openedSplit(preempting);
      pair.port('primary', 0, 'down');
      await pair.becomes('primary', `Failed ${S} / ${A} ${A}`, 2000);
      pair.port('primary', 0, 'up');
      await pair.becomes('primary', split);
    });

    it('the failover link fails: nothing moves, and nothing can be moved', async () => {
      await openedSplit();
      pair.port('primary', 2, 'down');
      await pair.clock.advance(10_000);
      for (const unit of unitNames)
        expect((await pair.ask(unit, 'show failover')).join('\n')).to.match(
          /folink.*\(Failed - No Switchover\)/,
        );
      pair.port('primary', 0, 'down');
      await pair.clock.advance(10_000);
      expect(await pair.shown('primary')).to.match(/^Active Standby Ready/);
      expect(await pair.ask('primary', 'no failover active group 1')).to.deep.equal([
        'ERROR: Command is refused: failover link is down, the mate cannot be told',
      ]);
    });
  });

  describe('preemption', () => {
    it('moves groups as soon as their unit is available', async () => {
      await opened(preempting);
      expect(await pair.shown('primary')).to.equal(split);
    });

    it('waits for its delay', async () => {
      await opened({ 2: ['preempt 30'] });
      expect(await pair.shown('primary')).to.equal(bothHere);
      await restart(['secondary']);
      await pair.becomes('primary', bothHere);
      const waitedMs = await pair.becomes('primary', split, 40_000);
      expect(waitedMs).to.be.within(29_000, 31_500);
    });

    it('leaves what a command moved where the command put it', async () => {
      await opened(preempting);
      await pair.say('primary', 'failover active', 500);
      await pair.becomes('primary', bothHere, 5000);
      await pair.clock.advance(30_000);
      expect(await pair.shown('primary')).to.equal(bothHere);
    });

    it('says why in the history', async () => {
      await opened(preempting);
      const rows = await pair.ask('secondary', 'show failover history');
      expect(rows).to.include(`  2     ${S.padEnd(27)}${'Just Active'.padEnd(27)}Group preempted`);
      const other = await pair.ask('primary', 'show failover history');
      expect(other).to.include(`  2     ${A.padEnd(27)}${S.padEnd(27)}Other unit wants me Standby`);
    });
  });

  describe('commands', () => {
    it('move one group from either unit, and all', async () => {
      await opened();
      await pair.say('secondary', 'failover active group 2', 500);
      await pair.becomes('primary', split, 1000);
      await pair.say('primary', 'no failover active group 1', 500);
      await pair.becomes('primary', bothThere, 1000);
      await pair.say('primary', 'failover active', 500);
      await pair.becomes('primary', bothHere, 1000);
      await pair.say('primary', 'no failover active', 500);
      await pair.becomes('primary', bothThere, 1000);
    });

    it('freeze the groups where they are: no failover', async () => {
      await openedSplit();
      await pair.configure('primary', ['no failover']);
      await pair.clock.advance(10_000);
      const where = async (unit: 'primary' | 'secondary'): Promise<string[]> => {
        const lines: string[] = [];
        for (const name of ['admin', 'branch']) {
          await pair.say(unit, `changeto context ${name}`);
          lines.push(...(await pair.ask(unit, 'show ip address')).filter((line) => / inside /.test(line)));
        }
        await pair.say(unit, 'changeto system');
        return lines;
      };
      expect((await pair.ask('primary', 'show failover'))[0]).to.equal('Failover Off ');
      expect((await where('primary')).join('\n')).to.match(/10\.1\.1\.1/);
      expect((await where('secondary')).join('\n')).to.match(/10\.2\.1\.1/);
    });

    it('are refused where they do not belong', async () => {
      await opened();
      expect(await pair.ask('secondary', 'failover reload-standby')).to.deep.equal([
        'ERROR: Command is refused: failover group 1 is not active on this unit',
      ]);
      expect(await pair.ask('secondary', 'write standby')).to.deep.equal([
        'ERROR: Command is refused: failover group 1 is not active on this unit',
      ]);
      await pair.say('primary', 'changeto context branch');
      expect((await pair.ask('primary', 'failover active group 2')).at(-1)).to.match(/^ERROR: /);
    });

    it('send a command of a context from where its group is active, and warn elsewhere', async () => {
      await openedSplit();
      for (const unit of unitNames) await pair.say(unit, 'changeto context branch');
      await pair.configure('secondary', ['access-list FROM2 extended permit ip any any']);
      const there = await pair.ask('primary', 'show running-config');
      expect(there).to.include('access-list FROM2 extended permit ip any any');
      const before = pair.printed.primary.length;
      await pair.configure('primary', ['access-list LOST extended permit ip any any']);
      expect(pair.printed.primary.slice(before)).to.include('**** WARNING ****');
      expect(await pair.ask('secondary', 'show running-config')).to.not.include(
        'access-list LOST extended permit ip any any',
      );
    });

    it('write a context to the mate from where it is active', async () => {
      await openedSplit();
      for (const unit of unitNames) await pair.say(unit, 'changeto context branch');
      await pair.configure('primary', ['access-list LOST extended permit ip any any']);
      await pair.say('secondary', 'write standby', 500);
      expect(await pair.ask('primary', 'show running-config')).to.not.include(
        'access-list LOST extended permit ip any any',
      );
    });
  });

  describe('configuration of groups', () => {
    it('is printed in one order, whatever was entered first', async () => {
      await opened();
      await pair.configure('primary', [
        'failover group 2',
        'no preempt',
        'no secondary',
        'interface-policy 2',
        'polltime interface 3 holdtime 15',
        'preempt 5',
        'secondary',
      ]);
      const lines = await pair.ask('primary', 'show running-config failover');
      const begins = lines.indexOf('failover group 2') + 1;
      expect(lines.slice(begins, begins + 4)).to.deep.equal([
        '  secondary',
        '  preempt 5',
        '  polltime interface 3 holdtime 15',
        '  interface-policy 2',
      ]);
    });

    it('keeps to the limits of the guide', async () => {
      await opened();
      const before = pair.printed.primary.length;
      await pair.configure('primary', [
        'failover group 3',
        'failover group 2',
        'polltime interface msec 400',
        'polltime interface 3 holdtime 14',
        'polltime interface 2',
        'preempt 1201',
        'interface-policy 251',
        'interface-policy 101%',
        'interface-policy 50%',
        'mac address GigabitEthernet0/2 000c.f142.4cde 000c.f142.4cdf',
        'mac address GigabitEthernet0/4 000c.f142.4cde 000c.f142.4cde',
        'replication http',
      ]);
      const said = pair.printed.primary.slice(before);
      expect(said.match(/% Invalid input detected/g)).to.have.length(5);
      expect(said).to.include(
        'ERROR: The interface holdtime must be at least 5 times the interface polltime',
      );
      expect(said).to.include('INFO: Failover interface holdtime is set to 10 seconds');
      expect(said).to.include('ERROR: Virtual MAC address is not allowed on a failover interface');
      expect(said).to.include('ERROR: Active and standby MAC address must not be the same');
      const lines = await pair.ask('primary', 'show running-config failover');
      expect(lines.slice(lines.indexOf('failover group 1'))).to.deep.equal([
        'failover group 1',
        '  primary',
        'failover group 2',
        '  secondary',
        '  replication http',
        '  polltime interface 2 holdtime 10',
        '  interface-policy 50%',
      ]);
      expect(await pair.ask('secondary', 'show running-config failover')).to.include(
        '  interface-policy 50%',
      );
    });

    it('takes groups away only while failover is off', async () => {
      await opened();
      const before = pair.printed.primary.length;
      await pair.configure('primary', ['no failover group 2', 'no failover', 'no failover group 2']);
      const said = pair.printed.primary.slice(before);
      expect(said).to.include('ERROR: Failover group can be removed only when failover is disabled');
      expect(said).to.include('ERROR: Failover group 2 cannot be removed, context branch belongs to it');
    });
  });

  describe('what is shown', () => {
    it('is the pair, with the state of each group', async () => {
      await openedSplit();
      const lines = await pair.ask('primary', 'show failover');
      const from = lines.findIndex((line) => line.startsWith('Group 1 last failover at: '));
      expect(lines.slice(from + 2, from + 12)).to.deep.equal([
        '',
        '  This host:\tPrimary',
        '  Group 1\tState:\t\tActive',
        lines[from + 5],
        '  Group 2\tState:\t\tStandby Ready',
        lines[from + 7],
        '',
        '\t\tslot 0: ASA5525 hw/sw rev (1.0/9.2(4)) status (Up Sys)',
        '\t\tslot 1: empty',
        '\t\t  admin Interface outside (10.1.0.1): Normal (Monitored)',
      ]);
      expect(lines[from + 5]).to.match(/^\t\tActive time:\t\d+ \(sec\)$/);
      expect(lines).to.include('\t\t  branch Interface inside (10.2.1.2): Normal (Monitored)');
    });

    it('is one group', async () => {
      await openedSplit();
      const lines = await pair.ask('primary', 'show failover group 2');
      expect(lines[0]).to.match(/^Last Failover at: /);
      expect(lines).to.include('\t\tState:\t\tStandby');
      expect(lines.filter((line) => line.includes('admin'))).to.deep.equal([]);
      expect(lines).to.include('\tStatus: Configured.');
    });

    it('is the context that it is asked in', async () => {
      await openedSplit();
      await pair.say('primary', 'changeto context branch');
      const lines = await pair.ask('primary', 'show failover');
      expect(lines[0]).to.equal('Failover On ');
      expect(lines).to.include(`\tThis context: ${S}`).and.to.include(`\tPeer context: ${A}`);
      expect(lines).to.include('\t\t  Interface outside (10.2.0.2): Normal (Monitored)');
      expect((await pair.ask('primary', 'show monitor-interface'))[0]).to.equal(
        `\tThis host: Primary - ${S} `,
      );
    });

    it('is why a group failed', async () => {
      await openedSplit();
      pair.port('primary', 0, 'down');
      await pair.becomes('primary', `Failed ${S} / ${A} ${A}`, 2000);
      const lines = await pair.ask('primary', 'show failover state');
      expect(lines.slice(1, 6).map((line) => line.replace(/\d\d:.*$/, 'then'))).to.deep.equal([
        '               State          Last Failure Reason      Date/Time',
        'This host  -   Primary',
        `    Group 1    ${'Failed'.padEnd(15)}${'Ifc Failure'.padEnd(25)}then`,
        '                              admin outside: No Link',
        `    Group 2    ${S.padEnd(15)}None`,
      ]);
    });
  });

  it('has the default virtual MAC addresses of its groups, and those of the group before them', async () => {
    await openedSplit({ 2: ['mac address GigabitEthernet0/5 0200.0000.0001 0200.0000.0002'] });
    await pair.say('primary', 'changeto context branch');
    const rows = (await pair.ask('primary', 'show interface')).filter((line) => line.includes('MAC address'));
    expect(rows.join('\n')).to.match(/00a0\.c904\.0202[^]*0200\.0000\.0002/);
  });

  it('has one group failed on each unit, and then one unit', async () => {
    await openedSplit();
    pair.port('primary', 0, 'down');
    await pair.becomes('primary', `Failed ${S} / ${A} ${A}`, 2000);
    await pair.say('primary', 'failover active group 2', 500);
    await pair.becomes('primary', `Failed ${A} / ${A} ${S}`, 2000);
    pair.port('secondary', 5, 'down');
    await pair.becomes('primary', `Failed ${A} / ${A} Failed`, 2000);
    pair.power('secondary', 'off');
    await pair.becomes('primary', `${A} ${A} / Failed Failed`, 4000);
  });
});
