/**
 * The first questions put to an Active/Standby pair: forced failover both ways, power loss of either unit, a lost
 * link of a monitored interface, and a failover link that fails in operation. What must follow is not written
 * here: the model computes it from the guides and from the timers of the very box, and the judge compares.
 */
import { certify, expect } from 'fover';

describe('Active/Standby', () => {
  certify(
    {
      name: 'no-failover-active',
      title: 'no failover active, entered on the active unit, makes the standby unit active',
      requirements: ['AS-TRIGGER-FORCED', 'OPS-FORCE'],
      begin: 'primary',
      fault: 'told-standby',
      target: 'active',
      watch: 'failover',
    },
    (played) => expect(played).unit('secondary').to.become('active'),
  );

  certify(
    {
      name: 'failover-active',
      title: 'failover active, entered on the standby unit, makes it active',
      requirements: ['AS-TRIGGER-FORCED', 'OPS-FORCE'],
      begin: 'secondary',
      fault: 'told-active',
      target: 'standby',
      watch: 'failover',
    },
    (played) => expect(played).unit('primary').to.become('active'),
  );

  certify(
    {
      name: 'active-unit-power-loss',
      title: 'the standby unit takes over when the active unit loses power, and roles stay when it is back',
      requirements: [
        'AS-ACTIVE-FAILED',
        'AS-TAKEOVER',
        'AS-FORMER-ACTIVE-RETURNS',
        'AS-BOOTS-BESIDE-ACTIVE',
        'AS-ONE-ACTIVE',
        'OPS-RESTORED-STAYS-STANDBY',
        'OPS-FAILOVER-ON',
        'UH-HOLD',
        'UH-SILENT-EVERYWHERE',
        'TIME-UNIT-LOSS',
      ],
      begin: 'primary',
      fault: 'unit-power-loss',
      target: 'active',
      watch: 'failover',
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'standby-unit-power-loss',
      title: 'the active unit marks the standby unit as failed when that loses power, and goes on',
      requirements: ['AS-STANDBY-FAILED', 'UH-MATE-DECLARED-FAILED', 'AS-BOOTS-BESIDE-ACTIVE'],
      begin: 'primary',
      fault: 'unit-power-loss',
      target: 'standby',
      watch: 'mate-failed',
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'active-unit-inside-link-down',
      title: 'the standby unit takes over when the inside interface of the active unit loses its link',
      requirements: [
        'AS-INTERFACE-FAILED-ACTIVE',
        'IH-POLICY',
        'IH-LINK-DOWN',
        'IH-RECOVERS',
        'TIME-LINK-DOWN',
      ],
      begin: 'primary',
      fault: 'interface-down',
      target: 'active',
      interface: 'inside',
      watch: 'failover',
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'failover-link-down',
      title: 'nobody changes roles when the failover link fails in operation',
      requirements: ['AS-FAILOVER-LINK-FAILED', 'UH-ANSWERS-ELSEWHERE'],
      begin: 'primary',
      fault: 'failover-link-down',
      target: 'active',
      watch: 'nothing',
    },
    (played) => expect(played).not.to.failOver(),
  );
});
