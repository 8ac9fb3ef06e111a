import { createSocket } from 'node:dgram';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { EntryToRecord } from '../../timeline/index.ts';
import { openSecrets, readTopology } from '../../topology/index.ts';
import { bringUp } from '../rest/bring-up.ts';
import { hearUnits, speakersIn, unitAddressesIn } from './hear-units.ts';
import { instruments } from '../instrument/index.ts';
import { Notebook } from '../notebook.ts';
import { revealTraps } from './reveal.ts';
import { openVirtualBench } from '../virtual-bench.test-support.ts';
import type { VirtualBench } from '../virtual-bench.test-support.ts';

describe('a bench that listens', () => {
  let virtual: VirtualBench;

  before(async function () {
    this.timeout(120_000);
    virtual = openVirtualBench([]);
    await virtual.run(bringUp(virtual.bench, new AbortController().signal));
  });

  after(() => virtual.discard());

  it('hears what the units log and notify of when one of them goes dark', async () => {
    const { bench, clock, run, recorder } = virtual;
    const sinceMs = clock.nowMs();
    await run(bench.cutPower('primary'));
    const switched = (): boolean =>
      recorder.entries.some(
        (entry) =>
          entry.kind === 'observation' &&
          'id' in entry.saw &&
          entry.saw.id === '104001' &&
          entry.unit === 'secondary',
      );
    await run(bench.watch.waitUntil('the secondary says so', switched, 60_000));
    const linesOf = async (name: string): Promise<readonly string[]> =>
      (await run(instruments[name]!.read(bench, sinceMs))).raw.split('\n');
    const becomesActive = '%ASA-1-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.';
    expect(await linesOf('syslog')).to.include(`secondary ${becomesActive}`);
    expect(await linesOf('traps')).to.include(`secondary 1.3.6.1.4.1.9.9.41.2.0.1 ${becomesActive}`);
    expect((await run(bench.heardSince(clock.nowMs() + 1))).length).to.equal(0);
    const entry = recorder.entries.find(
      (one) => one.kind === 'observation' && one.witness === 'syslog secondary',
    );
    expect(entry).to.deep.include({ unit: 'secondary' });
    await run(bench.restorePower('primary'));
  });

  it('is one whose topology says so', () => {
    const { topology } = readTopology(resolve(import.meta.dirname, '../../../topologies/rack-asa-5520.yaml'));
    expect(instruments['syslog']?.missing({ topology })).to.match(
      /^nobody listens for syslog; add listen\.syslog/,
    );
    expect(instruments['traps']?.missing(virtual.bench)).to.equal(undefined);
  });
});

describe('who speaks from an address', () => {
  const rack = readTopology(resolve(import.meta.dirname, '../../../topologies/rack-asa-5520.yaml')).topology;
  const listening = (sources: Readonly<Record<string, string>>) =>
    speakersIn({ ...rack, listen: { sources } });

  it('is a role for those of the pair, and the device that is asked there for others', () => {
    const speakers = listening({});
    const roles = [...speakers.values()].filter((who) => who === 'active' || who === 'standby');
    expect(roles).to.include.members(['active', 'standby']);
    expect(speakers.get('198.51.100.151')).to.equal('switch sw7');
    expect(speakers.get('198.51.100.152')).to.equal('pdu pdu-a');
  });

  it('is whom the topology names, and nobody where two are named', () => {
    const speakers = listening({
      '203.0.113.77': 'secondary',
      '203.0.113.78': 'sw7',
      '198.51.100.152': 'sw7',
    });
    expect(speakers.get('203.0.113.77')).to.equal('secondary');
    expect(speakers.get('203.0.113.78')).to.equal('switch sw7');
    expect(speakers.has('198.51.100.152')).to.equal(false);
  });

  it('is of a unit where the pair has it, or where the topology says so', () => {
    const units = unitAddressesIn({
      ...rack,
      listen: { sources: { '203.0.113.77': 'secondary', '203.0.113.78': 'sw7' } },
    });
    const { active, standby } = rack.pair.interfaces[0] ?? {};
    expect([...units]).to.include.members([active, standby, '203.0.113.77']);
    expect([...units]).to.not.include.members(['203.0.113.78']);
    expect(units.has('198.51.100.151')).to.equal(false);
  });
});

describe('whose notifications are taken', () => {
  it('are those of the units, and of others by their own communities and users', () => {
    const reveal = { reveal: ({ secret }: { secret: string }) => secret.toLowerCase(), values: () => [] };
    const password = (secret: string) => ({ secret });
    const user = {
      version: '3' as const,
      user: 'lab',
      auth: { protocol: 'sha256' as const, password: password('AUTH') },
      priv: { protocol: 'aes' as const, password: password('PRIV') },
    };
    const { topology } = readTopology(resolve(import.meta.dirname, '../../../topologies/simulated.yaml'));
    const traps = {
      ...topology.listen!.traps!,
      others: [{ version: '2c' as const, community: password('C') }, user],
    };
    const { communities, users } = revealTraps(traps, reveal);
    expect(communities).to.include('c').and.have.length(2);
    expect(users).to.deep.equal([
      {
        user: 'lab',
        auth: { protocol: 'sha256', password: 'auth' },
        priv: { protocol: 'aes', password: 'priv' },
      },
    ]);
  });
});

describe('hearUnits', () => {
  const { topology, path } = readTopology(resolve(import.meta.dirname, '../../../topologies/simulated.yaml'));
  const secrets = openSecrets(topology, path, {});
  const recorded: EntryToRecord[] = [];
  const book = {
    record: (entry: EntryToRecord) => void recorded.push(entry),
    at: (ms: number) => ms,
    now: () => 0,
    consoleBytes: () => undefined,
  };
  const notebook = new Notebook(book as never, (error) => {
    throw error;
  });

  it('opens the sockets of the topology, and writes down what comes', async () => {
    const ears = await hearUnits(topology, secrets, realClock, notebook);
    expect(ears?.at.syslogUdp).to.be.greaterThan(1024);
    expect(ears?.at.traps).to.be.greaterThan(1024);
    const socket = createSocket('udp4');
    socket.send('<164>%ASA-4-411002: Line protocol', ears?.at.syslogUdp ?? 0, '127.0.0.1');
    while (recorded.length === 0) await new Promise<void>((done) => void realClock.after(2, done));
    expect(recorded[0]).to.deep.include({ kind: 'observation', witness: 'syslog 127.0.0.1' });
    socket.close();
    await ears?.close();
  });

  it('opens nothing where the topology says nothing', async () => {
    expect(await hearUnits({ ...topology, listen: undefined }, secrets, realClock, notebook)).to.equal(
      undefined,
    );
  });

  it('says which port is taken', async () => {
    const ears = await hearUnits(topology, secrets, realClock, notebook);
    const syslog = { ...topology.listen!.syslog!, udp: ears!.at.syslogUdp! };
    const [settled] = await Promise.allSettled([
      hearUnits({ ...topology, listen: { syslog, sources: {} } }, secrets, realClock, notebook),
    ]);
    await ears?.close();
    expect(settled.status === 'rejected' && settled.reason).to.be.instanceOf(BenchError);
  });
});
