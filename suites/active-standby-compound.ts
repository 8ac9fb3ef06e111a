/**
 * What one fault makes of another: the states of the behaviour table that no single fault reaches, units that boot in
 * one order or the other, and interfaces that keep their link and hear nothing. Played by name:
 * `fover run active-standby-compound`.
 */
import { certify, expect } from 'fover';

describe('Active/Standby, one thing upon another', () => {
  certify(
    {
      name: 'active-interface-down-while-standby-failed',
      title: 'nobody takes over when an interface of the active unit fails while the standby unit is failed',
      requirements: ['AS-STANDBY-MARKED-FAILED', 'AS-INTERFACE-FAILED-STANDBY'],
      begin: 'primary',
      fault: 'interface-down',
      target: 'standby',
      interface: 'inside',
      watch: 'mate-failed',
      next: [
        { fault: 'interface-down', target: 'active', interface: 'outside', watch: 'nothing' },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'active-interface-down-while-standby-dark',
      title:
        'nobody takes over when an interface of the active unit fails while the standby unit has no power',
      requirements: ['AS-STANDBY-MARKED-FAILED', 'AS-STANDBY-FAILED'],
      begin: 'secondary',
      fault: 'unit-power-loss',
      target: 'standby',
      watch: 'mate-failed',
      next: [
        { fault: 'interface-down', target: 'active', interface: 'inside', watch: 'nothing' },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => expect(played).unit('secondary').to.stay('active'),
  );

  certify(
    {
      name: 'active-interface-down-while-failover-link-down',
      title: 'nobody takes over when an interface of the active unit fails while the failover link is down',
      requirements: ['AS-NO-FAILOVER-WITHOUT-LINK', 'AS-FAILOVER-LINK-FAILED'],
      begin: 'primary',
      fault: 'failover-link-down',
      target: 'active',
      watch: 'nothing',
      // The interface is back before the link: with the link alone back, the mate would have to take over.
      next: [
        { fault: 'interface-down', target: 'active', interface: 'inside', watch: 'nothing' },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  // The guides contradict each other on who is active then, so nothing is asserted of it.
  certify({
    name: 'active-power-loss-while-failover-link-down',
    title:
      'the pair is whole again after the active unit lost power while the failover link was down, whoever was active meanwhile',
    requirements: ['AS-FAILOVER-LINK-FAILED', 'AS-NO-FAILOVER-WITHOUT-LINK'],
    begin: 'primary',
    fault: 'failover-link-down',
    target: 'standby',
    watch: 'nothing',
    next: [
      { fault: 'unit-power-loss', target: 'primary', watch: 'nothing' },
      { mend: 0, watch: 'nothing' },
    ],
  });

  certify(
    {
      name: 'power-loss-upon-interface-down',
      title: 'the standby unit takes over when the active unit loses an interface and at once its power',
      requirements: ['AS-ACTIVE-FAILED', 'AS-TAKEOVER'],
      begin: 'primary',
      fault: 'interface-down',
      target: 'active',
      interface: 'inside',
      watch: 'none',
      next: [{ fault: 'unit-power-loss', target: 'primary', watch: 'failover' }],
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'interface-back-before-it-is-missed',
      title: 'nobody changes roles when an interface hears its network again before it was missed',
      requirements: ['IH-HOLD', 'IH-TESTS-AFTER-HALF-HOLD', 'IH-POLICY'],
      begin: 'primary',
      fault: 'interface-cut-off',
      target: 'active',
      interface: 'inside',
      watch: 'none',
      next: [{ mend: 0, watch: 'nothing' }],
      during: [
        {
          ask: 'show failover',
          on: 'primary',
          within: 10_000,
          expects: [
            { says: '^\\s*This host: Primary - Active' },
            { count: '^\\s*Interface inside \\([\\d.]+\\): Normal', is: [2, 2] },
          ],
          means: 'the interface is normal on both units, and the unit active as before',
          proves: ['IH-POLICY'],
        },
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'policy-reached-by-second-interface',
      title: 'with a policy of two interfaces the first that fails moves nothing, and the second one does',
      requirements: ['IH-POLICY', 'AS-INTERFACE-FAILED-ACTIVE'],
      begin: 'primary',
      setup: [
        {
          enter: 'failover interface-policy 2',
          on: 'active',
          undo: ['failover interface-policy 1'],
          expects: [{ answer: 'accepted' }],
          means: 'two failed interfaces are wanted for a failover',
          proves: ['IH-POLICY'],
        },
      ],
      fault: 'interface-down',
      target: 'active',
      interface: 'inside',
      watch: 'nothing',
      next: [
        { fault: 'interface-down', target: 'primary', interface: 'outside', watch: 'failover' },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'unmonitored-interface-down',
      title: 'nobody changes roles when an interface fails that is not monitored',
      requirements: ['IH-UNMONITORED'],
      begin: 'primary',
      setup: [
        {
          enter: 'no monitor-interface inside',
          on: 'active',
          undo: ['monitor-interface inside'],
          expects: [{ answer: 'accepted' }],
          means: 'the monitoring of an interface can be disabled',
          proves: ['IH-UNMONITORED'],
        },
        ...(['active', 'standby'] as const).map((on) => ({
          ask: 'show failover',
          on,
          within: 10_000,
          expects: [
            { count: '^\\s*Interface inside \\([\\d.]+\\): \\w+ \\(Not-Monitored\\)', is: [2, 2] as const },
          ],
          means: `the ${on} unit shows the interface as not monitored, on both units`,
          proves: ['IH-UNMONITORED'],
        })),
      ],
      fault: 'interface-down',
      target: 'active',
      interface: 'inside',
      watch: 'nothing',
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );
});

describe('Active/Standby, units that boot', () => {
  certify(
    {
      name: 'active-unit-crash',
      title: 'the standby unit takes over when the software of the active unit fails',
      requirements: ['AS-TRIGGER-SOFTWARE', 'AS-FORMER-ACTIVE-RETURNS', 'AS-BOOTS-BESIDE-ACTIVE'],
      begin: 'primary',
      needs: ['missed-while-booting'],
      fault: 'unit-crash',
      target: 'active',
      watch: 'failover',
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'active-unit-reload',
      title:
        'the standby unit takes over when the active unit is reloaded, and stays active when that is back',
      requirements: ['AS-ACTIVE-FAILED', 'AS-FORMER-ACTIVE-RETURNS', 'AS-BOOTS-BESIDE-ACTIVE'],
      begin: 'secondary',
      needs: ['missed-while-booting'],
      fault: 'unit-reload',
      target: 'active',
      watch: 'failover',
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'standby-unit-reload',
      title: 'the active unit marks the standby unit as failed when that is reloaded, and goes on',
      requirements: ['AS-STANDBY-FAILED', 'AS-BOOTS-BESIDE-ACTIVE', 'UH-MATE-DECLARED-FAILED'],
      begin: 'primary',
      needs: ['missed-while-booting'],
      fault: 'unit-reload',
      target: 'standby',
      watch: 'mate-failed',
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'both-units-boot',
      title: 'the primary unit becomes active when both units boot at the same time',
      requirements: ['AS-BOTH-BOOT'],
      begin: 'secondary',
      fault: 'both-units-booting',
      target: 'active',
      watch: 'none',
    },
    (played) => expect(played).unit('primary').to.become('active'),
  );

  certify(
    {
      name: 'secondary-boots-first',
      title:
        'the secondary unit boots alone and becomes active, and stays so when the primary unit has power again',
      requirements: ['AS-BOOTS-ALONE', 'AS-BOOTS-BESIDE-ACTIVE', 'OPS-RESTORED-STAYS-STANDBY'],
      begin: 'primary',
      fault: 'unit-power-loss',
      target: 'active',
      watch: 'failover',
      next: [
        { fault: 'unit-reload', target: 'secondary', watch: 'none' },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => expect(played).unit('secondary').to.become('active'),
  );

  certify(
    {
      name: 'both-units-boot-without-failover-link',
      title: 'both units become active when they boot while the failover link is down',
      requirements: ['AS-FAILOVER-LINK-FAILED-AT-STARTUP', 'AS-FAILOVER-LINK-MARKED-AT-STARTUP'],
      begin: 'primary',
      fault: 'failover-link-down',
      target: 'active',
      watch: 'nothing',
      next: [
        { fault: 'both-units-booting', target: 'primary', watch: 'none' },
        { mend: 1, watch: 'nothing' },
      ],
    },
    (played) => {
      expect(played).unit('primary').to.become('active');
      expect(played).unit('secondary').to.become('active');
    },
  );
});

describe('Active/Standby, failed units that are reset', () => {
  certify(
    {
      name: 'reset-while-interface-is-down',
      title: 'a failed standby unit that is reset fails again while its interface is still down',
      requirements: ['OPS-RESET-FAILS-AGAIN', 'OPS-RESTORED-STAYS-STANDBY'],
      begin: 'primary',
      fault: 'interface-down',
      target: 'standby',
      interface: 'inside',
      watch: 'mate-failed',
      next: [{ fault: 'told-reset', target: 'secondary', watch: 'nothing' }],
      during: [
        {
          ask: 'show failover',
          on: 'active',
          within: 15_000,
          expects: [{ says: '^\\s*Other host: Secondary - Failed' }],
          means: 'the unit that was reset is failed again',
          proves: ['OPS-RESET-FAILS-AGAIN'],
        },
      ],
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'reset-when-interface-is-back',
      title: 'a failed unit whose interface is back stands by again when it is reset, and does not take over',
      requirements: ['OPS-RESET', 'OPS-RESTORED-STAYS-STANDBY'],
      begin: 'primary',
      fault: 'interface-down',
      target: 'active',
      interface: 'inside',
      watch: 'failover',
      next: [
        { mend: 0, watch: 'none' },
        { fault: 'told-reset', target: 'primary', watch: 'nothing' },
      ],
    },
    (played) => expect(played).unit('primary').to.become('standby-ready'),
  );
});

describe('Active/Standby, failover disabled', () => {
  certify({
    name: 'failover-disabled',
    title: 'no failover leaves both units in their states, whatever fails, until failover is on again',
    requirements: ['OPS-DISABLED-KEEPS-STATES'],
    begin: 'primary',
    fault: 'told-off',
    target: 'active',
    watch: 'nothing',
    next: [
      { fault: 'interface-down', target: 'primary', interface: 'inside', watch: 'nothing' },
      { mend: 1, watch: 'nothing' },
    ],
    during: [
      {
        ask: 'show failover',
        on: 'primary',
        expects: [{ says: '^Failover Off' }, { lacks: 'pseudo-Standby' }],
        means: 'the active unit is no standby unit, though an interface of it was down',
        proves: ['OPS-DISABLED-KEEPS-STATES'],
      },
      {
        ask: 'show failover',
        on: 'secondary',
        expects: [{ says: '^Failover Off \\(pseudo-Standby\\)' }],
        means: 'the standby unit is a standby unit still',
        proves: ['OPS-DISABLED-KEEPS-STATES'],
      },
    ],
  });

  certify({
    name: 'forced-while-disabled',
    title: 'the standby unit can be made active while failover is disabled',
    requirements: ['OPS-DISABLED-FORCED'],
    begin: 'primary',
    fault: 'told-off',
    target: 'active',
    watch: 'nothing',
    next: [{ fault: 'told-active', target: 'secondary', watch: 'nothing' }],
    during: [
      {
        ask: 'show failover',
        on: 'secondary',
        expects: [{ says: '^Failover Off' }, { lacks: 'pseudo-Standby' }],
        means: 'the unit that was told to be active is no standby unit any more',
        proves: ['OPS-DISABLED-FORCED'],
      },
    ],
  });
});

describe('Active/Standby, interfaces that keep their link and hear nothing', () => {
  certify(
    {
      name: 'active-interface-cut-off',
      title: 'the standby unit takes over when an interface of the active unit hears nothing any more',
      requirements: ['IH-TEST-ALL-FAIL', 'IH-HOLD', 'IH-TESTS-AFTER-HALF-HOLD', 'IH-OPERATIONAL-AGAIN'],
      begin: 'primary',
      fault: 'interface-cut-off',
      target: 'active',
      interface: 'inside',
      watch: 'failover',
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'standby-interface-cut-off',
      title:
        'the standby unit is failed, and nobody takes over, when an interface of it hears nothing any more',
      requirements: ['IH-TEST-ONE-SIDED', 'AS-INTERFACE-FAILED-STANDBY', 'IH-OPERATIONAL-AGAIN'],
      begin: 'secondary',
      fault: 'interface-cut-off',
      target: 'standby',
      interface: 'outside',
      watch: 'mate-failed',
    },
    (played) => expect(played).unit('secondary').to.stay('active'),
  );

  certify(
    {
      name: 'segment-silent',
      title: 'an interface that hears nothing on both units is unknown on both, and moves nothing',
      requirements: ['IH-BOTH-UNKNOWN'],
      begin: 'primary',
      fault: 'segment-silent',
      target: 'active',
      interface: 'inside',
      watch: 'nothing',
      during: (['primary', 'secondary'] as const).map((on) => ({
        ask: 'show failover',
        on,
        within: 20_000,
        expects: [{ says: '^\\s*Interface inside \\([\\d.]+\\): Unknown' }],
        means: `${on} does not know how the interface is`,
        proves: ['IH-BOTH-UNKNOWN'],
      })),
    },
    (played) => expect(played).unit('primary').to.stay('active'),
  );

  certify(
    {
      name: 'failover-link-cut-off',
      title: 'nobody changes roles when the failover link keeps its link and carries nothing any more',
      requirements: ['AS-FAILOVER-LINK-FAILED', 'UH-ANSWERS-ELSEWHERE'],
      begin: 'primary',
      fault: 'failover-link-cut-off',
      target: 'standby',
      watch: 'nothing',
    },
    (played) => expect(played).not.to.failOver(),
  );
});
