import { expect } from 'chai';
import { simulatedPduFamilies, type SimulatedPduFamily } from '../../../topology/index.ts';
import { community } from '../fake-bench.test-support.ts';
import { itWith, peers, run } from '../peers.test-support.ts';
import { library, refusalOf } from '../snmp/snmp-client.test-support.ts';
import { pduFamilies } from './families.ts';
import { closeServed, delayMs, powers, serve } from './served-pdu.test-support.ts';

/** What a MIB says: an OID without the leading 1.3.6.1.4.1, and values. The outlet is 3 in all of them. */
interface Figures {
  readonly is: string;
  readonly on: readonly [oid: string, value: number];
  readonly off: readonly [oid: string, value: number];
  readonly state: readonly [oid: string, on: number, off: number];
  /** What the state reads while the relay has not opened yet, where there is a word for it. */
  readonly turningOff?: number;
  readonly pending?: readonly [oid: string, pending: number, none: number];
  readonly reboot?: readonly [oid: string, value: number];
  readonly name?: string;
  readonly watts?: string;
}

const figures: Readonly<Partial<Record<SimulatedPduFamily, Figures>>> = {
  'apc-masterswitch': {
    is: '318.1.3.4.4',
    on: ['318.1.1.4.4.2.1.3.3', 1],
    off: ['318.1.1.4.4.2.1.3.3', 2],
    reboot: ['318.1.1.4.4.2.1.3.3', 3],
    state: ['318.1.1.4.4.2.1.3.3', 1, 2],
    pending: ['318.1.1.4.4.2.1.2.3', 1, 2],
  },
  'apc-rpdu': {
    is: '318.1.3.4.5',
    on: ['318.1.1.12.3.3.1.1.4.3', 1],
    off: ['318.1.1.12.3.3.1.1.4.3', 2],
    reboot: ['318.1.1.12.3.3.1.1.4.3', 3],
    state: ['318.1.1.12.3.5.1.1.4.3', 1, 2],
    pending: ['318.1.1.12.3.5.1.1.5.3', 1, 2],
  },
  'apc-rpdu2': {
    is: '318.1.3.4.6',
    on: ['318.1.1.26.9.2.4.1.5.3', 1],
    off: ['318.1.1.26.9.2.4.1.5.3', 2],
    reboot: ['318.1.1.26.9.2.4.1.5.3', 3],
    state: ['318.1.1.26.9.2.3.1.5.3', 2, 1],
    pending: ['318.1.1.26.9.2.3.1.6.3', 1, 2],
    name: '318.1.1.26.9.2.3.1.3.3',
    watts: '318.1.1.26.9.4.3.1.7.3',
  },
  'raritan-px1': {
    is: '13742.4',
    on: ['13742.4.1.2.2.1.3.3', 1],
    off: ['13742.4.1.2.2.1.3.3', 0],
    reboot: ['13742.4.1.2.2.1.3.3', 2],
    state: ['13742.4.1.2.2.1.3.3', 1, 0],
    watts: '13742.4.1.2.2.1.7.3',
  },
  'raritan-px2': {
    is: '13742.6',
    on: ['13742.6.4.1.2.1.2.1.3', 1],
    off: ['13742.6.4.1.2.1.2.1.3', 0],
    reboot: ['13742.6.4.1.2.1.2.1.3', 2],
    state: ['13742.6.4.1.2.1.3.1.3', 7, 8],
  },
  'servertech-sentry3': {
    is: '1718.3',
    on: ['1718.3.2.3.1.11.1.1.3', 1],
    off: ['1718.3.2.3.1.11.1.1.3', 2],
    reboot: ['1718.3.2.3.1.11.1.1.3', 3],
    state: ['1718.3.2.3.1.5.1.1.3', 1, 0],
    turningOff: 3,
  },
  'servertech-sentry4': {
    is: '1718.4',
    on: ['1718.4.1.8.5.1.2.1.1.3', 1],
    off: ['1718.4.1.8.5.1.2.1.1.3', 2],
    reboot: ['1718.4.1.8.5.1.2.1.1.3', 3],
    state: ['1718.4.1.8.3.1.1.1.1.3', 1, 2],
    pending: ['1718.4.1.8.5.1.1.1.1.3', 9, 10],
  },
  'eaton-epdu': {
    is: '534.6.6.7',
    on: ['534.6.6.7.6.6.1.4.0.3', 0],
    off: ['534.6.6.7.6.6.1.3.0.3', 0],
    reboot: ['534.6.6.7.6.6.1.5.0.3', 0],
    state: ['534.6.6.7.6.6.1.2.0.3', 1, 0],
    turningOff: 2,
  },
  'eaton-revelation': {
    is: '534.6.6.6',
    on: ['534.6.6.6.1.2.2.1.3.2', 1],
    off: ['534.6.6.6.1.2.2.1.3.2', 0],
    reboot: ['534.6.6.6.1.2.2.1.3.2', 2],
    state: ['534.6.6.6.1.2.2.1.3.2', 1, 0],
  },
  'eaton-pulizzi': {
    is: '20677.1',
    on: ['20677.2.6.2.4.0', 1],
    off: ['20677.2.6.2.4.0', 2],
    reboot: ['20677.2.6.2.4.0', 3],
    state: ['20677.2.6.3.3.0', 1, 2],
  },
  'cyberpower-epdu': {
    is: '3808',
    on: ['3808.1.1.3.3.3.1.1.4.3', 1],
    off: ['3808.1.1.3.3.3.1.1.4.3', 2],
    reboot: ['3808.1.1.3.3.3.1.1.4.3', 3],
    state: ['3808.1.1.3.3.5.1.1.4.3', 1, 2],
    pending: ['3808.1.1.3.3.5.1.1.5.3', 1, 2],
  },
  'geist-vertiv': {
    is: '21239',
    on: ['21239.5.2.3.5.1.6.3', 2],
    off: ['21239.5.2.3.5.1.6.3', 4],
    reboot: ['21239.5.2.3.5.1.6.3', 6],
    state: ['21239.5.2.3.5.1.4.3', 1, 2],
    turningOff: 3,
  },
  'avocent-pm': {
    is: '10418.17.1.7',
    on: ['10418.17.2.5.5.1.6.1.1.3', 2],
    off: ['10418.17.2.5.5.1.6.1.1.3', 3],
    reboot: ['10418.17.2.5.5.1.6.1.1.3', 4],
    state: ['10418.17.2.5.5.1.5.1.1.3', 2, 1],
    turningOff: 7,
  },
  'gude-snmp': {
    is: '28507.87',
    on: ['28507.87.1.3.1.2.1.3.3', 1],
    off: ['28507.87.1.3.1.2.1.3.3', 0],
    state: ['28507.87.1.3.1.2.1.3.3', 1, 0],
  },
  'netio-snmp': {
    is: '47952',
    on: ['47952.1.1.1.5.3', 1],
    off: ['47952.1.1.1.5.3', 0],
    state: ['47952.1.1.1.3.3', 1, 0],
  },
  'enlogic-epdu': {
    is: '38446',
    on: ['38446.1.5.5.1.4.1.3', 2],
    off: ['38446.1.5.5.1.4.1.3', 1],
    reboot: ['38446.1.5.5.1.4.1.3', 5],
    state: ['38446.1.5.4.1.4.1.3', 1, 0],
  },
  'tripplite-lx': {
    is: '850.1',
    on: ['850.1.1.3.2.3.3.1.1.6.1.3', 2],
    off: ['850.1.1.3.2.3.3.1.1.6.1.3', 1],
    reboot: ['850.1.1.3.2.3.3.1.1.6.1.3', 3],
    state: ['850.1.1.3.2.3.3.1.1.4.1.3', 2, 1],
  },
};

const at = (oid: string): string => `1.3.6.1.4.1.${oid}`;
describe('families of simulated PDUs', () => {
  afterEach(closeServed);

  it('are the ones that the topology language knows', () => {
    expect(Object.keys(pduFamilies).toSorted()).to.deep.equal([...simulatedPduFamilies].toSorted());
    const overSnmp = Object.keys(pduFamilies).filter(
      (name) => pduFamilies[name as SimulatedPduFamily].speaks === 'snmp',
    );
    expect(Object.keys(figures).toSorted()).to.deep.equal(overSnmp.toSorted());
  });

  for (const [name, of] of Object.entries(figures)) {
    const family = name as SimulatedPduFamily;
    const [stateOid, on, off] = [at(of.state[0]), of.state[1], of.state[2]];

    describe(name, () => {
      it('says what it is', async () => {
        const client = (await serve(family)).client();
        expect(await client.get('1.3.6.1.2.1.1.2.0')).to.deep.equal([at(of.is)]);
        if (of.name) expect(await client.get(at(of.name))).to.deep.equal(['secondary']);
        if (of.watts) expect(await client.get(at(of.watts))).to.deep.equal([120]);
        expect(await client.walk('1.3.6.1.4.1')).to.have.length.above(7);
      });

      it('says yes, is not done until the relay has moved, and touches nothing else', async () => {
        const served = await serve(family);
        const client = served.client();
        expect(await client.get(stateOid)).to.deep.equal([on]);
        await client.set(at(of.off[0]), of.off[1]);
        expect(await client.get(stateOid)).to.deep.equal([of.turningOff ?? on]);
        if (of.pending) expect(await client.get(at(of.pending[0]))).to.deep.equal([of.pending[1]]);
        await served.clock.advance(delayMs);
        expect(await client.get(stateOid)).to.deep.equal([off]);
        if (of.pending) expect(await client.get(at(of.pending[0]))).to.deep.equal([of.pending[2]]);
        if (of.watts) expect(await client.get(at(of.watts))).to.deep.equal([0]);
        expect(powers(served)).to.equal('on on off on');
        await client.set(at(of.on[0]), of.on[1]);
        await served.clock.advance(delayMs);
        expect(await client.get(stateOid)).to.deep.equal([on]);
      });

      it('does not say that it has moved when it is stuck', async () => {
        const served = await serve(family, {}, { moves: { on: true, off: false } });
        const client = served.client();
        await client.set(at(of.off[0]), of.off[1]);
        await served.clock.advance(60_000);
        expect(await client.get(stateOid)).not.to.deep.equal([off]);
      });

      if (of.reboot)
        it('reboots what is on, and leaves what is off alone', async () => {
          const [oid, value] = of.reboot ?? ['', 0];
          const served = await serve(family);
          const client = served.client();
          await client.set(at(oid), value);
          await served.clock.advance(delayMs);
          expect(powers(served)).to.equal('on on off on');
          await served.clock.advance(20_000);
          expect(powers(served)).to.equal('on on on on');
          await client.set(at(of.off[0]), of.off[1]);
          await served.clock.advance(delayMs);
          await client.set(at(oid), value);
          await served.clock.advance(60_000);
          expect(powers(served)).to.equal('on on off on');
        });

      it('refuses readers, values that mean nothing, and outlets that are not there', async () => {
        const served = await serve(family);
        const client = served.client();
        const nowhere = at(of.off[0]).replace(/\.\d+(\.0)?$/, '.99$1');
        expect(await refusalOf(client.set(at(of.off[0]), -7))).to.equal('WrongValue');
        expect(await refusalOf(client.set(at(of.off[0]), 'off', 'OctetString'))).to.equal('WrongType');
        expect(await refusalOf(client.set(nowhere, of.off[1]))).to.equal('NoCreation');
        const reader = served.client('public');
        expect(await refusalOf(reader.set(at(of.off[0]), of.off[1]))).to.equal('NoAccess');
        const old = served.client('public', library.Version1);
        expect(await refusalOf(old.set(at(of.off[0]), of.off[1]))).to.equal('NoSuchName');
        await served.clock.advance(1000);
        expect(powers(served)).to.equal('on on on on');
      });
    });
  }

  it('refuse commands while somebody is logged in at an APC, and only there', async () => {
    for (const [name, of] of Object.entries(figures)) {
      const served = await serve(name as SimulatedPduFamily, { inUse: true });
      const refusal = await refusalOf(served.client().set(at(of.off[0]), of.off[1]));
      expect(refusal, name).to.equal(name.startsWith('apc-') ? 'NoAccess' : 'accepted');
      served.strip.agent.inUse = false;
      expect(await refusalOf(served.client().set(at(of.off[0]), of.off[1])), name).to.equal('accepted');
    }
  });

  it('count down the seconds of an Eaton, and cancel', async () => {
    const served = await serve('eaton-epdu');
    const client = served.client();
    const [offIn, state] = [at('534.6.6.7.6.6.1.3.0.3'), at('534.6.6.7.6.6.1.2.0.3')];
    expect(await client.get(offIn)).to.deep.equal([-1]);
    await client.set(offIn, 10);
    await served.clock.advance(4000);
    expect(await client.get(offIn, state)).to.deep.equal([6, 2]);
    await client.set(offIn, -1);
    await served.clock.advance(60_000);
    expect(await client.get(offIn, state)).to.deep.equal([-1, 1]);
  });

  it('switch every outlet with the first command of a Pulizzi', async () => {
    const served = await serve('eaton-pulizzi');
    await served.client().set(at('20677.2.6.2.1.0'), 2);
    await served.clock.advance(delayMs);
    expect(powers(served)).to.equal('off off off off');
  });

  it('queue the commands of a Sentry4 until they are committed', async () => {
    const served = await serve('servertech-sentry4');
    const client = served.client();
    await client.set(at('1718.4.1.8.5.1.2.1.1.2'), 5);
    await client.set(at('1718.4.1.8.5.1.2.1.1.3'), 5);
    await served.clock.advance(60_000);
    expect(powers(served)).to.equal('on on on on');
    await client.set(at('1718.4.1.8.6.1.0'), 1);
    await served.clock.advance(delayMs);
    expect(powers(served)).to.equal('on off off on');
  });

  it('count the moves of the relays of a Gude', async () => {
    const served = await serve('gude-snmp');
    const client = served.client();
    await client.set(at('28507.87.1.3.1.2.1.3.3'), 0);
    await client.set(at('28507.87.1.3.1.2.1.3.3'), 1);
    await served.clock.advance(1000);
    expect(await client.get(at('28507.87.1.3.1.2.1.4.3'))).to.deep.equal([0]);
    await client.set(at('28507.87.1.3.1.2.1.3.3'), 0);
    await served.clock.advance(1000);
    expect(await client.get(at('28507.87.1.3.1.2.1.4.3'))).to.deep.equal([1]);
  });

  it('say in words what all outlets of an APC do', async () => {
    const served = await serve('apc-rpdu');
    const client = served.client();
    await client.set(at('318.1.1.12.3.3.1.1.4.3'), 2);
    await served.clock.advance(delayMs);
    expect(await client.get(at('318.1.1.4.2.2.0'))).to.deep.equal(['On On Off On On On On On']);
    await client.set(at('318.1.1.12.3.1.1.0'), 3);
    await served.clock.advance(delayMs);
    expect(powers(served)).to.equal('off off off off');
  });

  itWith(
    peers.snmpwalk,
    'obey a command whose answer is lost, and say nothing while they restart',
    async () => {
      const served = await serve('apc-rpdu2', { answersCommands: false });
      const { off, state } = figures['apc-rpdu2']!;
      const ask = (program: string, ...rest: string[]) =>
        run(program, ['-v2c', '-t', '0.3', '-r', '0', '-c', community, '-Oqv', served.agent, ...rest]);
      expect((await ask('snmpset', at(off[0]), 'i', String(off[1]))).stderr).to.match(/Timeout/);
      await served.clock.advance(delayMs);
      expect((await ask('snmpget', at(state[0]))).stdout).to.equal(`${state[2]}\n`);
      served.strip.agent.restart();
      expect((await ask('snmpget', at(state[0]))).stderr).to.match(/Timeout/);
      await served.clock.advance(5000);
      expect((await ask('snmpget', at(state[0]))).stdout).to.equal(`${state[2]}\n`);
    },
  );

  it('let nobody write whose credentials were mixed up', async () => {
    for (const [name, of] of Object.entries(figures)) {
      const served = await serve(name as SimulatedPduFamily, { readOnly: true });
      const client = served.client();
      expect(await refusalOf(client.set(at(of.off[0]), of.off[1])), name).to.equal('NoAccess');
      expect(await client.get(at(of.state[0])), name).to.deep.equal([of.state[1]]);
    }
  });

  itWith(peers.snmpwalk, 'obey snmpset and answer snmpget and snmpwalk of Debian', async () => {
    for (const [name, of] of Object.entries(figures)) {
      const served = await serve(name as SimulatedPduFamily);
      const asked = (program: string, version: string, ...rest: string[]) =>
        run(program, [version, '-c', community, '-Oqn', served.agent, ...rest], { env: { MIBS: '' } });
      const [oid, value] = of.off;
      expect((await asked('snmpset', '-v1', at(oid), 'i', String(value))).code, name).to.equal(0);
      await served.clock.advance(delayMs);
      const got = await asked('snmpget', '-v2c', at(of.state[0]));
      expect(got.stdout, name).to.equal(`.${at(of.state[0])} ${of.state[2]}\n`);
      const walked = await asked('snmpwalk', '-v1', '1.3.6.1.4.1');
      expect(walked.stderr + walked.stdout, name)
        .to.match(/^\.1\.3\.6\.1\.4\.1\.\d/)
        .and.not.match(/error/i);
    }
  });
});
