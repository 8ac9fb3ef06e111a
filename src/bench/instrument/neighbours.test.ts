import { expect } from 'chai';
import { resolve } from 'node:path';
import { readTopology } from '../../topology/index.ts';
import { addressesBeside, neighbourLines, neighbours } from './neighbours.ts';

const topologyOf = (name: string) =>
  readTopology(resolve(import.meta.dirname, `../../../topologies/${name}.yaml`)).topology;

const cached = `IP address       HW type     Flags       HW address            Mask     Device
192.0.2.1        0x1         0x2         02:00:5e:00:07:01     *        eth1
192.0.2.2        0x1         0x0         00:00:00:00:00:00     *        eth1
198.51.100.1     0x1         0x6         58:97:1E:BA:8E:61     *        eth2
`;

describe('neighbours', () => {
  const rack = topologyOf('rack-asa-5520');

  it('are the addresses of the pair on the segments where this machine is', () => {
    const called = (own: readonly string[]) => addressesBeside(rack, own).map((one) => one.called);
    expect(called(['192.0.2.10'])).to.deep.equal(['active outside', 'standby outside']);
    expect(called(['198.51.100.10'])).to.deep.equal(['active inside', 'standby inside']);
    expect(called(['198.51.100.140'])).to.deep.equal(['active manage', 'standby manage']);
    expect(called(['198.51.100.200', '127.0.0.1'])).to.deep.equal([]);
  });

  it('are told with what the machine takes them for, as the appliance prints it', () => {
    const beside = addressesBeside(rack, ['192.0.2.10', '198.51.100.10']);
    expect(neighbourLines(beside, cached)).to.deep.equal([
      '192.0.2.1 0200.5e00.0701 active outside',
      '192.0.2.2 unknown standby outside',
      '198.51.100.1 5897.1eba.8e61 active inside',
      '198.51.100.2 unknown standby inside',
    ]);
  });

  it('are missing on a simulated bench, and on a machine that is on no segment of the pair', () => {
    expect(neighbours.missing({ topology: topologyOf('simulated') })).to.contain('simulated bench');
    const nowhere = { ...rack, pair: { ...rack.pair, interfaces: [] } };
    expect(neighbours.missing({ topology: nowhere })).to.contain('no address on a segment of the pair');
  });
});
