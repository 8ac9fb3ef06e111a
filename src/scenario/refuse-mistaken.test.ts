import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { refuseMistaken } from './refuse-mistaken.ts';
import type { Scenario } from './scenario.ts';

const good: Scenario = {
  name: 'inside-down',
  title: 'the inside interface loses its link',
  requirements: ['AS-INTERFACE-FAILED-ACTIVE'],
  begin: 'primary',
  fault: 'interface-down',
  target: 'active',
  interface: 'inside',
  watch: 'failover',
};

describe('a scenario as somebody wrote it', () => {
  it('is taken when all of it is known', () => {
    expect(() => refuseMistaken(good)).not.to.throw();
    expect(() => refuseMistaken({ ...good, requirements: [] })).not.to.throw();
    expect(() => refuseMistaken({ ...good, watch: 4000 })).not.to.throw();
    const offer = { image: '9.2(5)', configuration: ['no names'] };
    expect(() => refuseMistaken({ ...good, before: [{ offer, means: 'news' }] })).not.to.throw();
  });

  const mistakes: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
    ['no name', { name: undefined }, /lower-case letters/],
    ['a name that is no word', { name: 'Inside Down' }, /"Inside Down".*lower-case letters/],
    ['no title', { title: '' }, /inside-down: it needs a title/],
    ['requirements that are no list', { requirements: 'AS-X' }, /requirements is a list/],
    [
      'a unit that does not exist',
      { begin: 'Primary' },
      /begin is "Primary"; it is one of primary, secondary/,
    ],
    ['an unknown fault', { fault: 'no-such' }, /fault is "no-such"; it is one of told-standby/],
    ['a fault that every object has', { fault: 'toString' }, /fault is "toString"/],
    ['no target', { target: undefined }, /target is missing; it is one of active, standby/],
    ['a watch that would be taken for another', { watch: 'failovr' }, /watch is "failovr"/],
    ['a watch of no time', { watch: 0 }, /watch is 0; in milliseconds/],
    ['a watch without end', { watch: Infinity }, /watch is Infinity.*at most 600000/],
    ['a mending watched for ever', { next: [{ mend: 0, watch: 1e9 }] }, /watch is 1000000000/],
    [
      'a control upon a fault',
      { next: [{ fault: 'blackout', target: 'active', watch: 'none' }] },
      /blackout tries the instruments; it cannot come upon interface-down/,
    ],
    [
      'a fault upon a control',
      { fault: 'outage', next: [{ fault: 'told-active', target: 'standby', watch: 'none' }] },
      /outage tries the instruments; nothing can strike upon it/,
    ],
    ['an offer for nothing', { before: [{ offer: {} }] }, /«nothing» needs means/],
    ['an offer of no version', { before: [{ offer: { image: 9 }, means: 'news' }] }, /offers image; it may/],
    [
      'an offer of what no unit takes',
      { before: [{ offer: { tea: 1 }, means: 'news' }] },
      /offers tea; it may/,
    ],
    ['an interface that is no text', { interface: 3 }, /nameif/],
    ['a fault without the interface that it strikes', { interface: undefined }, /strikes one interface/],
  ];
  for (const [what, mistake, why] of mistakes) {
    it(`is refused before anything is touched: ${what}`, () => {
      const written = { ...good, ...mistake } as unknown as Scenario;
      expect(() => refuseMistaken(written)).to.throw(UsageError, why);
    });
  }
});
