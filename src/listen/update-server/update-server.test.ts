import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { BenchError } from '../../errors.ts';
import { realClock } from '../../clock.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { openUpdateServer } from './open-update-server.ts';
import { answerOf } from './update-info.ts';
import { fileNameOf, madeUpImage } from './update-offer.ts';
import type { OfferedFile } from './update-offer.ts';
import { bodyCharactersRead, callsKept, UpdateServer } from './update-server.ts';

const root = 'http://192.0.2.10:8080';
const content = madeUpImage('image', '9.2(5)');
const image: OfferedFile = { kind: 'image', name: fileNameOf('image', '9.2(5)'), content };
const details = `<?xml version="1.0"?><DeviceDetails><Device type="ASA5525">
  <SerialNumber>FCH1931J0PA</SerialNumber> <Version> 9.2(4) </Version></Device></DeviceDetails>`;
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('what an update server answers', () => {
  const asked = (method: string, path: string, files: readonly OfferedFile[] = [image]) =>
    answerOf({ method, path }, files, root);

  it('tells URL and checksum of what is on offer', () => {
    const { status, content: told } = asked('POST', '/autoupdate');
    const checksum = createHash('md5').update(content).digest('hex');
    expect(status).to.equal(200);
    expect(textOf(told)).to.contain(
      `<UpdateInfo><Component type="image" url="${root}/asa-9.2.5.bin" checksum="0x${checksum}"/></UpdateInfo>`,
    );
  });

  it('tells of nothing while nothing is offered', () =>
    expect(textOf(asked('POST', '/autoupdate', []).content)).to.contain('<UpdateInfo></UpdateInfo>'));

  it('hands out what is on offer, and nothing else', () => {
    expect(asked('GET', '/asa-9.2.5.bin')).to.deep.equal({ status: 200, content });
    expect(asked('GET', '/asa-9.2.6.bin').status).to.equal(404);
    expect(asked('DELETE', '/asa-9.2.5.bin').status).to.equal(405);
  });

  it('makes up images that say their version, each of its own name', () => {
    expect(textOf(content)).to.match(/^Cisco Adaptive Security Appliance Software Version 9\.2\(5\)\n/);
    expect(fileNameOf('asdm', '7.3(1)101')).to.equal('asdm-7.3.1.101.bin');
  });
});

describe('an update server', () => {
  it('remembers who called, when, from where, and what was told', async () => {
    const clock = new VirtualClock();
    const server = new UpdateServer(clock, root);
    server.answer({ method: 'POST', path: '/autoupdate', body: details }, '192.0.2.1');
    await clock.advance(1000);
    server.offer([image]);
    expect(server.answer({ method: 'GET', path: '/asa-9.2.5.bin' }, '192.0.2.1').status).to.equal(200);
    server.offer([]);
    expect(server.answer({ method: 'GET', path: '/asa-9.2.5.bin' }, '192.0.2.1').status).to.equal(404);
    const told = [
      ['version', '1.0'],
      ['type', 'ASA5525'],
      ['SerialNumber', 'FCH1931J0PA'],
      ['Version', '9.2(4)'],
    ];
    const call = { atMs: 0, from: '192.0.2.1', method: 'POST', path: '/autoupdate', status: 200, told };
    expect(server.since(0)[0]).to.deep.equal(call);
    expect(server.since(1).map(({ atMs, status }) => [atMs, status])).to.deep.equal([
      [1000, 200],
      [1000, 404],
    ]);
  });

  it('tells whoever is no unit nothing of what is on offer, and remembers that he called', () => {
    const server = new UpdateServer(new VirtualClock(), root, (address) => address === '192.0.2.1');
    server.offer([image]);
    for (const method of ['GET', 'POST']) {
      const { status, content: said } = server.answer({ method, path: '/asa-9.2.5.bin' }, '192.0.2.66');
      expect(status).to.equal(403);
      expect(textOf(said)).to.contain('no unit').and.not.to.contain('asa-9');
    }
    expect(server.answer({ method: 'GET', path: '/asa-9.2.5.bin' }, '192.0.2.1').status).to.equal(200);
    expect(server.since(0).map(({ from, status }) => `${from} ${status}`)).to.deep.equal([
      '192.0.2.66 403',
      '192.0.2.66 403',
      '192.0.2.1 200',
    ]);
  });

  it('does not remember without end', () => {
    const server = new UpdateServer(new VirtualClock(), root);
    for (let call = 0; call <= callsKept; call += 1) server.answer({ method: 'GET', path: `/${call}` }, '');
    expect(server.since(0)).to.have.length(callsKept);
    expect(server.since(0)[0]?.path).to.equal('/1');
  });

  it('is reached over HTTP', async () => {
    const server = new UpdateServer(realClock, root);
    server.offer([image]);
    const ear = await openUpdateServer({ host: '127.0.0.1', port: 0 }, server);
    const at = `http://127.0.0.1:${ear.port}`;
    server.movedTo(at);
    try {
      const told = await fetch(`${at}/autoupdate`, { method: 'POST', body: details });
      const [, url = ''] = /url="([^"]*)"/.exec(await told.text()) ?? [];
      expect(url).to.equal(`${at}/asa-9.2.5.bin`);
      const fetched = await fetch(`${url}?again`);
      expect(new Uint8Array(await fetched.arrayBuffer())).to.deep.equal(content);
      const long = 'x'.repeat(bodyCharactersRead + 1);
      expect((await fetch(at, { method: 'POST', body: long })).status).to.equal(413);
      expect(server.since(0).map(({ method, path, from }) => `${method} ${path} ${from}`)).to.deep.equal([
        'POST /autoupdate 127.0.0.1',
        'GET /asa-9.2.5.bin 127.0.0.1',
      ]);
      const taken = await openUpdateServer({ host: '127.0.0.1', port: ear.port }, server).catch(
        (error: unknown) => error,
      );
      expect(taken).to.be.instanceOf(BenchError).with.property('message').that.contains('cannot listen');
    } finally {
      await ear.close();
    }
  });
});
