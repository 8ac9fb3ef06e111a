import { expect } from 'chai';
import { readTopology } from '../../topology/index.ts';
import { missingWord, wordOf } from './topology-words.ts';

const { topology } = readTopology('topologies/simulated.yaml');

describe('the words of a topology', () => {
  it('has the name of a flow by its number', () => {
    expect(wordOf(topology, 'flow.1')).to.equal('inside-to-outside');
    expect(missingWord(topology, 'flow.9')).to.match(/flow\.9/);
  });

  it('finds the lowest addresses of a network that the topology writes nowhere', () => {
    expect(wordOf(topology, 'inside.spare-1')).to.equal('198.51.100.3');
    // 198.51.100.10 is where the units log to.
    expect(wordOf(topology, 'inside.spare-7')).to.equal('198.51.100.9');
    expect(wordOf(topology, 'inside.spare-8')).to.equal('198.51.100.11');
  });

  it('says that there is none left where a network is full', () => {
    expect(wordOf(topology, 'failover-link.spare-1')).to.equal(undefined);
    expect(missingWord(topology, 'failover-link.spare-1')).to.match(/failover-link\.spare-1/);
  });
});
