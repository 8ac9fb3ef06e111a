/**
 * Further questions to an Active/Standby pair: those of the first suite put the other way round, so that no role hangs
 * on which unit is primary, and faults that must move no role. Played by name: `fover run active-standby-in-depth`.
 */
import { certify, expect } from 'fover';

describe('Active/Standby, in depth', () => {
  certify(
    {
      name: 'no-failover-active-on-secondary',
      title:
        'no failover active, entered on the secondary unit while it is active, makes the primary unit active',
      requirements: ['AS-TRIGGER-FORCED', 'OPS-FORCE'],
      begin: 'secondary',
      fault: 'told-standby',
      target: 'active',
      watch: 'failover',
    },
    (played) => expect(played).unit('primary').to.become('active'),
  );

  certify(
    {
      name: 'failover-active-on-secondary',
      title: 'failover active, entered on the secondary unit while it stands by, makes it active',
      requirements: ['AS-TRIGGER-FORCED', 'OPS-FORCE'],
      begin: 'primary',
      fault: 'told-active',
      target: 'standby',
      watch: 'failover',
    },
    (played) => expect(played).unit('secondary').to.become('active'),
  );

  certify(
    {
      name: 'active-secondary-power-loss',
      title:
        'the primary unit takes over when the secondary unit is active and loses power, and roles stay when it is back',
      requirements: [
        'AS-ACTIVE-FAILED',
        'AS-FORMER-ACTIVE-RETURNS',
        'AS-BOOTS-BESIDE-ACTIVE',
        'OPS-RESTORED-STAYS-STANDBY',
        'UH-SILENT-EVERYWHERE',
        'UH-HOLD',
        'TIME-UNIT-LOSS',
      ],
      begin: 'secondary',
      fault: 'unit-power-loss',
      target: 'active',
      watch: 'failover',
    },
    (played) => expect(played).unit('primary').to.become('active'),
  );

  certify(
    {
      name: 'standby-primary-power-loss',
      title:
        'the active secondary unit goes on when the primary unit stands by and loses power, even when that is back',
      requirements: ['AS-STANDBY-FAILED', 'AS-BOOTS-BESIDE-ACTIVE', 'UH-MATE-DECLARED-FAILED'],
      begin: 'secondary',
      fault: 'unit-power-loss',
      target: 'standby',
      watch: 'mate-failed',
    },
    (played) => expect(played).unit('secondary').to.stay('active'),
  );

  certify(
    {
      name: 'active-unit-outside-link-down',
      title: 'the standby unit takes over when the outside interface of the active unit loses its link',
      requirements: [
        'AS-INTERFACE-FAILED-ACTIVE',
        'IH-POLICY',
        'IH-LINK-DOWN',
        'IH-RECOVERS',
        'TIME-LINK-DOWN',
      ],
      begin: 'secondary',
      fault: 'interface-down',
      target: 'active',
      interface: 'outside',
      watch: 'failover',
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'standby-unit-inside-link-down',
      title:
        'nobody takes over when the inside interface of the standby unit loses its link; the standby unit is failed until it is back',
      requirements: ['AS-INTERFACE-FAILED-STANDBY', 'IH-POLICY', 'IH-RECOVERS'],
      begin: 'primary',
      fault: 'interface-down',
      target: 'standby',
      interface: 'inside',
      watch: 'mate-failed',
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'failover-link-down-at-standby',
      title: 'nobody changes roles when the failover link fails at the standby unit',
      requirements: ['AS-FAILOVER-LINK-FAILED', 'UH-ANSWERS-ELSEWHERE'],
      begin: 'secondary',
      fault: 'failover-link-down',
      target: 'standby',
      watch: 'nothing',
    },
    (played) => expect(played).not.to.failOver(),
  );

  certify(
    {
      name: 'write-standby',
      title: 'nobody changes roles when the active unit sends its configuration anew',
      requirements: ['REP-WRITE-STANDBY'],
      begin: 'primary',
      fault: 'write-standby',
      target: 'active',
      watch: 'nothing',
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'state-link-down',
      title: 'nobody changes roles when the state link fails in operation',
      requirements: ['AS-STATE-LINK-FAILED'],
      begin: 'primary',
      fault: 'state-link-down',
      target: 'active',
      watch: 'nothing',
    },
    (played) => expect(played).not.to.failOver(),
  );
});
