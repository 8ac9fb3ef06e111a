/**
 * The first questions put to an Active/Active pair: every row of «Failover Behavior for Active/Active Failover» (table
 * 13-4 of the ASA 5580 guide), failover forced for one group and for the unit, and preemption. What must follow is not
 * written here: the model computes it from the guides and from the timers of the very box, and the judge compares.
 * The names of contexts and interfaces are those of `topologies/simulated-active-active.yaml`; a bench that calls its
 * own otherwise is asked all the rest.
 */
import { certify, expect, shows } from 'fover';

const needs = ['active-active'] as const;
/** Each group where the topology prefers it to be: both units pass traffic. */
const apart = { 1: 'primary', 2: 'secondary' } as const;
/** Each group where it does not prefer to be, so that it does not come back from where it fails over to. */
const crossed = { 1: 'secondary', 2: 'primary' } as const;

describe('Active/Active, a unit', () => {
  certify(
    {
      name: 'unit-power-loss-of-group-one',
      title:
        'the group that was active on a unit without power becomes active on the other, and goes home by preempt',
      requirements: [
        'AA-UNIT-FAILED',
        'AA-TAKEOVER',
        'AA-PREEMPT',
        'AA-PREEMPT-DELAY',
        'AA-OTHER-GROUP-STAYS',
        'UH-SILENT-EVERYWHERE',
        'UH-HOLD',
      ],
      needs,
      begin: apart,
      fault: 'unit-power-loss',
      group: 1,
      target: 'active',
      watch: 'failover',
    },
    (played) => {
      expect(played).group(1).unit('secondary').to.become('active');
      expect(played).group(2).unit('secondary').to.stay('active');
    },
  );

  certify(
    {
      name: 'unit-power-loss-of-group-two',
      title: 'the same of the other unit and the other group',
      requirements: ['AA-UNIT-FAILED', 'AA-PREEMPT', 'AA-PREEMPT-DELAY'],
      needs,
      begin: apart,
      fault: 'unit-power-loss',
      group: 2,
      target: 'active',
      watch: 'failover',
    },
    (played) => {
      expect(played).group(2).unit('primary').to.become('active');
      expect(played).group(1).unit('primary').to.stay('active');
    },
  );

  certify(
    {
      name: 'unit-power-loss-of-both-groups',
      title: 'both groups become active on the other unit when they were active on the one that loses power',
      requirements: ['AA-UNIT-FAILED', 'AA-BOOTS-BESIDE-ACTIVE', 'AA-PREEMPT', 'AA-PREEMPT-DELAY'],
      needs,
      begin: 'primary',
      fault: 'unit-power-loss',
      target: 'active',
      watch: 'failover',
    },
    (played) => {
      expect(played).group(1).unit('secondary').to.become('active');
      expect(played).group(2).unit('secondary').to.become('active');
    },
  );
});

describe('Active/Active, boots', () => {
  certify(
    {
      name: 'both-units-boot-with-groups',
      title: 'each group becomes active on the unit that it prefers when both units boot at the same time',
      requirements: ['AA-BOTH-BOOT'],
      needs,
      begin: 'secondary',
      fault: 'both-units-booting',
      target: 'active',
      watch: 'none',
    },
    (played) => {
      expect(played).group(1).unit('primary').to.become('active');
      expect(played).group(2).unit('secondary').to.become('active');
    },
  );
});

describe('Active/Active, interfaces', () => {
  certify(
    {
      name: 'active-group-interface-down',
      title: 'a group fails over when an interface of it fails where it is active, and the other group stays',
      requirements: [
        'AA-INTERFACE-FAILED-ACTIVE',
        'AA-GROUP-FAILS-OVER',
        'AA-OTHER-GROUP-STAYS',
        'AA-POLICY-PER-GROUP',
      ],
      needs,
      begin: crossed,
      fault: 'interface-down',
      group: 2,
      target: 'active',
      interface: 'two/outside-two',
      watch: 'failover',
    },
    (played) => {
      expect(played).group(2).unit('secondary').to.become('active');
      expect(played).group(1).not.to.failOver();
    },
  );

  certify(
    {
      name: 'active-group-subinterface-down',
      title: 'the same for a subinterface, whose link is that of the socket it is on',
      requirements: ['AA-INTERFACE-FAILED-ACTIVE', 'AA-OTHER-GROUP-STAYS'],
      needs,
      begin: 'primary',
      fault: 'interface-down',
      group: 2,
      target: 'active',
      interface: 'two/inside-two',
      watch: 'failover',
    },
    (played) => expect(played).group(1).not.to.failOver(),
  );

  certify(
    {
      name: 'standby-group-interface-down',
      title: 'a group is marked as failed where it stands by when an interface of it fails there',
      requirements: ['AA-INTERFACE-FAILED-STANDBY', 'AA-OTHER-GROUP-STAYS'],
      needs,
      begin: apart,
      fault: 'interface-down',
      group: 1,
      target: 'standby',
      interface: 'one/inside-one',
      watch: 'mate-failed',
    },
    (played) => expect(played).group(1).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'active-group-stays-beside-failed-standby',
      title: 'a group does not fail over to where it is marked as failed, though its interfaces fail as well',
      requirements: ['AA-INTERFACE-FAILED-STANDBY', 'AA-STANDBY-MARKED-FAILED'],
      needs,
      begin: apart,
      fault: 'interface-down',
      group: 1,
      target: 'standby',
      interface: 'one/inside-one',
      watch: 'mate-failed',
      next: [
        {
          fault: 'interface-down',
          group: 1,
          target: 'active',
          interface: 'one/outside-one',
          watch: 'nothing',
        },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => expect(played).group(1).not.to.failOver(),
  );
});

describe('Active/Active, reset', () => {
  certify({
    name: 'group-reset-while-it-fails',
    title: 'failover reset group does not keep a group from failing again while its interface is down',
    requirements: ['OPS-RESET-GROUP', 'OPS-RESET-FAILS-AGAIN'],
    needs,
    begin: apart,
    fault: 'interface-down',
    group: 1,
    target: 'standby',
    interface: 'one/inside-one',
    watch: 'mate-failed',
    next: [{ fault: 'told-reset', group: 1, target: 'standby', watch: 'nothing' }],
  });
});

describe('Active/Active, links', () => {
  certify(
    {
      name: 'groups-failover-link-down',
      title: 'no group changes roles when the failover link fails in operation',
      requirements: ['AA-FAILOVER-LINK-FAILED'],
      needs,
      begin: apart,
      fault: 'failover-link-down',
      target: 'active',
      watch: 'nothing',
    },
    (played) => {
      expect(played).group(1).not.to.failOver();
      expect(played).group(2).not.to.failOver();
    },
  );

  certify(
    {
      name: 'groups-state-link-down',
      title: 'no group changes roles when the link of Stateful Failover fails',
      requirements: ['AA-STATE-LINK-FAILED'],
      needs: [...needs, 'own-state-link'],
      begin: apart,
      fault: 'state-link-down',
      target: 'active',
      watch: 'nothing',
    },
    (played) => {
      expect(played).group(1).not.to.failOver();
      expect(played).group(2).not.to.failOver();
    },
  );
});

describe('Active/Active, started without their link', () => {
  certify(
    {
      name: 'units-boot-without-failover-link',
      title: 'both groups become active on both units when the failover link is down at startup',
      requirements: ['AA-FAILOVER-LINK-FAILED-AT-STARTUP'],
      needs,
      begin: apart,
      fault: 'failover-link-down',
      target: 'active',
      watch: 'nothing',
      next: [
        { fault: 'both-units-booting', target: 'primary', watch: 'none' },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => {
      for (const unit of ['primary', 'secondary'] as const)
        for (const group of [1, 2] as const) expect(played).group(group).unit(unit).to.become('active');
    },
  );
});

describe('Active/Active, forced', () => {
  certify(
    {
      name: 'no-failover-active-group',
      title: 'no failover active group, entered where the group is active, moves that group and no other',
      requirements: ['AA-TRIGGER-GROUP-COMMAND', 'OPS-FORCE', 'AA-GROUP-FAILS-OVER', 'AA-OTHER-GROUP-STAYS'],
      needs,
      // Both are active there, so that one that moves both is seen to.
      begin: 'primary',
      fault: 'told-standby',
      group: 1,
      target: 'active',
      watch: 'failover',
      during: [
        shows(
          'show failover group 2',
          'This host:\\s+Primary\\s+State:\\s+Active',
          'the group that was not named is active where it was',
          ['AA-TRIGGER-GROUP-COMMAND'],
          { on: 'primary' },
        ),
      ],
    },
    (played) => {
      expect(played).group(1).unit('secondary').to.become('active');
      expect(played).group(2).unit('primary').to.stay('active');
    },
  );

  certify(
    {
      name: 'failover-active-group',
      title: 'failover active group, entered where the group stands by, moves that group and no other',
      requirements: ['AA-TRIGGER-GROUP-COMMAND', 'OPS-FORCE', 'AA-GROUP-FAILS-OVER'],
      needs,
      begin: apart,
      fault: 'told-active',
      group: 2,
      target: 'standby',
      watch: 'failover',
    },
    (played) => {
      expect(played).group(2).unit('primary').to.become('active');
      expect(played).group(1).unit('primary').to.stay('active');
    },
  );

  certify(
    {
      name: 'no-failover-active-of-the-unit',
      title: 'no failover active, without a group, makes every group active on the other unit',
      requirements: ['AA-TRIGGER-SYSTEM-COMMAND', 'OPS-FORCE'],
      needs,
      begin: 'primary',
      fault: 'told-standby',
      target: 'active',
      watch: 'failover',
    },
    (played) => {
      expect(played).group(1).unit('secondary').to.become('active');
      expect(played).group(2).unit('secondary').to.become('active');
    },
  );

  certify(
    {
      name: 'failover-active-of-the-unit',
      title: 'failover active, without a group, makes every group active on the unit',
      requirements: ['AA-TRIGGER-SYSTEM-COMMAND', 'OPS-FORCE'],
      needs,
      begin: apart,
      fault: 'told-active',
      target: 'standby',
      watch: 'failover',
    },
    (played) => {
      expect(played).group(1).unit('secondary').to.become('active');
      expect(played).group(2).unit('secondary').to.stay('active');
    },
  );
});
