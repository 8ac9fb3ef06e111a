/** What a session promises of every state that somebody left a console in, held against every way to a console. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Context } from 'mocha';
import { realClock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { FarEnd } from '../../transport/far-end.test-support.ts';
import {
  opensshPeer,
  rawWire,
  skipWithoutSshdUser,
  socatPeer,
  tcpPeer,
  telnetWire,
} from '../../transport/far-end.test-support.ts';
import type { Line } from '../../transport/index.ts';
import { openSerialLine, openSshLine, openTcpLine, openTelnetLine } from '../../transport/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { NoAnswer } from './no-answer.ts';
import type { Standing } from './scripted-unit.test-support.ts';
import { ScriptedUnit, secrets, sessionWith } from './scripted-unit.test-support.ts';
import type { FirewallSession } from './session.ts';

interface Reached {
  /** Ours. */
  readonly line: Line;
  readonly unit: ScriptedUnit;
  until<T>(promise: Promise<T>): Promise<T>;
  putAway(): Promise<void>;
}

const host = '127.0.0.1';

async function overMemory(): Promise<Reached> {
  const clock = new VirtualClock();
  const unit = new ScriptedUnit(clock);
  return {
    line: unit.near,
    unit,
    until: (promise) => clock.runUntil(promise),
    putAway: async () => undefined,
  };
}

/** A scripted unit behind a far end that is a real program, or a real socket. */
function reached(line: Line, far: FarEnd, close: () => Promise<void>): Reached {
  const unit = new ScriptedUnit(realClock, 0);
  unit.near.onBytes((bytes) => far.send(bytes));
  far.onBytes((bytes) => void unit.near.write(bytes));
  const putAway = async (): Promise<void> => {
    await line.close();
    await close();
  };
  return { line, unit, until: (promise) => promise, putAway };
}

async function overSocket(wire: typeof rawWire, open: typeof openTcpLine): Promise<Reached> {
  const peer = await tcpPeer(wire);
  const line = await open({ host, port: peer.port }, realClock);
  return reached(line, await peer.answered, () => peer.close());
}

async function overOpenssh(test: Context): Promise<Reached> {
  skipWithoutSshdUser(test, readFileSync('/etc/passwd', 'utf8'));
  const peer = await opensshPeer(test);
  const { port, login, fingerprint } = peer;
  const line = await openSshLine({ host, port, login, hostKey: { fingerprint } }, realClock);
  return reached(line, await peer.answered, () => peer.close());
}

async function overSerial(test: Context): Promise<Reached> {
  const peer = await socatPeer(test);
  const line = await openSerialLine({ device: peer.device }, realClock);
  return reached(line, peer.far, () => peer.close());
}

const ways: Readonly<Record<string, (test: Context) => Promise<Reached>>> = {
  memory: overMemory,
  'raw TCP': () => overSocket(rawWire, openTcpLine),
  telnet: () => overSocket(telnetWire, openTelnetLine),
  'a serial line': overSerial,
  'SSH, to OpenSSH': overOpenssh,
};

const reply = '10:11:12.345 UTC Sat Jan 3 2026';
const boundMs = 5000;

/** Says the rows one after the other, as slowly as a boot does, and then stands there. */
function sayThen(unit: ScriptedUnit, rows: readonly string[], standing: Standing): void {
  const [row, ...others] = rows;
  if (row === undefined) {
    unit.standing = standing;
    return unit.sayPrompt();
  }
  unit.say(row);
  unit.clock.after(30, () => sayThen(unit, others, standing));
}

const boot = [
  'Rebooting... (status 0x9)\r\n',
  '\r\nCISCO SYSTEMS\r\n',
  'Use BREAK or ESC to interrupt boot.\r\n',
  'Use SPACE to begin boot immediately.\r\n',
  'Boot in 10 seconds.\rBoot in  9 seconds.\r\n',
  'Loading disk0:/asa924-smp-k8.bin...\r\n',
  "Type help or '?' for a list of available commands.\r\n",
];

/** A console as it was left, and what may be typed at it before the command; nothing else may. */
interface Left {
  leave(unit: ScriptedUnit): void;
  readonly typed: readonly string[];
}

const at = (standing: Standing, ...typed: readonly string[]): Left => ({
  typed,
  leave(unit) {
    unit.standing = standing;
    unit.sayPrompt();
  },
});

const left: Readonly<Record<string, Left>> = {
  'its enabled prompt': at('enable'),
  'user mode': at('user', 'enable', secrets.enable),
  'configuration mode': at('config', 'end'),
  'a mode within configuration mode': at('config-if', 'end'),
  'a pager': at('pager'),
  'a question that Enter would confirm': at('confirm', 'n'),
  'a question for a file': at('filename'),
  'a login': at('username', secrets.username, secrets.password, 'enable', secrets.enable),
  'the password of a login': at('password', secrets.password, 'enable', secrets.enable),
  'a context': {
    typed: ['changeto system'],
    leave(unit) {
      unit.name = 'edge/pri/act/lab_2';
      unit.replies.set('changeto system', (far) => {
        far.name = 'edge/pri/act';
        return '';
      });
      at('enable').leave(unit);
    },
  },
  'a boot': {
    typed: ['enable', secrets.enable],
    leave(unit) {
      unit.standing = 'silent';
      sayThen(unit, boot, 'user');
    },
  },
  'a prompt that flips with its role': {
    typed: [],
    leave(unit) {
      at('enable').leave(unit);
      unit.clock.after(5, () => {
        unit.name = 'edge/pri/stby';
        unit.say('\r\n\tSwitching to Standby\r\n\r\n');
        unit.sayPrompt();
      });
    },
  },
};

for (const [called, open] of Object.entries(ways))
  describe(`a session over ${called}`, () => {
    let way: Reached;

    before(async function () {
      way = await open(this);
    });

    after(() => way?.putAway());

    /** A session of its own, on the line that the one before it left. */
    function begin(): FirewallSession {
      const { unit, line } = way;
      unit.replies.clear();
      unit.replies.set('show clock', `${reply}\r\n`);
      unit.name = 'edge/pri/act';
      unit.afterQuestion = 'enable';
      unit.typed.length = 0;
      return sessionWith(unit, { wakeMs: 200, doubtMs: 100, bootQuietMs: 1000, boundMs }, lent(line));
    }

    for (const [what, { leave, typed }] of Object.entries(left))
      it(`comes from ${what} to a known prompt`, async () => {
        const session = begin();
        leave(way.unit);
        const answer = await way.until(session.run('show clock'));
        await session.close();
        expect(answer.output).to.equal(reply);
        expect(answer.prompt.mode).to.equal('enable');
        const mine = way.unit.typed.filter((line) => line !== '');
        const first = mine.filter((line) => line !== 'terminal pager 0');
        expect(first).to.deep.equal([...typed, 'show clock']);
      });

    for (const [where, words] of [
      ['rommon', 'ROMMON'],
      ['monitor', 'PIX monitor'],
    ] as const)
      it(`says that it stands in ${words}, and types nothing there`, async () => {
        const session = begin();
        way.unit.say('Boot interrupted.\r\n');
        at(where).leave(way.unit);
        const error = await failure(way.until(session.run('show clock')));
        await session.close();
        expect(error.message).to.contain(words).and.to.contain('Boot interrupted.');
        expect(error.where).to.nested.include({ at: 'prompt', 'prompt.mode': where });
        expect(way.unit.typed.filter((line) => line !== '')).to.deep.equal([]);
      });

    it('gives up within its bound where nothing leads on, and shows the last lines', async () => {
      const session = begin();
      way.unit.standing = 'silent';
      way.unit.say('Loading disk0:/asa924-smp-k8.bin...\r\nPanic: it ends here\r\n');
      const error = await failure(way.until(session.run('show clock', { boundMs: 400 })));
      await session.close();
      expect(error.lastLines.slice(-2)).to.deep.equal([
        'Loading disk0:/asa924-smp-k8.bin...',
        'Panic: it ends here',
      ]);
      expect(error.message)
        .to.contain('"Loading disk0:/asa924-smp-k8.bin...", "Panic: it ends here"')
        .and.to.contain(way.line.name);
    });
  });

describe('a session over SSH', () => {
  it('takes a console server that hangs for a line that is lost, not for a unit that is silent', async function () {
    skipWithoutSshdUser(this, readFileSync('/etc/passwd', 'utf8'));
    const peer = await opensshPeer(this);
    const { port, login, fingerprint } = peer;
    const line = await openSshLine({ host, port, login, hostKey: { fingerprint } }, realClock);
    const { unit, putAway } = reached(line, await peer.answered, () => peer.close());
    const session = sessionWith(unit, {}, line);
    unit.replies.set('show clock', `${reply}\r\n`);
    unit.sayPrompt();
    await session.run('show clock');
    peer.hang();
    const error = await failure(session.run('show clock', { boundMs: 4000 }));
    expect(session.closed).to.equal(true);
    const why = error.where.at === 'closed' ? error.where.why : undefined;
    expect(why).to.be.instanceOf(BenchError);
    expect(why?.message).to.match(/^ssh .*: the session broke: .*The far end no longer answers/);
    await putAway();
  });
});

/** The line without its end: what a session closes is there for the next one. */
function lent(line: Line): Line {
  return {
    name: line.name,
    get open() {
      return line.open;
    },
    write: (bytes) => line.write(bytes),
    onBytes: (listener) => line.onBytes(listener),
    onClosed: (listener) => line.onClosed(listener),
    close: async () => undefined,
  };
}

async function failure(asked: Promise<unknown>): Promise<NoAnswer> {
  const [settled] = await Promise.allSettled([asked]);
  if (settled.status === 'rejected' && settled.reason instanceof NoAnswer) return settled.reason;
  throw new Error('expected a NoAnswer', { cause: settled });
}
