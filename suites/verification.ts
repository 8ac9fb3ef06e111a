/**
 * What a pair has to show of itself: every fact that the guides say `show failover` and its kin display, on both units.
 * Nothing is broken. Played by name: `fover run verification`.
 */
import { certify, shows } from 'fover';

describe('What failover shows', () => {
  certify({
    name: 'show-failover-facts',
    title:
      'show failover tells whether failover is on, the link, the timers, the policy and the states of both units',
    requirements: ['OPS-FAILOVER-ON', 'OPS-SHOWS-TIMERS', 'OPS-SHOWS-POLICY', 'OPS-SHOWS-BOTH-STATES'],
    begin: 'primary',
    needs: ['active-standby'],
    before: [
      shows('show failover', '^Failover On', 'show failover says whether failover is on', [
        'OPS-FAILOVER-ON',
      ]),
      shows(
        'show failover',
        '^Unit Poll frequency \\d+ (?:milli)?seconds, holdtime \\d+ (?:milli)?seconds',
        'the unit poll time and hold time are shown',
        ['OPS-SHOWS-TIMERS'],
      ),
      shows('show failover', '^Interface Policy \\d+', 'the interface policy is shown', ['OPS-SHOWS-POLICY']),
      shows(
        'show failover',
        ['^\\s*This host: Primary - Active', '^\\s*Other host: Secondary - Standby Ready'],
        'the active unit tells role and state of itself and of its mate',
        ['OPS-SHOWS-BOTH-STATES'],
      ),
    ],
  });
});
