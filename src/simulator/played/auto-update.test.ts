import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Web } from '../face/web.ts';
import { PlayedPair } from './played-pair.test-support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const imageOf = (version: string): Uint8Array =>
  bytes(`Cisco Adaptive Security Appliance Software Version ${version}\n${'.'.repeat(30_000)}`);
const image = imageOf('9.2(9)');

/** A server that offers one component, whose file it has. */
class Server {
  readonly asked: string[] = [];
  readonly #kind: string;
  readonly #name: string;
  readonly #content: Uint8Array;

  constructor(kind: string, name: string, content: Uint8Array) {
    this.#kind = kind;
    this.#name = name;
    this.#content = content;
  }

  get web(): Web {
    return ({ method, url, body }, done) => {
      this.asked.push(`${method} ${url} ${/<SerialNumber>(.*)</.exec(body ?? '')?.[1] ?? ''}`.trim());
      const checksum = createHash('md5').update(this.#content).digest('hex');
      const offer = `<Component type="${this.#kind}" url="http://127.0.0.1/${this.#name}" checksum="0x${checksum}"/>`;
      const content = method === 'POST' ? bytes(`<UpdateInfo>${offer}</UpdateInfo>`) : this.#content;
      done({ status: 200, content });
      return () => undefined;
    };
  }
}

const lines = [
  'auto-update device-id hardware-serial',
  'auto-update poll-period 30',
  'auto-update server http://fover:quiet@127.0.0.1/cgi-bin/dda.pl',
];

describe('a simulated pair with an Auto Update Server', () => {
  it('is upgraded without a stop: the standby unit first, the primary active again in the end', async () => {
    const server = new Server('image', 'asa929-smp-k8.bin', image);
    const pair = await new PlayedPair({ web: server.web }).bootstrap();
    await pair.say('primary', 'debug auto-update client');
    await pair.configure('primary', lines);
    await pair.say('primary', 'write memory', 500);
    expect((await pair.ask('primary', 'show auto-update'))[0]).to.equal(
      'Server: http://*****@127.0.0.1/cgi-bin/dda.pl',
    );
    const versions = async (): Promise<(string | undefined)[]> => {
      const shown = await pair.ask('secondary', 'show version');
      const shownFailover = await pair.ask('secondary', 'show failover');
      return [
        /Version (\S+)/.exec(shown.join('\n'))?.[1],
        /Version: Ours (\S+), Mate (\S+)/.exec(shownFailover.join('\n'))?.[2],
      ];
    };
    await pair.until(() => pair.printed.primary.includes('waiting with mate state: 80'), 120_000);
    await pair.enable('secondary');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    await pair.until(async () => (await versions()).join() === '9.2(9),9.2(9)', 60_000);
    await pair.clock.advance(90_000);
    await pair.enable('primary');
    expect(await pair.stateOf('primary')).to.equal('Active');
    expect(await pair.stateOf('secondary')).to.equal('Standby Ready');
    expect(new Set(server.asked)).to.deep.equal(
      new Set([
        'POST http://fover:quiet@127.0.0.1/cgi-bin/dda.pl TST0000000A',
        'GET http://127.0.0.1/asa929-smp-k8.bin',
      ]),
    );
    const said = pair.printed.primary;
    const inOrder = [
      'Auto-update client: Sent DeviceDetails to /cgi-bin/dda.pl of server 127.0.0.1',
      'Auto-update client: Processing UpdateInfo from server 127.0.0.1',
      '  Component: image, URL: http://127.0.0.1/asa929-smp-k8.bin, checksum:',
      'Auto-update client: need to update img, act: yes, stby yes',
      'Auto-update client: update img on stby unit...',
      'auto-update: Fover copyfile, seq = 1 type = 1, pseq = 1, len = 1024',
      'Auto-update client: update img on act unit...',
      'auto-update: HA safe reload: reload active waiting with mate state:',
    ].map((text) => said.indexOf(text));
    expect(inOrder).to.not.include(-1);
    expect(inOrder).to.deep.equal(inOrder.toSorted((a, b) => a - b));
    pair.close();
  });

  it('reloads both units at the same time where the new version cannot run beside the old one', async () => {
    const server = new Server('image', 'asa941-smp-k8.bin', imageOf('9.4(1)'));
    const pair = await new PlayedPair({ web: server.web }).bootstrap();
    await pair.configure('primary', lines);
    await pair.say('primary', 'write memory', 500);
    const down = { primary: 0, secondary: 0 };
    await pair.until(async () => {
      for (const unit of ['primary', 'secondary'] as const)
        if (down[unit] === 0 && pair.printed[unit].includes('Rebooting...')) down[unit] = pair.clock.nowMs();
      return down.primary > 0 && down.secondary > 0;
    }, 120_000);
    expect(Math.abs(down.primary - down.secondary)).to.be.at.most(500);
    await pair.clock.advance(15_000);
    for (const unit of ['primary', 'secondary'] as const) await pair.enable(unit);
    await pair.steady('primary');
    for (const unit of ['primary', 'secondary'] as const)
      expect((await pair.ask(unit, 'show version')).join('\n')).to.include('Version 9.4(1)');
    pair.close();
  });

  it('takes a configuration on both units, each keeping what it is designated as', async () => {
    const server = new Server('config', 'west.cfg', bytes(''));
    const plain = await new PlayedPair({ web: server.web }).bootstrap();
    const written = (await plain.ask('primary', 'show running-config'))
      .filter((line) => !line.startsWith(': '))
      .map((line) => (line === 'hostname wall' ? 'hostname west' : line));
    plain.close();
    const offers = new Server('config', 'west.cfg', bytes([...written, ...lines].join('\n')));
    const pair = await new PlayedPair({ web: offers.web }).bootstrap();
    await pair.say('primary', 'debug auto-update client');
    await pair.configure('primary', lines);
    await pair.until(() => offers.asked.length >= 3, 90_000);
    await pair.clock.advance(30_000);
    expect(offers.asked).to.have.length(3);
    for (const unit of ['primary', 'secondary'] as const) {
      const shown = await pair.ask(unit, 'show running-config');
      expect(shown).to.include('hostname west');
      expect(shown).to.include(`failover lan unit ${unit}`);
      expect(await pair.ask(unit, 'show startup-config')).to.include('hostname west');
    }
    expect(await pair.states()).to.deep.equal({ primary: 'Active', secondary: 'Standby Ready' });
    pair.close();
  });

  it('is called by the primary unit alone, which takes over for it', async () => {
    const server = new Server('image', 'asa924-smp-k8.bin', image);
    const pair = await new PlayedPair({ web: server.web }).bootstrap();
    await pair.configure('primary', lines);
    await pair.say('primary', 'no failover active');
    await pair.until(async () => (await pair.stateOf('secondary')) === 'Active');
    expect(server.asked).to.deep.equal([]);
    await pair.until(() => server.asked.length > 0, 90_000);
    expect(server.asked[0]).to.contain('TST0000000A');
    pair.close();
  });
});
