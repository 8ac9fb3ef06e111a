import { expect } from 'chai';
import { faults } from './index.ts';

describe('what a unit is told', () => {
  const commands = [
    ['told-standby', 'no failover active'],
    ['told-active', 'failover active'],
    ['told-reset', 'failover reset'],
  ] as const;
  for (const [name, command] of commands)
    it(`may mean one failover group: ${name}`, () => {
      const { did, stimuli } = faults[name];
      expect(did({ unit: 'secondary', group: 2 })).to.equal(`${command} group 2 on secondary`);
      expect(stimuli({ unit: 'secondary', group: 2 }).injected).to.deep.equal([
        { stimulus: name, unit: 'secondary', group: 2 },
      ]);
      expect(did({ unit: 'secondary' })).to.equal(`${command} on secondary`);
      expect(stimuli({ unit: 'secondary' }).injected).to.deep.equal([{ stimulus: name, unit: 'secondary' }]);
    });
});
