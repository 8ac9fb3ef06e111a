/**
 * What every family over HTTP asks and tells, and what it makes of the answers. The words below are written out from
 * the vendors' documents a second time, on purpose: a slip in a model's page must not find its copy here.
 */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { openPdu, pduModels } from './index.ts';
import type { OutletReading, Pdu } from './index.ts';

interface Published {
  readonly model: string;
  /** What is answered to which request, `METHOD path body`, on a device with four outlets that are on. */
  readonly answers: (asked: string) => string | undefined;
  /** What outlet 3 is told with, and the header that has to be with it. */
  readonly control: Readonly<Record<'on' | 'off', string>>;
  readonly header?: readonly [name: string, value: string];
  /** Answers about outlet 3, and what they are read as. */
  readonly readings: readonly (readonly [answer: string, power: OutletReading['power']])[];
  readonly label?: string;
  readonly watts?: number;
  /** An answer with the status of a success that is a refusal all the same. */
  readonly refusal?: string;
}

const json = JSON.stringify;
const onlyOf = (asked: string, pattern: RegExp, most = 4): number | undefined => {
  const outlet = Number(pattern.exec(asked)?.[1] ?? NaN);
  return outlet <= most ? outlet : undefined;
};
const netio = (state: number): string =>
  json({
    Agent: { Model: '4C' },
    Outputs: [1, 2, 3, 4].map((ID) => ({ ID, Name: `label ${ID}`, State: ID === 3 ? state : 1, Load: 41 })),
  });
const gude = (state: number): string =>
  json({ outputs: [1, 2, 3, 4].map((at) => ({ name: `label ${at}`, state: at === 3 ? state : 1 })) });
const shelly2 = (result: object): string => json({ id: 1, src: 'shelly', result });

const published: readonly Published[] = [
  {
    model: 'netio-json',
    answers: (asked) => (/^(GET|POST) \/netio\.json /.test(asked) ? netio(1) : undefined),
    control: {
      on: 'POST /netio.json {"Outputs":[{"ID":3,"Action":1}]}',
      off: 'POST /netio.json {"Outputs":[{"ID":3,"Action":0}]}',
    },
    readings: [
      [netio(1), 'on'],
      [netio(0), 'off'],
      [netio(6), 'unsettled'],
    ],
    label: 'label 3',
    watts: 41,
  },
  {
    model: 'digital-loggers',
    answers(asked) {
      const at = onlyOf(asked, /relay\/outlets\/=(\d+)\//, 3);
      if (at === undefined) return undefined;
      return asked.includes('/name/') ? json([`label ${at + 1}`]) : json([true]);
    },
    control: {
      on: 'PUT /restapi/relay/outlets/=2/state/ value=true',
      off: 'PUT /restapi/relay/outlets/=2/state/ value=false',
    },
    header: ['x-csrf', 'x'],
    readings: [
      ['[true]', 'on'],
      ['[false]', 'off'],
      ['true', 'on'],
    ],
    label: 'label 3',
  },
  {
    model: 'gude-http',
    answers: (asked) => (asked.startsWith('GET /status.json?components=1') ? gude(1) : undefined),
    control: {
      on: 'GET /status.json?components=1&cmd=1&p=3&s=1 ',
      off: 'GET /status.json?components=1&cmd=1&p=3&s=0 ',
    },
    readings: [
      [gude(1), 'on'],
      [gude(0), 'off'],
      [gude(2), 'unsettled'],
    ],
    label: 'label 3',
    refusal: '<html>Device is blocked by another user with IP 192.0.2.9</html>',
  },
  {
    model: 'shelly-gen1',
    answers(asked) {
      const at = onlyOf(asked, /^\w+ \/(?:settings\/relay|relay|meter)\/(\d+) /, 3);
      if (at === undefined) return undefined;
      if (asked.includes('/settings/')) return json({ name: `label ${at + 1}`, ison: true });
      return asked.includes('/meter/') ? json({ power: 41.5, is_valid: true }) : json({ ison: true });
    },
    control: { on: 'POST /relay/2 turn=on', off: 'POST /relay/2 turn=off' },
    readings: [
      ['{"ison":true}', 'on'],
      ['{"ison":false}', 'off'],
    ],
    label: 'label 3',
    watts: 41.5,
  },
  {
    model: 'shelly-gen2',
    answers(asked) {
      const at = onlyOf(asked, /"params":\{"id":(\d+)/, 3);
      if (at === undefined) return json({ id: 1, error: { code: -105, message: 'no such id' } });
      return asked.includes('GetConfig')
        ? shelly2({ id: at, name: `label ${at + 1}` })
        : shelly2({ id: at, output: true, apower: 41.5 });
    },
    control: {
      on: 'POST /rpc {"id":1,"method":"Switch.Set","params":{"id":2,"on":true}}',
      off: 'POST /rpc {"id":1,"method":"Switch.Set","params":{"id":2,"on":false}}',
    },
    readings: [
      [shelly2({ output: true, apower: 41.5 }), 'on'],
      [shelly2({ output: false }), 'off'],
    ],
    label: 'label 3',
    watts: 41.5,
    refusal: json({ id: 1, error: { code: -114, message: 'overpower' } }),
  },
  {
    model: 'tasmota',
    answers(asked) {
      if (asked.includes('cmnd=Status%208')) return json({ StatusSNS: { ENERGY: { Power: [0, 0, 41, 0] } } });
      if (asked.includes('cmnd=Status'))
        return json({ Status: { FriendlyName: [1, 2, 3, 4].map((at) => `label ${at}`) } });
      // It takes an outlet that is not there for the first one.
      return json({ [`POWER${onlyOf(asked, /cmnd=Power(\d+)/) ?? 1}`]: 'ON' });
    },
    control: { on: 'GET /cm?cmnd=Power3%20On ', off: 'GET /cm?cmnd=Power3%20Off ' },
    readings: [
      ['{"POWER3":"ON"}', 'on'],
      ['{"POWER3":"OFF"}', 'off'],
      ['{"POWER3":"Blink"}', 'unsettled'],
    ],
    label: 'label 3',
    watts: 41,
    refusal: '{"WARNING":"Need user=<username>&password=<password>"}',
  },
];

class Device {
  readonly asked: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  answers: (asked: string) => string | undefined;
  readonly #server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const asked = `${request.method} ${request.url} ${body}`;
      this.asked.push(asked);
      this.headers.push(request.headers);
      const said = this.answers(asked);
      response.writeHead(said === undefined ? 404 : 200).end(said ?? 'not found');
    });
  });

  constructor(answers: Published['answers']) {
    this.answers = answers;
  }

  async open(model: string, kept: readonly string[] = []): Promise<Pdu> {
    if (!this.#server.listening) {
      this.#server.listen(0, '127.0.0.1');
      await once(this.#server, 'listening');
    }
    const { port } = this.#server.address() as AddressInfo;
    return openPdu(
      { name: 'pdu1', model, access: { http: { host: '127.0.0.1', port } }, protected: kept },
      realClock,
    );
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason.message;
  throw new Error('expected a BenchError');
}

describe('PDU models over HTTP', () => {
  it('are all held against words of their own', () => {
    const overHttp = pduModels.filter(({ reach }) => reach === 'http').map(({ name }) => name);
    expect(overHttp).to.have.members(published.map(({ model }) => model));
  });
});

for (const of of published) {
  describe(`PDU model ${of.model}`, () => {
    let device: Device;
    let pdu: Pdu;
    beforeEach(async () => {
      device = new Device(of.answers);
      pdu = await device.open(of.model, ['4']);
      device.asked.length = 0;
      device.headers.length = 0;
    });
    afterEach(async () => {
      await pdu.close();
      await device.close();
    });

    it('lists its outlets by number', async () => {
      expect(await pdu.outlets()).to.deep.equal(['1', '2', '3', '4']);
    });

    for (const wish of ['off', 'on'] as const)
      it(`tells one outlet to be ${wish} as the vendor says, once`, async () => {
        const said = await pdu.set('3', wish);
        expect(device.asked.filter((asked) => asked === of.control[wish])).to.have.length(1);
        expect(device.asked.at(-1)).to.equal(of.control[wish]);
        if (of.header) expect(device.headers.at(-1)?.[of.header[0]]).to.equal(of.header[1]);
        expect(said.askedMs).to.be.at.most(said.answeredMs);
      });

    for (const [answer, power] of of.readings)
      it(`reads ${answer.slice(0, 60)} as ${power}`, async () => {
        let isFirst = true;
        device.answers = (asked) => {
          const said = isFirst ? answer : of.answers(asked);
          isFirst = false;
          return said;
        };
        const reading = await pdu.read('3');
        expect(reading.power).to.equal(power);
        expect(reading.raw).to.equal(answer);
      });

    it('reads the label and the power drawn where there are such', async () => {
      const { label, watts } = await pdu.read('3');
      expect({ label, watts }).to.deep.equal({ label: of.label, watts: of.watts });
    });

    it('never touches a protected outlet, nor one that is not there', async () => {
      expect(await refusal(pdu.set('4', 'off'))).to.match(/^pdu1: outlet 4 is protected/);
      expect(await refusal(pdu.set('5', 'off'))).to.match(/^pdu1: outlet 5 is not known to the device/);
      expect(await refusal(pdu.set('3&p=4', 'off'))).to.contain('is not known to the device');
      expect(device.asked).to.not.include(of.control.off);
      expect(
        device.asked.filter((asked) => /state\/ value|&s=|turn=|Switch\.Set|Action|%20O/.test(asked)),
      ).to.deep.equal([]);
    });

    it('does not take a refusal for done', async () => {
      const orders = Object.values(of.control);
      device.answers = (asked) => (orders.includes(asked) ? undefined : of.answers(asked));
      expect(await refusal(pdu.set('3', 'off'))).to.match(
        /^pdu1: outlet 3 was not switched off: it refused with .*404/,
      );
    });

    it('is refused when it answers something else', async () => {
      device.answers = () => '<html>Welcome</html>';
      expect(await refusal(device.open(of.model))).to.match(/Is it the model that the topology says/);
      device.answers = () => '{"hello":"world"}';
      expect(await refusal(device.open(of.model))).to.match(/Is it the model that the topology says/);
    });

    const refused = of.refusal;
    if (refused !== undefined)
      it('knows a refusal that looks like a success', async () => {
        const orders = Object.values(of.control);
        device.answers = (asked) => (orders.includes(asked) ? refused : of.answers(asked));
        expect(await refusal(pdu.set('3', 'off'))).to.contain('it refused with');
      });
  });
}

describe('PDU over HTTP', () => {
  it('is refused when a protected outlet is not there', async () => {
    const device = new Device(published[0]!.answers);
    expect(await refusal(device.open('netio-json', ['24']))).to.contain(
      'outlet 24 is protected in the topology, but',
    );
    await device.close();
  });
});
