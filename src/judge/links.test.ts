/** What the units say of the links between them. */
import { expect } from 'chai';
import type { LinkState, Outcome, UnitName } from '../pair/index.ts';
import { judge } from './judge.ts';
import { run } from './made.test-support.ts';
import type { LinkTurn, Story } from './made-story.test-support.ts';
import { failoverLinkDown } from './stories.test-support.ts';
import type { Finding } from './verdict.ts';

const says = (link: LinkTurn['link'], atMs: number, is: LinkState, by?: UnitName): LinkTurn => ({
  link,
  atMs,
  is,
  ...(by ? { by } : {}),
});
const down = [says('failover', 500, 'failed')];
const up: LinkTurn = { ...says('failover', 200, 'up'), since: 'heal' };
const stateLink: Story = {
  ...failoverLinkDown,
  fault: [{ stimulus: 'state-link-down' }],
  heal: [{ stimulus: 'state-link-up' }],
};
const marked = 'failover link marked as failed';
const shownUp = 'failover link shown as up again';
const shown = 'state link shown';

/** By rule, what the findings of the primary and of the secondary come to, and what one of them says. */
const rows: readonly (readonly [
  title: string,
  story: Story,
  rule: string,
  outcomes: readonly Outcome[],
  seen: RegExp,
])[] = [
  [
    'is marked as failed',
    { ...failoverLinkDown, links: [...down, up] },
    marked,
    ['pass', 'pass'],
    /the failover link, by the words of primary, is failed, 0\.\d+ s ± .* allowed: 0\.00 s to 2\.00 s; so console primary answered at/,
  ],
  [
    'may be told as down',
    { ...failoverLinkDown, links: [says('failover', 300, 'down'), up] },
    marked,
    ['pass', 'pass'],
    /is down/,
  ],
  [
    'is not marked by one unit',
    { ...failoverLinkDown, links: [says('failover', 500, 'failed', 'primary'), up] },
    marked,
    ['pass', 'fail'],
    /by the words of secondary, is still up/,
  ],
  [
    'is marked too late',
    { ...failoverLinkDown, links: [says('failover', 2800, 'failed'), up] },
    marked,
    ['fail', 'fail'],
    /2\.\d\d s ± /,
  ],
  [
    'is up again when it is restored',
    { ...failoverLinkDown, links: [...down, up] },
    shownUp,
    ['pass', 'pass'],
    /is up, 0\.\d+ s ± .* as the guides give none/,
  ],
  [
    'is never told as up again',
    { ...failoverLinkDown, links: down },
    shownUp,
    ['inconclusive', 'inconclusive'],
    /the last word was failed/,
  ],
  [
    'that carries state alone is shown as lost',
    {
      ...stateLink,
      links: [
        says('state', -2000, 'up'),
        says('state', 300, 'down'),
        { ...says('state', 200, 'up'), since: 'heal' },
      ],
    },
    shown,
    ['pass', 'pass', 'pass', 'pass'],
    /the state link, by the words of secondary, is (?:down|up)/,
  ],
  [
    'that carries state alone is never shown as lost',
    { ...stateLink, links: [says('state', -2000, 'up')] },
    shown,
    ['inconclusive', 'inconclusive', 'inconclusive', 'inconclusive'],
    /the last word was up|already before/,
  ],
];

const findingsOf = (story: Story, rule: string): readonly Finding[] =>
  judge(run(story)).scenarios[0]?.findings.filter((each) => each.rule === rule) ?? [];

describe('a link between the units', () => {
  for (const [title, story, rule, outcomes, seen] of rows)
    it(title, () => {
      const findings = findingsOf(story, rule);
      const all = JSON.stringify(findings, undefined, 1);
      expect(
        findings.map(({ outcome }) => outcome),
        all,
      ).to.deep.equal(outcomes);
      expect(
        findings.some((each) => seen.test(each.seen)),
        all,
      ).to.equal(true);
      for (const { requirements, evidence, who } of findings) {
        expect(requirements, all).to.not.be.empty;
        expect(evidence, all).to.not.be.empty;
        expect(who).to.be.oneOf(['primary', 'secondary']);
      }
    });

  it('that carries state as well as hellos fails for both', () => {
    const links = [
      says('state', -2000, 'up'),
      ...down,
      says('state', 500, 'failed'),
      up,
      { ...says('state', 200, 'up'), since: 'heal' as const },
    ];
    const shared = run({ ...failoverLinkDown, links }).map((entry) =>
      entry.kind === 'observation' && entry.saw.sight === 'failover'
        ? { ...entry, saw: { ...entry.saw, stateSharesLink: true as const } }
        : entry,
    );
    const verdict = judge(shared).scenarios[0];
    expect(verdict?.outcome, verdict?.because).to.equal('pass');
    const rules = verdict?.findings.map(({ rule }) => rule) ?? [];
    expect(rules).to.include.members([marked, shownUp, shown]);
    const apart = judge(run({ ...failoverLinkDown, links })).scenarios[0];
    expect(apart?.findings.map(({ rule }) => rule)).to.not.include(shown);
  });
});
