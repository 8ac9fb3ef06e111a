import { expect } from 'chai';
import { UnreadLineError } from '../../errors.ts';
import { showRunningConfigFailover } from '../index.ts';

const parse = showRunningConfigFailover.parse;

describe('show running-config failover', () => {
  const polls: readonly (readonly [string, object])[] = [
    ['failover polltime 1', { unitPoll: { pollMs: 1000 } }],
    ['failover polltime msec 200', { unitPoll: { pollMs: 200 } }],
    ['failover polltime unit 1 holdtime 3', { unitPoll: { pollMs: 1000, holdMs: 3000 } }],
    ['failover polltime unit msec 200 holdtime msec 800', { unitPoll: { pollMs: 200, holdMs: 800 } }],
    ['failover polltime unit msec 500 holdtime 5', { unitPoll: { pollMs: 500, holdMs: 5000 } }],
    ['failover polltime interface 3', { interfacePoll: { pollMs: 3000 } }],
    ['failover polltime interface msec 500 holdtime 5', { interfacePoll: { pollMs: 500, holdMs: 5000 } }],
    ['failover interface-policy 250', { interfacePolicy: { count: 250 } }],
    ['failover interface-policy 100%', { interfacePolicy: { percent: 100 } }],
    ['failover link statelink', { stateLink: { nameif: 'statelink' } }],
    ['failover key *****', { key: { kind: 'secret', masked: true } }],
    ['failover key hex *****', { key: { kind: 'hex', masked: true } }],
    ['failover key 8 AbCdEf', { key: { kind: 'secret', masked: false } }],
    ['failover health-check bfd fover-template', { bfdTemplate: 'fover-template' }],
  ];
  for (const [line, settings] of polls) {
    it(`reads ${line}`, () => {
      expect(parse(`${line}\n`)).to.deep.equal({ ...settings, addresses: [], macs: [], groups: [] });
    });
  }

  it('keeps no key, masked or not', () => {
    expect(JSON.stringify(parse('failover key 0paqueSecret'))).to.not.include('0paqueSecret');
  });

  const refused = [
    'failover quux',
    'failover lan unit tertiary',
    'failover polltime unit fast',
    'failover polltime link-state 1',
    'failover interface-policy 2 %',
    'failover mac address Ethernet0 1234 5678',
    'failover interface ip folink 10.0.0.1 255.0.0.0',
    'failover group 3',
    'monitor-interface inside',
    ' preempt',
  ];
  for (const line of refused) {
    it(`refuses ${line.trim()}`, () => {
      expect(() => parse(`failover lan enable\n${line}\n`))
        .to.throw(UnreadLineError)
        .with.property('line', 2);
    });
  }

  it('refuses a setting that stands twice', () => {
    const twice = 'failover\nfailover lan unit primary\nfailover lan unit secondary\n';
    expect(() => parse(twice))
      .to.throw(UnreadLineError)
      .with.property('line', 3);
  });
});
