import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { UnreadLineError } from '../../errors.ts';
import { rowAccount, showFailover, toFailoverSighting } from '../index.ts';
import type { FailoverFacts } from '../index.ts';

const textOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../samples/show-failover', `${name}.txt`), 'utf8');
const sample = (name: string): FailoverFacts => showFailover.parse(textOf(name));

describe('toFailoverSighting', () => {
  it('says everything of an Active/Standby pair', () => {
    const { thisHost, otherHost, ...rest } = toFailoverSighting(
      sample('asa-9.8-secondary-failed-sub-second'),
    );
    expect(rest).to.deep.equal({
      sight: 'failover',
      on: true,
      failoverLink: 'up',
      stateLink: 'not-configured',
      settings: {
        unitPollMs: 250,
        unitHoldMs: 900,
        interfacePollMs: 600,
        interfaceHoldMs: 5000,
        interfacePolicy: { percent: 50 },
      },
      monitoredInterfaces: 2,
      lastFailoverAt: '00:59:59 GMT/BST Oct 27 2019',
    });
    expect(thisHost).to.deep.equal({
      unit: 'secondary',
      state: 'failed',
      activeSeconds: 1200,
      interfaces: [
        { nameif: 'Wan.0', address: '198.51.100.6', health: 'no-link', monitoring: 'waiting' },
        { nameif: 'Lan', address: '192.0.2.6', health: 'testing', monitoring: 'monitored' },
      ],
    });
    expect(otherHost).to.include({ unit: 'primary', state: 'active', activeSeconds: 77 });
  });

  it('says whether the state link is the failover link', () => {
    const shared = (name: string) => toFailoverSighting(sample(name)).stateSharesLink;
    expect(shared('asa-5555-9.1-active-active')).to.equal(true);
    expect(shared('asa-9.8-secondary-failed-sub-second')).to.equal(undefined);
  });

  it('says how each group stands on both hosts in Active/Active, and which context an interface is of', () => {
    const { thisHost, otherHost, ...rest } = toFailoverSighting(sample('active-active-8.0'));
    expect(rest).to.deep.include({
      on: true,
      failoverLink: 'up',
      stateLink: 'failed',
      monitoredInterfaces: 3,
    });
    expect(rest).to.not.have.property('lastFailoverAt');
    expect(thisHost).to.deep.include({
      unit: 'secondary',
      state: 'standby-ready',
      activeSeconds: 190,
      groups: [
        {
          group: 1,
          state: 'standby-ready',
          activeSeconds: 190,
          lastFailoverAt: '09:40:18 UTC Nov 2 2006',
        },
        { group: 2, state: 'active', activeSeconds: 3322, lastFailoverAt: '09:40:06 UTC Nov 2 2006' },
      ],
    });
    expect(otherHost?.groups).to.deep.equal([
      { group: 1, state: 'active', activeSeconds: 2896 },
      { group: 2, state: 'failed', activeSeconds: 0 },
    ]);
    const rows = (host: typeof thisHost): readonly string[] =>
      host?.interfaces.map(
        ({ context, nameif, health, monitoring }) => `${context} ${nameif} ${health} ${monitoring}`,
      ) ?? [];
    expect(rows(thisHost)).to.deep.equal([
      'admin outside normal unstated',
      'admin inside normal unstated',
      'ctx-b outside normal not-monitored',
      'ctx-b inside link-down waiting',
    ]);
    expect(rows(otherHost).at(-1)).to.equal('ctx-b inside no-link waiting');
  });

  const whole = textOf('asa-5555-9.1-active-active');
  const group2 = /^.*Group 2 +State:.*\n.*Active time:.*\n/gm;
  const second = whole.match(group2) ?? [];

  it('knows a pair that has group 1 alone', () => {
    const { thisHost, otherHost } = toFailoverSighting(showFailover.parse(whole.replace(group2, '')));
    for (const host of [thisHost, otherHost])
      expect(host?.groups?.map(({ group }) => group)).to.deep.equal([1]);
    expect(thisHost?.groups?.[0]).to.have.property('lastFailoverAt', '10:12:40 BRST Oct 30 2013');
  });

  const unlike = [
    ['a group on one host only', whole.replace(second[1] ?? '', ''), /same groups .* 1, 2 and 1/],
    ['group 2 without group 1', whole.replaceAll(/^.*Group 1 +State:.*\n.*Active time:.*\n/gm, ''), /not 2/],
  ] as const;
  for (const [what, text, why] of unlike)
    it(`refuses ${what}`, () => {
      expect(() => toFailoverSighting(showFailover.parse(text))).to.throw(UnreadLineError, why);
    });

  it('tells the role that a unit of a pair keeps when failover is turned off, and nothing of its mate', () => {
    const kept = toFailoverSighting(sample('off-pseudo-standby'));
    const host = { unit: 'secondary', state: 'standby-ready', interfaces: [] };
    expect(kept).to.deep.include({ on: false, thisHost: host });
    expect(kept).to.not.have.property('otherHost');
  });

  it('says nothing of hosts when there is no failover to be off', () => {
    const sighting = toFailoverSighting(sample('off-unconfigured'));
    expect(sighting).to.include({ on: false, failoverLink: 'not-configured' });
    expect(sighting).to.not.have.any.keys('thisHost', 'otherHost', 'stateLink', 'lastFailoverAt');
  });

  const cables = [
    ['pix-7.2-cable-normal', 'up'],
    ['pix-7.2-cable-my-side-not-connected', 'down'],
    ['pix-7.2-cable-other-side-not-connected', 'down'],
    ['pix-7.2-cable-other-side-powered-off', 'down'],
    ['asa-8.0-lan-cable-not-applicable', 'down'],
    ['asa-9.12-mate-never-heard', 'failed'],
    ['pix-515e-8.0-lan', 'up'],
    ['asa-5516-9.12-slots-from-one', 'down'],
    ['off-asa-5506', 'not-configured'],
  ] as const;
  for (const [name, state] of cables) {
    it(`takes the failover link of ${name} as ${state}`, () => {
      expect(toFailoverSighting(sample(name)).failoverLink).to.equal(state);
    });
  }

  it('says when the failover link is the serial cable, and only then', () => {
    expect(toFailoverSighting(sample('pix-7.2-cable-normal')).overCable).to.equal(true);
    expect(toFailoverSighting(sample('pix-515e-8.0-lan'))).to.not.have.property('overCable');
    expect(toFailoverSighting(sample('asa-8.0-lan-cable-not-applicable'))).to.not.have.property('overCable');
  });

  it('leaves out the interface hold time where none is printed', () => {
    const { settings } = toFailoverSighting(sample('asa-7.2-no-suffixes'));
    expect(settings).to.deep.equal({
      unitPollMs: 2000,
      unitHoldMs: 6000,
      interfacePollMs: 15_000,
      interfacePolicy: { count: 1 },
    });
  });

  const refused = [
    ['context-9.12', 'Monitored Interfaces'],
    ['pix-6.3-lan-based', 'Monitored Interfaces'],
  ] as const;
  for (const [name, why] of refused) {
    it(`refuses ${name}`, () => {
      expect(() => toFailoverSighting(sample(name))).to.throw(UnreadLineError, why);
    });
  }
});

describe('rowAccount', () => {
  it('is complete when both hosts show the claimed number of monitored rows', () => {
    expect(rowAccount(sample('asav-9.16-primary-active'))).to.deep.equal({
      claimed: 3,
      thisHost: 3,
      otherHost: 3,
      complete: true,
    });
  });

  it('leaves rows out of account that are not monitored', () => {
    expect(rowAccount(sample('ftd-4115-7.2'))).to.include({ claimed: 1, thisHost: 1, complete: true });
  });

  for (const side of ['198.51.100.1', '198.51.100.2']) {
    it(`is incomplete when the row of ${side} is lost`, () => {
      const folder = join(import.meta.dirname, '../samples/show-failover');
      const text = readFileSync(join(folder, 'asav-9.16-primary-active.txt'), 'utf8');
      const lost = text
        .split('\n')
        .filter((line) => !line.includes(`(${side})`))
        .join('\n');
      const account = rowAccount(showFailover.parse(lost));
      expect(account).to.include({ claimed: 3, complete: false });
      expect((account?.thisHost ?? 0) + (account?.otherHost ?? 0)).to.equal(5);
    });
  }

  for (const name of ['off-pseudo-standby', 'context-9.12', 'pix-6.3-cable-standby-failed']) {
    it(`has nothing to compare for ${name}`, () => expect(rowAccount(sample(name))).to.equal(undefined));
  }
});
