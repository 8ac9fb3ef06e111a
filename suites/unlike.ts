/**
 * Two units that are no pair: the secondary is exchanged for one that is otherwise than the primary in one thing, and
 * then for the first one again, as a failed unit is replaced. Beside a mate that is unlike it failover turns itself
 * off; beside one that is being upgraded it stays on. Played by name: `fover run unlike`.
 */
import { certify, hides, seesAt, shows } from 'fover';
import type { Act } from 'fover';

/** It boots, and hears whom it is beside. */
const aBoot = { within: 60_000 };

const exchanged = (look: string, means: string): Act =>
  seesAt(look, '^secondary exchanged for one ', means, []);

const rejoins: readonly Act[] = [
  seesAt('secondary-as-it-was', '^secondary as it was$', 'the first secondary unit is put back', []),
  shows(
    'show failover | include host:',
    ['This host: Primary - Active', 'Other host: Secondary - Standby Ready'],
    'the two that are alike are a pair again',
    ['OPS-REPLACE-JOINS'],
    { on: 'primary', ...aBoot },
  ),
];

/** By what the new unit is: in what it differs, the requirement, and how `show version` shows that it differs. */
const unlike: readonly (readonly [look: string, what: string, requirement: string])[] = [
  ['secondary-of-another-model', 'model', 'SYS-SAME-MODEL'],
  ['secondary-with-other-memory', 'amount of RAM', 'SYS-SAME-RAM'],
  ['secondary-with-more-interfaces', 'number of interfaces', 'SYS-SAME-INTERFACES'],
  ['secondary-with-another-card', 'service card', 'SYS-SAME-MODULES'],
  ['secondary-with-another-licence', 'licence', 'SYS-SAME-LICENSED-FEATURES'],
  ['secondary-of-another-major-version', 'major version', 'SYS-SAME-VERSION'],
];

const needs = ['asa', 'active-standby', 'single-context', 'lan'] as const;

describe('Units that are no pair', () => {
  for (const [look, what, requirement] of unlike)
    certify({
      name: look,
      title: `a mate with another ${what} is no mate: the active unit goes on alone, failover is off on the other`,
      requirements: [requirement],
      begin: 'primary',
      needs,
      before: [
        exchanged(look, `in the place of the secondary unit is one with another ${what}`),
        shows(
          'show failover',
          '^Failover Off',
          `beside a mate with another ${what} it has turned failover off`,
          [requirement],
          { on: 'secondary', ...aBoot },
        ),
        hides(
          'show failover | include host:',
          ['Other host: Secondary - (?:Standby Ready|Active)'],
          'the primary unit is active as before, and has no mate that could take over',
          [requirement],
          { on: 'primary', expects: [{ says: 'This host: Primary - Active' }] },
        ),
        ...rejoins,
      ],
    });

  certify({
    name: 'secondary-of-another-maintenance-version',
    title: 'a mate of another maintenance version, as there is during an upgrade, is the standby unit',
    requirements: ['SYS-VERSIONS-DURING-UPGRADE'],
    begin: 'primary',
    needs,
    before: [
      exchanged(
        'secondary-of-another-maintenance-version',
        'in the place of the secondary unit is one with a later maintenance version',
      ),
      shows(
        'show failover',
        [
          '^Failover On',
          '^Version: Ours {firmware}, Mate (?!{firmware}$)',
          'Other host: Secondary - Standby Ready',
        ],
        'failover stays active with two versions, and the secondary unit can take over',
        ['SYS-VERSIONS-DURING-UPGRADE'],
        { on: 'primary', ...aBoot },
      ),
      ...rejoins,
    ],
  });
});
