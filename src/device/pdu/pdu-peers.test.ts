/**
 * Every family over PDUs that were not made by who wrote its driver: the simulated ones, behind their front door, and
 * the programs of others. What has no such peer stands in a list of its own.
 */
import { expect } from 'chai';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pause, realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { ServedBench } from '../../simulator/index.ts';
import { serveSimulatedBench } from '../../simulator/index.ts';
import { parseTopology } from '../../topology/index.ts';
import type { Secrets } from '../../topology/index.ts';
import { reachOf, simulatedPduFamilies } from '../../topology/pdu-families.ts';
import { openPdu, pduModels } from './index.ts';
import type { OutletReading, Pdu, PduAccess } from './index.ts';

const password = 'correct horse';
const secrets: Secrets = { reveal: () => password, values: () => [password] };
const host = '127.0.0.1';

/** The pair that comes with the tool, with one PDU of every family that can be simulated. */
function everyFamily() {
  const written: unknown = parse(
    readFileSync(join(resolve(import.meta.dirname, '../../../topologies'), 'simulated.yaml'), 'utf8'),
  );
  const pdus = Object.fromEntries(
    simulatedPduFamilies.map((model) => [
      model,
      {
        model,
        protected: [8],
        ...(reachOf(model) === 'snmp'
          ? { snmp: { host, port: 0, version: '2c', community: '${FOVER_SIMULATED_COMMUNITY}' } }
          : {
              http: { host, port: 0, login: { username: 'admin', password: '${FOVER_SIMULATED_COMMUNITY}' } },
            }),
      },
    ]),
  );
  const power = (outlet: number) => [{ pdu: 'apc-rpdu2', outlet }];
  const { units, simulated, ...rest } = written as {
    units: Record<'primary' | 'secondary', object>;
    simulated: object;
  };
  return parseTopology(
    JSON.stringify({
      ...rest,
      simulated: { ...simulated, 'outlet-delay': '20ms' },
      units: {
        primary: { ...units.primary, power: power(1) },
        secondary: { ...units.secondary, power: power(2) },
      },
      pdus,
    }),
    'every-family.yaml',
  );
}

async function until(pdu: Pdu, outlet: string, wish: 'on' | 'off'): Promise<OutletReading> {
  const untilMs = realClock.nowMs() + 10_000;
  for (;;) {
    const reading = await pdu.read(outlet);
    if (reading.power === wish && reading.pending !== true) return reading;
    if (realClock.nowMs() > untilMs) throw new Error(`outlet ${outlet} is not ${wish}: ${reading.raw}`);
    await pause(realClock, 10);
  }
}

describe('drivers of PDUs and the simulated PDUs, which have never talked', () => {
  let served: ServedBench;

  before(async () => {
    served = await serveSimulatedBench(everyFamily(), secrets, realClock, {});
  });
  after(() => served.close());

  for (const model of simulatedPduFamilies) {
    const accessTo = (word = password): PduAccess => {
      const { port } = served.endpoints.pdus[model]!;
      return reachOf(model) === 'snmp'
        ? { snmp: { host, port, version: '2c', community: word } }
        : { http: { host, port, login: { username: 'admin', password: word } } };
    };
    const open = (access = accessTo()): Promise<Pdu> =>
      openPdu({ name: model, model, access, protected: ['8'] }, realClock);

    it(`${model}: lists, switches off and on, reads back, and leaves the others alone`, async () => {
      const pdu = await open();
      try {
        expect(await pdu.outlets()).to.include.members(['1', '2', '3', '8']);
        expect((await until(pdu, '3', 'on')).power).to.equal('on');
        const said = await pdu.set('3', 'off');
        expect(said.raw).to.not.contain(password);
        await until(pdu, '3', 'off');
        for (const outlet of ['1', '2', '8']) expect((await pdu.read(outlet)).power, outlet).to.equal('on');
        await pdu.set('3', 'on');
        await until(pdu, '3', 'on');
        const refused = await pdu.set('8', 'off').catch((error: unknown) => error);
        expect(refused).to.be.instanceOf(BenchError);
        const unknown = await pdu.set('99', 'off').catch((error: unknown) => error);
        expect(unknown).to.be.instanceOf(BenchError);
      } finally {
        await pdu.close();
      }
    });

    // The status.json of Gude is for everybody in the mode in which it can be used.
    if (reachOf(model) === 'http' && model !== 'gude-http')
      it(`${model}: a wrong password is refused, and told to nobody`, async () => {
        const wrong = await open(accessTo('wr0ng-and-quiet')).catch((error: unknown) => error);
        expect(wrong).to.be.instanceOf(BenchError);
        expect(String(wrong)).to.not.contain('wr0ng');
      });
  }
});

describe('families of PDUs', () => {
  /** Held against figures of their own alone: pdu-contract.test.ts, http-pdu.test.ts. */
  const withoutPeer = [
    'cyberpower-epdu2',
    'emerson-mpx',
    'gude-epc8',
    'poe-port',
    'shelly-gen1',
    'tripplite-old',
  ];
  /** Programs of others: powerman-pdu.test.ts, web-pdu.test.ts. */
  const withProgram = ['powerman', 'web'];

  it('have a peer that was written by others, or are known to have none', () => {
    const named = [...simulatedPduFamilies, ...withoutPeer, ...withProgram];
    expect(pduModels.map(({ name }) => name)).to.have.members(named);
  });

  it('say of themselves that they were captured only where the real thing was met', () => {
    expect(pduModels.filter(({ proof }) => proof === 'captured').map(({ name }) => name)).to.deep.equal([
      'powerman',
    ]);
  });
});
