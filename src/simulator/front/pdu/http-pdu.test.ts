import { expect } from 'chai';
import type { SimulatedPduFamily } from '../../../topology/index.ts';
import { community } from '../fake-bench.test-support.ts';
import { itWith, peers, run } from '../peers.test-support.ts';
import { closeServed, delayMs, powers, serve, type Served } from './served-pdu.test-support.ts';

/** Asks as curl of Debian does; the status of the answer, and the answer. */
async function curl(served: Served, path: string, ...rest: readonly string[]): Promise<string> {
  const { host, port } = served.where;
  const args = ['-q', '-s', '--max-time', '20', '-w', ' %{http_code}', ...rest];
  const { stdout } = await run('curl', [...args, `http://${host}:${port}${path}`]);
  return stdout.trim();
}

const writer = `admin:${community}`;
const digest = ['--digest', '-u', writer];
const inJson = (body: object): string[] => [
  '-H',
  'Content-Type: application/json',
  '-d',
  JSON.stringify(body),
];
const rpc = (method: string, params: object): string[] => inJson({ id: 1, method, params });
const csrf = ['-X', 'PUT', '-H', 'X-CSRF: x'];
const dli = '/restapi/relay/outlets/=2/state/';
const cm = (command: string): string =>
  `/cm?user=admin&password=${community}&cmnd=${encodeURIComponent(command)}`;

interface Figures {
  readonly off: (served: Served) => Promise<string>;
  readonly on: (served: Served) => Promise<string>;
  readonly read: (served: Served) => Promise<string>;
  /** What is read while the outlet is on, and off. */
  readonly says: { readonly on: RegExp; readonly off: RegExp };
}

/** How the third outlet is told and asked. */
const figures: Readonly<Partial<Record<SimulatedPduFamily, Figures>>> = {
  'netio-json': {
    off: (at) => curl(at, '/netio.json', '-u', writer, ...inJson({ Outputs: [{ ID: 3, Action: 0 }] })),
    on: (at) =>
      curl(at, '/netio.json', '-u', writer, ...inJson({ Outputs: [{ ID: 3, Action: 6, State: 1 }] })),
    read: (at) => curl(at, '/netio.json', '-u', 'public:public'),
    says: {
      on: /"ID":3,"Name":"secondary","State":1,.* 200$/,
      off: /"ID":3,"Name":"secondary","State":0,.* 200$/,
    },
  },
  'digital-loggers': {
    off: (at) => curl(at, dli, ...digest, ...csrf, '-d', 'value=false'),
    on: (at) => curl(at, dli, ...digest, ...csrf, '-d', 'value=true'),
    read: (at) => curl(at, dli, ...digest, '-H', 'Accept: application/json'),
    says: { on: /^\[true\] 200$/, off: /^\[false\] 200$/ },
  },
  'gude-http': {
    off: (at) => curl(at, '/status.json?components=1&cmd=1&p=3&s=0'),
    on: (at) => curl(at, '/ov.html?cmd=1&p=3&s=1'),
    read: (at) => curl(at, '/ov.html'),
    says: { on: /content="Power Port 3,1"/, off: /content="Power Port 3,0"/ },
  },
  'shelly-gen2': {
    off: (at) => curl(at, '/rpc', ...digest, ...rpc('Switch.Set', { id: 2, on: false })),
    on: (at) => curl(at, '/rpc', ...digest, ...rpc('Switch.Set', { id: 2, on: true })),
    read: (at) => curl(at, '/rpc', ...digest, ...rpc('Switch.GetStatus', { id: 2 })),
    says: { on: /"output":true,"apower":120\}\} 200$/, off: /"output":false,"apower":0\}\} 200$/ },
  },
  tasmota: {
    off: (at) => curl(at, cm('Power3 Off')),
    on: (at) => curl(at, cm('Power3 1')),
    read: (at) => curl(at, cm('Power3')),
    says: { on: /^\{"POWER3":"ON"\} 200$/, off: /^\{"POWER3":"OFF"\} 200$/ },
  },
};

describe('web servers of simulated PDUs', () => {
  afterEach(closeServed);

  for (const [name, { off, on, read, says }] of Object.entries(figures)) {
    const family = name as SimulatedPduFamily;

    itWith(peers.curl, `${name}: says yes to curl, and moves the relay of that outlet later`, async () => {
      const served = await serve(family);
      expect(await read(served)).to.match(says.on);
      expect(await off(served)).to.match(/ 20[04]$|^20[04]$/);
      expect(await read(served)).to.match(says.on);
      await served.clock.advance(delayMs);
      expect(await read(served)).to.match(says.off);
      expect(powers(served)).to.equal('on on off on');
      await on(served);
      await served.clock.advance(delayMs);
      expect(await read(served)).to.match(says.on);
    });

    itWith(peers.curl, `${name}: reads on while its relay is stuck`, async () => {
      const served = await serve(family, {}, { heeds: 'none' });
      await off(served);
      await served.clock.advance(60_000);
      expect(await read(served)).to.match(says.on);
    });

    itWith(peers.curl, `${name}: lets nobody command who may only look, and does nothing then`, async () => {
      const served = await serve(family, { readOnly: true });
      expect(await off(served)).to.match(/403$|"Command":"Unknown"/);
      await served.clock.advance(1000);
      expect(powers(served)).to.equal('on on on on');
    });

    itWith(peers.curl, `${name}: obeys and loses its answer`, async () => {
      const served = await serve(family, { answersCommands: false });
      // No answer at all; where curl was asked first who it is, that answer is the last it had.
      expect(await off(served)).to.match(/^(000|401)$/);
      await served.clock.advance(delayMs);
      expect(powers(served)).to.equal('on on off on');
    });
  }

  itWith(peers.curl, 'know strangers', async () => {
    const [netio, loggers, shelly, plug] = [
      await serve('netio-json'),
      await serve('digital-loggers'),
      await serve('shelly-gen2'),
      await serve('tasmota'),
    ];
    expect(await curl(netio, '/netio.json', '-u', 'admin:wrong')).to.match(/401$/);
    expect(await curl(loggers, dli, '--digest', '-u', 'admin:wrong')).to.match(/401$/);
    expect(
      await curl(shelly, '/rpc', '--digest', '-u', 'admin:wrong', ...rpc('Switch.Set', { id: 0 })),
    ).to.match(/401$/);
    // Answered as if all were well: only the key that was asked for is missing.
    expect(await curl(plug, '/cm?cmnd=Power3%20Off&user=admin&password=wrong')).to.match(
      /^\{"Command":.* 200$/,
    );
    for (const served of [netio, loggers, shelly, plug]) expect(powers(served)).to.equal('on on on on');
  });

  itWith(peers.curl, 'refuse what is not there', async () => {
    const served = await serve('digital-loggers');
    expect(await curl(served, dli.replace('=2', '=99'), ...digest)).to.match(/404$/);
    expect(await curl(served, dli, ...digest, '-X', 'PUT', '-d', 'value=false')).to.match(/403$/);
    expect(await curl(served, dli, ...digest, ...csrf, '-d', 'value=maybe')).to.match(/400$/);
    expect(await curl(served, '/%zz', ...digest)).to.match(/404$/);
    expect(await curl(served, '/outlet?1=ON', ...digest, '-d', 'x'.repeat(70_000))).to.match(/413$/);
    const netio = await serve('netio-json');
    expect(await curl(netio, '/netio.json', '-u', writer, '-d', 'nonsense')).to.match(/400$/);
    const both = inJson({
      Outputs: [
        { ID: 1, Action: 0 },
        { ID: 99, Action: 0 },
      ],
    });
    expect(await curl(netio, '/netio.json', '-u', writer, ...both)).to.match(/400$/);
    await netio.clock.advance(1000);
    expect(powers(netio)).to.equal('on on on on');
    const shelly = await serve('shelly-gen2');
    expect(await curl(shelly, '/rpc', ...digest, ...rpc('Switch.Set', { id: 42, on: false }))).to.match(
      /"error":.* 200$/,
    );
  });

  itWith(peers.curl, 'keep a Gude for the one who is logged in', async () => {
    const served = await serve('gude-http', { inUse: true });
    expect(await curl(served, '/status.json?components=1&cmd=1&p=3&s=0')).to.match(
      /blocked by another user with IP/,
    );
    await served.clock.advance(1000);
    expect(powers(served)).to.equal('on on on on');
  });

  itWith(peers.curl, 'bring an outlet back that was switched off for a while', async () => {
    const shelly = await serve('shelly-gen2');
    await curl(shelly, '/rpc', ...digest, ...rpc('Switch.Set', { id: 2, on: false, toggle_after: 30 }));
    const netio = await serve('netio-json');
    const short = inJson({ Outputs: [{ ID: 3, Action: 2, Delay: 30_000 }] });
    await curl(netio, '/netio.json', '-u', writer, ...short);
    for (const served of [shelly, netio]) {
      await served.clock.advance(29_000);
      expect(powers(served)).to.equal('on on off on');
      await served.clock.advance(2000);
      expect(powers(served)).to.equal('on on on on');
    }
  });

  itWith(peers.curl, 'tell the states of a Digital Loggers to those who read its old page', async () => {
    const served = await serve('digital-loggers');
    expect(await curl(served, '/outlet?3=OFF', '-u', writer)).to.match(/200$/);
    await served.clock.advance(delayMs);
    expect(await curl(served, '/status', '-u', writer)).to.equal('<div id="state">fb</div> 200');
  });
});
