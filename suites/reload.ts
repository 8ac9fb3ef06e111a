/**
 * What a unit still knows when it has booted again: which unit it is, the failover key, the policy that was saved.
 * Played by name: `fover run reload`.
 */
import { certify, expect, shows, takes } from 'fover';

const configured = 'show running-config failover';
const booted = { on: 'primary', within: 60_000 } as const;

describe('Reload', () => {
  certify(
    {
      name: 'configuration-outlives-a-reload',
      title: 'two units that boot together know from Flash who is who, the failover key, and the policy',
      requirements: ['AS-BOTH-BOOT', 'REP-SAVED-ON-BOTH', 'CFG-UNIT-PRIMARY', 'AS-ROLE-FIXED'],
      begin: 'secondary',
      needs: ['asa', 'active-standby', 'single-context', 'lan'],
      setup: [
        takes(
          ['failover interface-policy 2', 'write memory'],
          'the active unit takes a policy of two interfaces, and saves it',
          [],
          { undo: ['failover interface-policy 1', 'write memory'] },
        ),
        shows(configured, '^failover key ', 'the active unit has a failover key', []),
      ],
      fault: 'both-units-booting',
      target: 'active',
      watch: 'none',
      during: [
        shows(
          configured,
          '^failover lan unit primary$',
          'the primary unit is the primary one as before',
          ['AS-ROLE-FIXED', 'CFG-UNIT-PRIMARY'],
          booted,
        ),
        shows(
          configured,
          '^failover interface-policy 2$',
          'it has the policy that was saved on the active unit, while it stood by itself',
          ['REP-SAVED-ON-BOTH', 'IH-POLICY'],
          booted,
        ),
        shows(configured, '^failover key ', 'it has the failover key', ['CFG-KEY-ENCRYPTS'], booted),
        shows(
          'show failover',
          ['^\\s*This host: Primary - Active', '^\\s*Other host: Secondary - (?!Active)'],
          'the primary unit became active, and the secondary did not',
          ['AS-BOTH-BOOT'],
          booted,
        ),
      ],
    },
    (played) => expect(played).unit('primary').to.become('active'),
  );
});
