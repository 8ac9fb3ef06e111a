/**
 * Bytes of a console that come cut anywhere, late, or not at all: in the middle of a prompt, of a character, of a telnet
 * command. What is read is what the unit said, or nothing; every question ends in its bound. On a virtual clock, by seed.
 */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { bringUp } from '../bench/index.ts';
import { openVirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { VirtualBench } from '../bench/virtual-bench.test-support.ts';
import type { FailoverSighting, Sighting } from '../pair/index.ts';
import { newTelnet, readTelnet } from '../transport/index.ts';
import type { Line } from '../transport/index.ts';
import { askFailover } from './index.ts';
import { FirewallSession } from './firewall/index.ts';

/** How a line is torn: pieces of these lengths, each so late; and what of it never comes. */
interface Tear {
  readonly pieces: readonly { readonly bytes: number; readonly lateMs: number }[];
  /** From this byte on, so many are lost. */
  readonly lost?: { readonly from: number; readonly bytes: number };
}

const never = new AbortController().signal;
const boundMs = 4000;
const pieces = fc.array(
  fc.record({ bytes: fc.integer({ min: 1, max: 90 }), lateMs: fc.constantFrom(0, 0, 1, 19, 21, 150) }),
  { minLength: 1, maxLength: 6 },
);
/** Those with which a whole answer comes in time: a byte at a time, or late. */
const quickPieces = fc.array(
  fc.oneof(
    fc.record({ bytes: fc.integer({ min: 1, max: 5 }), lateMs: fc.constantFrom(0, 1) }),
    fc.record({ bytes: fc.integer({ min: 30, max: 90 }), lateMs: fc.constantFrom(0, 1, 19, 21) }),
  ),
  { minLength: 1, maxLength: 6 },
);
/** What telnet says in between, that is no text. A piece may end within it. */
const iacNop = [255, 241];
/** `FOVER_TEARS=5000 npx mocha src/device/torn-lines.test.ts` takes some minutes. */
const runs = Number(process.env['FOVER_TEARS'] ?? 60);

describe('lines that are torn', function () {
  this.timeout(600_000);
  let opened: VirtualBench;
  let whole: FailoverSighting;

  before(async () => {
    opened = openVirtualBench([]);
    await opened.run(bringUp(opened.bench, never));
    await opened.run(opened.bench.watch.stop());
    const saw = await ask({ pieces: [{ bytes: 1000, lateMs: 0 }] });
    if (saw.sight !== 'failover') throw new Error(`a whole line gave ${saw.sight}`);
    whole = saw;
  });
  after(() => opened.discard());

  /** Another line to the console of the primary unit, and one question over it. The tear begins with the answer. */
  async function ask(tear: Tear): Promise<Sighting> {
    const { bench, clock, run } = opened;
    const torn = tornLine(tear);
    const { login } = bench.topology.pair;
    const session = new FirewallSession(torn.line, clock, {
      name: 'primary console',
      username: login.username,
      password: () => bench.secrets.reveal(login.password),
      enable: () => bench.secrets.reveal(login.enable),
    });
    await run(session.run('show clock', { boundMs }));
    torn.begin();
    const beganMs = clock.nowMs();
    const { saw } = await run(askFailover(session, boundMs));
    expect(clock.nowMs() - beganMs, 'the bound').to.be.at.most(boundMs + 1);
    torn.end();
    await run(session.close());
    await clock.advance(1000);
    return saw;
  }

  function tornLine(tear: Tear): { readonly line: Line; begin(): void; end(): void } {
    const { simulated, clock } = opened;
    const terminal = simulated.units.primary.console;
    let telnet = newTelnet;
    let [isTorn, at, piece, dueMs] = [false, 0, 0, 0];
    let listener: (bytes: Uint8Array, atMs: number) => void = () => undefined;
    const arrive = (bytes: Uint8Array): void => {
      const read = readTelnet(telnet, bytes);
      telnet = read.telnet;
      if (read.text.length > 0) listener(read.text, clock.nowMs());
    };
    const isLost = (byte: number): boolean =>
      tear.lost !== undefined && byte >= tear.lost.from && byte < tear.lost.from + tear.lost.bytes;
    const deaf = terminal.onBytes((said) => {
      const wire = [...said].flatMap((byte, count) =>
        byte === 255 ? [byte, byte] : count % 37 === 36 ? [...iacNop, byte] : [byte],
      );
      if (!isTorn) return arrive(Uint8Array.from(wire));
      for (let from = 0; from < wire.length;) {
        const { bytes, lateMs } = tear.pieces[piece++ % tear.pieces.length]!;
        const part = wire.slice(from, from + bytes).filter((_byte, count) => !isLost(at + count));
        dueMs = Math.max(dueMs, clock.nowMs()) + lateMs;
        clock.after(dueMs - clock.nowMs(), () => arrive(Uint8Array.from(part)));
        [from, at] = [from + bytes, at + bytes];
      }
    });
    const line: Line = {
      name: 'a torn line',
      open: true,
      write: (bytes) => Promise.resolve(terminal.type(bytes)),
      onBytes: (to) => {
        listener = to;
        return () => (listener = () => undefined);
      },
      onClosed: () => () => undefined,
      close: () => Promise.resolve(deaf()),
    };
    return { line, begin: () => void (isTorn = true), end: () => void (isTorn = false) };
  }

  const factsOf = ({ on, thisHost, otherHost, settings }: FailoverSighting): unknown => ({
    on,
    settings,
    hosts: [thisHost, otherHost].map((host) => ({
      unit: host?.unit,
      state: host?.state,
      interfaces: host?.interfaces.map(({ nameif, health }) => `${nameif} ${health}`),
    })),
  });

  /** A row that is lost as a whole shows by the number that the box claims, which is recorded with what it says. */
  const lacksRow = ({ thisHost, otherHost, monitoredInterfaces }: FailoverSighting): boolean =>
    [thisHost, otherHost].some((host) => (host?.interfaces.length ?? 0) < monitoredInterfaces);

  it('in pieces, anywhere and late, give the same facts', async () => {
    await fc.assert(
      fc.asyncProperty(quickPieces, async (cut) => {
        const saw = await ask({ pieces: cut });
        expect(saw.sight).to.equal('failover');
        expect(factsOf(saw as FailoverSighting)).to.deep.equal(factsOf(whole));
      }),
      { seed: 7, numRuns: runs },
    );
  });

  it('that go dead in the middle of an answer give none', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(2200), async (cut, from) => {
        const saw = await ask({ pieces: cut, lost: { from, bytes: Infinity } });
        expect(saw.sight).to.be.oneOf(['silent', 'unread']);
      }),
      { seed: 7, numRuns: runs },
    );
  });

  it('that lose a stretch give what was said, or nothing', async () => {
    const seen = { failover: 0, silent: 0, unread: 0 };
    await fc.assert(
      fc.asyncProperty(
        pieces,
        fc.nat(2200),
        fc.constantFrom(16, 40, 80, 81, 200, 700),
        async (cut, from, bytes) => {
          const saw = await ask({ pieces: cut, lost: { from, bytes } });
          if (saw.sight !== 'failover' && saw.sight !== 'silent' && saw.sight !== 'unread')
            throw new Error(saw.sight);
          seen[saw.sight] += 1;
          if (saw.sight === 'failover' && !lacksRow(saw)) expect(factsOf(saw)).to.deep.equal(factsOf(whole));
        },
      ),
      { seed: 7, numRuns: runs },
    );
    expect(seen.silent + seen.unread).to.be.at.least(1);
  });
});
