/**
 * How many interfaces have to fail for a failover, as a percentage and by group, and what each unit tells of them.
 * Played by name: `fover run policy`.
 */
import { certify, expect, hides, shows, takes } from 'fover';

describe('Policy', () => {
  certify(
    {
      name: 'half-of-two-interfaces-fail',
      title:
        'with a policy of 50 % the first of two interfaces that fails causes a failover, and both units know why',
      requirements: ['IH-POLICY', 'CFG-POLICY-PERCENT-RANGE', 'AS-INTERFACE-FAILED-ACTIVE'],
      begin: 'primary',
      needs: ['asa', 'active-standby', 'single-context', 'lan'],
      setup: [
        takes('failover interface-policy 50%', 'half of the interfaces are wanted for a failover', [
          'CFG-POLICY-PERCENT-RANGE',
        ]),
      ],
      before: [
        shows('show failover', '^Interface Policy 50%$', 'the policy is shown as a percentage', [
          'OPS-SHOWS-POLICY',
        ]),
        hides('show failover', '\\(Not-Monitored\\)', 'every interface is monitored', [
          'CFG-MONITOR-PHYSICAL',
        ]),
      ],
      fault: 'interface-down',
      target: 'active',
      interface: 'inside',
      watch: 'failover',
      during: [
        shows(
          'show failover',
          '^\\s*This host: Secondary - Active',
          'one interface of two is half of them: the mate is active',
          ['IH-POLICY', 'CFG-POLICY-PERCENT-RANGE'],
          { on: 'secondary' },
        ),
        shows(
          'show failover',
          'Other host: Primary(?:[^]*)Interface inside \\([\\d.]+\\): No Link',
          'the mate was told that the interface of the other unit has no link',
          ['IH-LINK-STATUS-EXCHANGED'],
          { on: 'secondary', within: 5000 },
        ),
        shows(
          'show failover state',
          '^This host\\s+-\\s+Primary\\s*\\n\\s+Failed\\s+Ifc Failure',
          'the unit says that it failed by an interface',
          ['OPS-SHOWS-STATE'],
          { on: 'primary', within: 5000 },
        ),
      ],
    },
    (played) => expect(played).to.failOver(),
  );

  certify(
    {
      name: 'policies-of-groups-differ',
      title:
        'a group with a policy of two interfaces stays when one fails, whatever the policy of the other group',
      requirements: ['AA-POLICY-PER-GROUP', 'AA-OTHER-GROUP-STAYS'],
      begin: 'primary',
      needs: ['active-active'],
      setup: [
        takes(['failover group 2', 'interface-policy 2'], 'group 2 wants two failed interfaces', [
          'AA-POLICY-PER-GROUP',
        ]),
      ],
      fault: 'interface-down',
      group: 2,
      target: 'active',
      interface: 'two/outside-two',
      watch: 'nothing',
      during: [
        shows(
          'show failover group 2',
          'This host(?:[^]*?)State:\\s+Active',
          'one interface of group 2 failed, and it is active where it was',
          ['AA-POLICY-PER-GROUP'],
          { on: 'primary' },
        ),
      ],
    },
    (played) => expect(played).group(2).not.to.failOver(),
  );
});
