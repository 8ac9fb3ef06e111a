import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { UpdateServer } from '../../listen/index.ts';
import { readTopology } from '../../topology/index.ts';
import type { Topology } from '../../topology/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import type { Bench } from '../bench.ts';
import { updateServer } from '../instrument/update-server.ts';
import { missingForOffer } from './offer-update.ts';

const folder = resolve(import.meta.dirname, '../../../topologies');
const { topology } = readTopology(join(folder, 'simulated-auto-update.yaml'));
const { simulated: _software, ...iron } = topology;

describe('what a bench can offer', () => {
  it('is anything on a simulated one, and images that are there on one of iron', () => {
    expect(missingForOffer(topology, { image: '9.2(5)' })).to.equal(undefined);
    expect(missingForOffer(iron, { configuration: ['no names'] })).to.equal(undefined);
    expect(missingForOffer(iron, { asdm: '7.3(1)', image: '9.2(5)' })).to.match(
      /no file of version 9.2\(5\);/,
    );
    const images = { '9.2(5)': '/srv/asa.bin' };
    const server = topology.listen?.['update-server'];
    const stocked: Topology = {
      ...iron,
      listen: { sources: {}, 'update-server': server && { ...server, images } },
    };
    expect(missingForOffer(stocked, { image: '9.2(5)' })).to.equal(undefined);
    const { listen: _ears, ...deaf } = topology;
    expect(missingForOffer(deaf, {})).to.match(/add listen.update-server to the topology/);
  });
});

describe('the instrument update-server', () => {
  it('tells who called, by the serial number, and when, in seconds since the instant that is asked for', async () => {
    const clock = new VirtualClock();
    const server = new UpdateServer(clock, 'http://127.0.0.1');
    await clock.advance(2000);
    const body = `<A><SerialNumber>${topology.units.secondary.serial}</SerialNumber></A>`;
    server.answer({ method: 'POST', path: '/autoupdate', body }, '127.0.0.1');
    server.answer({ method: 'GET', path: '/asa.bin' }, '127.0.0.1');
    const updates = { server, close: () => Promise.resolve() };
    const { raw } = await updateServer.read({ updates, topology, clock } as unknown as Bench, 500);
    expect(raw.split('\n')).to.deep.equal([
      `1.50 POST 200 /autoupdate secondary SerialNumber ${topology.units.secondary.serial}`,
      '1.50 GET 404 /asa.bin',
    ]);
  });
});
