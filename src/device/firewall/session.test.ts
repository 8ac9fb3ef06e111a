import { expect } from 'chai';
import { pause } from '../../clock.ts';
import { BenchError, LeaseLost } from '../../errors.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { ConfigurationRefused } from './configuration-refused.ts';
import { ScriptedUnit, secrets, sessionWith, type Standing } from './scripted-unit.test-support.ts';
import type { HeardMessage } from './gather.ts';
import { NoAnswer } from './no-answer.ts';
import type { FirewallSession } from './session.ts';
import type { SessionOptions } from './session-options.ts';

interface Lab {
  readonly clock: VirtualClock;
  readonly unit: ScriptedUnit;
  readonly session: FirewallSession;
  readonly heard: HeardMessage[];
  readonly run: <T>(promise: Promise<T>) => Promise<T>;
  /** What the promise fails with. */
  readonly failure: (promise: Promise<unknown>) => Promise<Error>;
  readonly noAnswer: (promise: Promise<unknown>) => Promise<NoAnswer>;
}

const clockLine = '10:11:12.345 UTC Sat Jan 3 2026';

function lab(standing: Standing = 'enable', options: Partial<SessionOptions> = {}, latencyMs = 1): Lab {
  const clock = new VirtualClock();
  const unit = new ScriptedUnit(clock, latencyMs);
  unit.standing = standing;
  unit.replies.set('show clock', `${clockLine}\r\n`);
  const session = sessionWith(unit, options);
  const heard: HeardMessage[] = [];
  session.onMessage((message) => heard.push(message));
  const run = <T>(promise: Promise<T>): Promise<T> => clock.runUntil(promise);
  const failure = async (promise: Promise<unknown>): Promise<Error> => {
    const end = await run(promise).catch((error: unknown) => error);
    if (end instanceof Error) return end;
    throw new Error('it did not fail');
  };
  const noAnswer = async (promise: Promise<unknown>): Promise<NoAnswer> => {
    const error = await failure(promise);
    if (error instanceof NoAnswer) return error;
    throw error;
  };
  return { clock, unit, session, heard, run, failure, noAnswer };
}

/** A session that has come to the enabled prompt and has nothing left to do. */
async function ready(options: Partial<SessionOptions> = {}, latencyMs = 1): Promise<Lab> {
  const made = lab('enable', options, latencyMs);
  await made.run(made.session.run('show clock'));
  made.unit.typed.length = 0;
  made.unit.bytes = '';
  return made;
}

function comeUp({ unit }: Lab): void {
  unit.standing = 'user';
  unit.say("Launching BootLoader...\r\nType help or '?' for a list of available commands.\r\n");
  unit.sayPrompt();
}

function everything(error: unknown): string {
  const properties = error instanceof Error ? Object.getOwnPropertyNames(error) : [];
  return properties.map((name) => JSON.stringify(Reflect.get(Object(error), name)) ?? '').join('\n');
}

function expectNone(error: unknown, ...all: readonly string[]): void {
  const text = everything(error);
  expect(text).to.not.equal('');
  for (const secret of all) expect(text).to.not.contain(secret);
}

describe('a session with a firewall', () => {
  describe('finds the enabled prompt', () => {
    const ways = {
      enable: [],
      user: ['enable', secrets.enable],
      config: ['end'],
      'config-if': ['end'],
      username: ['lab', secrets.password, 'enable', secrets.enable],
      confirm: ['n'],
      filename: [],
      pager: [],
    } as const satisfies Partial<Record<Standing, readonly string[]>>;
    const standings = [
      'enable',
      'user',
      'config',
      'config-if',
      'username',
      'confirm',
      'filename',
      'pager',
    ] as const;
    for (const standing of standings) {
      it(`from ${standing}`, async () => {
        const { unit, session, run } = lab(standing);
        unit.sayPrompt();
        const answer = await run(session.run('show clock'));
        expect(answer.output).to.equal(clockLine);
        expect(unit.typed).to.deep.equal([...ways[standing], 'terminal pager 0', 'show clock']);
      });
    }

    for (const standing of ['enable', 'user', 'config-if'] as const) {
      it(`from ${standing}, on a console that has to be woken`, async () => {
        const { unit, session, run } = lab(standing);
        const answer = await run(session.run('show clock'));
        expect(answer.output).to.equal(clockLine);
        expect(unit.typed).to.deep.equal(['', ...ways[standing], 'terminal pager 0', 'show clock']);
      });
    }

    it('runs nothing that somebody typed and left without an Enter', async () => {
      for (const standing of ['enable', 'user', 'config-if'] as const) {
        const { unit, session, run } = lab(standing);
        unit.leaveHalfTyped('reload noconfirm');
        expect((await run(session.run('show clock'))).output).to.equal(clockLine);
        expect(unit.typed).to.deep.equal(['', ...ways[standing], 'terminal pager 0', 'show clock']);
      }
    });

    it('runs nothing of a command that it was told to stop typing', async () => {
      const { unit, session, run, failure, clock } = await ready({ msPerCharacter: 25 });
      const stop = new AbortController();
      clock.after(25 * 'no failover'.length - 10, () => stop.abort(new Error('stopped')));
      const stopped = await failure(session.run('no failover active', { signal: stop.signal }));
      expect(stopped.message).to.equal('stopped');
      expect(unit.row).to.equal('no failover');
      expect((await run(session.run('show clock'))).output).to.equal(clockLine);
      expect(unit.typed).to.deep.equal(['', 'show clock']);
    });

    it('confirms no question that was asked before it listened', async () => {
      const { unit, session, run } = lab('confirm');
      unit.afterQuestion = 'silent';
      expect((await run(session.run('show clock'))).output).to.equal(clockLine);
      expect(unit.typed).to.deep.equal(['', 'terminal pager 0', 'show clock']);
    });

    it('turns the page with q and leaves a filename with Ctrl-C', async () => {
      const paged = lab('pager');
      paged.unit.sayPrompt();
      await paged.run(paged.session.run('show clock'));
      expect(paged.unit.bytes.startsWith('qterminal pager 0\r')).to.equal(true);
      const named = lab('filename');
      named.unit.sayPrompt();
      await named.run(named.session.run('show clock'));
      expect(named.unit.bytes.startsWith('\u0003terminal pager 0\r')).to.equal(true);
    });

    it('with an empty enable password, when the secret is refused', async () => {
      const { unit, session, run } = lab('user');
      unit.enableSecret = '';
      unit.sayPrompt();
      await run(session.run('show clock'));
      expect(unit.typed.slice(0, 3)).to.deep.equal(['enable', secrets.enable, '']);
    });

    it('and gives up on an enable password that is refused', async () => {
      const { unit, session, failure } = lab('user');
      unit.enableSecret = 'another';
      unit.sayPrompt();
      const error = await failure(session.run('show clock'));
      expect(error).to.be.instanceOf(BenchError);
      expect(error.message).to.contain('the enable password was refused').and.contain('console a');
    });

    it('and says that a unit stands in its boot monitor', async () => {
      for (const [standing, name] of [
        ['rommon', 'ROMMON'],
        ['monitor', 'PIX monitor'],
      ] as const) {
        const { unit, session, noAnswer } = lab(standing);
        unit.sayPrompt();
        const error = await noAnswer(session.run('show clock'));
        expect(error.message).to.contain(`boot monitor (${name})`);
        expect(error.where).to.have.nested.property('prompt.mode', standing);
        expect(error.silent).to.equal(false);
        expect(unit.typed).to.deep.equal([]);
      }
    });
  });

  it('turns the pager off once, not at every command', async () => {
    const { unit, session, run } = await ready();
    await run(session.run('show clock'));
    await run(session.run('show clock'));
    expect(unit.typed).to.deep.equal(['show clock', 'show clock']);
  });

  it('turns pages where the pager cannot be turned off', async () => {
    const { unit, session, run } = await ready();
    unit.replies.set('show ver', (far) => {
      far.standing = 'pager';
      far.afterQuestion = 'enable';
      return 'first page\r\n';
    });
    const { output } = await run(session.run('show ver'));
    expect(output).to.equal('first page');
  });

  it('tells when it asked and when the last byte of the answer came', async () => {
    const { unit, session, run, clock } = await ready();
    unit.replies.set('show slow', (far) => {
      clock.after(500, () => far.say('done\r\n'));
      clock.after(700, () => far.sayPrompt());
      return undefined;
    });
    const before = clock.nowMs();
    const { askedMs, answeredMs, output } = await run(session.run('show slow'));
    expect(output).to.equal('done');
    expect(askedMs).to.equal(before);
    // One millisecond there, one back.
    expect(answeredMs).to.equal(before + 702);
  });

  it('asks one thing at a time', async () => {
    const { unit, session, run } = await ready();
    unit.replies.set('show a', 'a\r\n');
    unit.replies.set('show b', 'b\r\n');
    const answers = await run(
      Promise.all([session.run('show a'), session.run('show b'), session.run('show a')]),
    );
    expect(answers.map(({ output }) => output)).to.deep.equal(['a', 'b', 'a']);
    expect(unit.typed).to.deep.equal(['show a', 'show b', 'show a']);
  });

  describe('keeps its head when', () => {
    it('the prompt flips under it', async () => {
      const { unit, session, run, heard, clock } = await ready();
      unit.replies.set('no failover active', (far) => {
        clock.after(30, () => {
          far.name = 'edge/pri/stby';
          far.say('\r\n\tSwitching to Standby\r\n\r\n');
          far.sayPrompt();
        });
        return '';
      });
      const first = await run(session.run('no failover active'));
      expect(first.prompt.state).to.equal('act');
      await clock.advance(100);
      const second = await run(session.run('show clock'));
      expect(second.output).to.equal(clockLine);
      expect(second.prompt.state).to.equal('stby');
      expect(heard).to.deep.include({
        message: 'switching-to-standby',
        text: 'Switching to Standby',
        atMs: heard[0]?.atMs,
      });
    });

    it('the flip comes between the command and its echo', async () => {
      // The prompt settles while the command is still on its way.
      const { unit, session, run, clock } = await ready({}, 30);
      const asked = session.run('show clock');
      unit.say('\r\n\tSwitching to Standby\r\n\r\n');
      unit.name = 'edge/pri/stby';
      unit.sayPrompt();
      const answer = await run(asked);
      expect(answer.output).to.equal(clockLine);
      expect(clock.nowMs()).to.be.below(2000);
    });

    it('a message stands in the middle of the echo', async () => {
      const { unit, session, run } = await ready();
      let echoed = 0;
      unit.echo = (character) => (++echoed === 6 ? `\r\n\tSwitching to Active\r\n${character}` : character);
      const answer = await run(session.run('show clock'));
      expect(answer.output).to.equal(clockLine);
      expect(answer.messages.map(({ message }) => message)).to.deep.equal(['switching-to-active']);
    });

    it('a message is printed into the output', async () => {
      const { unit, session, run } = await ready();
      unit.replies.set(
        'show failover',
        'Failover On \r\nThis hostBeginning configuration replication: Sending to mate.\r\n: Primary\r\n\tDetected an Active mate\r\nend\r\n',
      );
      const { output, messages } = await run(session.run('show failover'));
      expect(output).to.equal('Failover On \nThis host: Primary\nend');
      expect(messages.map(({ message }) => message)).to.deep.equal([
        'replication-begun',
        'detected-active-mate',
      ]);
    });

    it('replication is printed onto the login prompt', async () => {
      const { unit, session, run, heard } = lab('username');
      unit.say('Username: Beginning configuration replication: Sending to mate.\r\n');
      const answer = await run(session.run('show clock'));
      expect(answer.output).to.equal(clockLine);
      expect(heard.map(({ message }) => message)).to.contain('replication-begun');
    });

    it('a long command is scrolled', async () => {
      const { unit, session, run } = await ready();
      const command = `failover exec mate copy /noconfirm tftp://192.0.2.9/${'a'.repeat(40)}.bin disk0:`;
      let echoed = '';
      unit.echo = (character) => {
        echoed += character;
        if (echoed.length < 60 || echoed.length % 20 !== 0) return character;
        return `\r${unit.prompt()}$${echoed.slice(-40)}${' '.repeat(20)}${'\b'.repeat(20)}`;
      };
      unit.replies.set(command, 'copied\r\n');
      const { output } = await run(session.run(command));
      expect(output).to.equal('copied');
      expect(unit.typed).to.deep.equal([command]);
    });

    it('something like its own prompt stands in the output', async () => {
      const { unit, session, run, clock } = await ready();
      unit.replies.set('show banner', (far) => {
        far.say(`edge/pri/act# \r\nlab>\r\n`);
        clock.after(100, () => far.say('weblab> '));
        clock.after(200, () => far.say('of the lab\r\nlast>\r\n'));
        clock.after(300, () => far.sayPrompt());
        return undefined;
      });
      const { output } = await run(session.run('show banner'));
      expect(output).to.equal('edge/pri/act#\nlab>\nweblab> of the lab\nlast>');
    });

    it('the hostname changes', async () => {
      const { unit, session, run } = await ready();
      unit.replies.set('show rename', (far) => {
        far.name = 'core';
        return 'renamed\r\n';
      });
      expect((await run(session.run('show rename'))).output).to.equal('renamed');
      expect((await run(session.run('show clock'))).output).to.equal(clockLine);
    });

    it('characters of what it typed are lost', async () => {
      const { unit, session, run } = await ready();
      unit.echo = (character) => (character === 'o' ? '' : character);
      expect((await run(session.run('show clock'))).output).to.equal(clockLine);
    });
  });

  describe('answers questions', () => {
    it('as it is told', async () => {
      const { unit, session, run } = await ready();
      unit.replies.set('copy running-config startup-config', (far) => {
        far.standing = 'filename';
        far.afterQuestion = 'enable';
        return '';
      });
      const answers = [{ question: 'value', answer: '' }] as const;
      await run(session.run('copy running-config startup-config', { answers }));
      expect(unit.typed).to.deep.equal(['copy running-config startup-config', '']);
    });

    it('and refuses one that it was told nothing of', async () => {
      const { unit, session, failure, run } = await ready();
      unit.replies.set('reload', (far) => {
        far.standing = 'confirm';
        far.afterQuestion = 'enable';
        return '';
      });
      const error = await failure(session.run('reload'));
      expect(error).to.be.instanceOf(BenchError);
      expect(error.message).to.contain('Proceed with reload? [confirm]');
      expect(unit.typed).to.deep.equal(['reload', 'n']);
      expect((await run(session.run('show clock'))).output).to.equal(clockLine);
    });
  });

  describe('never hangs', () => {
    it('on a silent unit, and can be asked again', async () => {
      const { unit, session, noAnswer, run, clock } = await ready();
      unit.standing = 'silent';
      const before = clock.nowMs();
      const error = await noAnswer(session.run('show clock', { boundMs: 4000 }));
      expect(error.silent).to.equal(true);
      expect(error.askedMs).to.equal(before);
      expect(error.gaveUpMs).to.equal(before + 4000);
      expect(error.message)
        .to.contain('not a byte came')
        .and.contain('primary console')
        .and.contain('show clock');
      expect((await noAnswer(session.run('show clock', { boundMs: 4000 }))).silent).to.equal(true);
      unit.standing = 'user';
      expect((await run(session.run('show clock'))).output).to.equal(clockLine);
    });

    it('on a unit that echoes and then says nothing', async () => {
      const { unit, session, noAnswer } = await ready();
      unit.replies.set('show hang', () => undefined);
      const error = await noAnswer(session.run('show hang', { boundMs: 4000 }));
      expect(error.silent).to.equal(false);
      expect(error.where.at).to.equal('unknown');
    });

    it('on output that never ends', async () => {
      const { unit, session, noAnswer, clock } = await ready();
      const babble = (): void => {
        unit.say('and so on\r\n');
        clock.after(10, babble);
      };
      unit.replies.set('show all', () => {
        babble();
        return undefined;
      });
      const error = await noAnswer(session.run('show all', { boundMs: 3000 }));
      expect(error.lastLines.at(-1)).to.equal('and so on');
      expect(error.gaveUpMs - error.askedMs).to.equal(3000);
    });

    it('on a line that closes', async () => {
      const { unit, session, noAnswer } = await ready();
      unit.replies.set('show hang', (far) => {
        void far.hangUp();
        return undefined;
      });
      expect((await noAnswer(session.run('show hang'))).where.at).to.equal('closed');
      expect(session.closed).to.equal(true);
      expect((await noAnswer(session.run('show clock'))).where.at).to.equal('closed');
    });

    it('when it is closed in the middle', async () => {
      const { unit, session, noAnswer } = await ready();
      unit.replies.set('show hang', () => undefined);
      const asked = session.run('show hang');
      const failed = noAnswer(asked);
      await session.close();
      expect((await failed).where.at).to.equal('closed');
    });

    it('when it is told to stop', async () => {
      const { unit, session, failure, run } = await ready();
      unit.replies.set('show hang', () => undefined);
      const stop = new AbortController();
      const asked = session.run('show hang', { signal: stop.signal });
      const waiting = session.run('show clock', { signal: stop.signal });
      waiting.catch(() => undefined);
      const failed = failure(asked);
      stop.abort(new Error('enough'));
      expect((await failed).message).to.equal('enough');
      expect((await failure(waiting)).message).to.equal('enough');
      expect((await run(session.run('show clock'))).output).to.equal(clockLine);
    });
  });

  describe('through a boot', () => {
    const bootText =
      '\r\nUse BREAK or ESC to interrupt boot.\r\nUse SPACE to begin boot immediately.\r\nBoot in 10 seconds.\r\n';

    async function reboot({ unit, clock }: Lab): Promise<void> {
      unit.standing = 'silent';
      unit.say(
        '\r\n***\r\n*** --- SHUTDOWN NOW ---\r\nProcess shutdown finished\r\nRebooting... (status 0x9)\r\n',
      );
      await clock.advance(1000);
      unit.say(bootText);
      await clock.advance(10);
    }

    it('fails a command that the reboot cut off, at once', async () => {
      const made = await ready();
      const { unit, session, noAnswer, clock } = made;
      unit.replies.set('show clock', () => {
        void reboot(made);
        return undefined;
      });
      const error = await noAnswer(session.run('show clock'));
      expect(error.where.at).to.equal('booting');
      expect(error.message).to.contain('the unit reboots');
      expect(clock.nowMs()).to.be.below(3000);
    });

    it('types nothing while it boots, and finds its way afterwards', async () => {
      const made = await ready();
      const { unit, session, noAnswer, run, clock, heard } = made;
      await reboot(made);
      expect(session.where.at).to.equal('booting');
      unit.bytes = '';
      const error = await noAnswer(session.run('show clock', { boundMs: 5000 }));
      expect(error.where.at).to.equal('booting');
      expect(error.silent).to.equal(true);
      const asked = session.run('show clock', { boundMs: 20_000 });
      clock.after(8000, () => comeUp(made));
      await clock.advance(7000);
      expect(unit.bytes).to.equal('');
      expect((await run(asked)).output).to.equal(clockLine);
      expect(unit.typed).to.deep.equal(['enable', secrets.enable, 'terminal pager 0', 'show clock']);
      const boots = heard.map(({ message }) => message).filter((message) => message !== 'other');
      expect(boots).to.deep.equal(['rebooting', 'boot-finished']);
    });

    it('presses Enter when a boot has been quiet for long', async () => {
      const made = await ready({ bootQuietMs: 10_000 });
      const { unit, session, run, clock } = made;
      await reboot(made);
      unit.bytes = '';
      unit.standing = 'user';
      await run(session.run('show clock', { boundMs: 60_000 }));
      expect(clock.nowMs()).to.be.within(10_000, 13_000);
      expect(unit.bytes.startsWith('\u0015\r')).to.equal(true);
    });

    it('says that a boot is over when a login is asked for', async () => {
      const made = await ready();
      await reboot(made);
      made.unit.standing = 'username';
      made.unit.sayPrompt();
      await made.clock.advance(100);
      expect(made.heard.at(-1)).to.deep.include({ message: 'boot-finished', text: 'Username:' });
    });

    it('shortens the countdown only if it may', async () => {
      for (const shortenBoot of [true, false]) {
        const made = await ready({ shortenBoot });
        await reboot(made);
        expect(made.unit.bytes).to.equal(shortenBoot ? ' ' : '');
      }
    });
  });

  describe('fires a command', () => {
    it('and comes back when it was read', async () => {
      const { unit, session, run, clock } = await ready();
      unit.replies.set('no failover active', () => undefined);
      const before = clock.nowMs();
      const { askedMs, readMs, closed } = await run(session.fire('no failover active'));
      expect([askedMs, readMs, closed]).to.deep.equal([before, before + 2, false]);
    });

    it('and comes back when the line closed', async () => {
      const { unit, session, run } = await ready();
      unit.echo = () => {
        void unit.hangUp();
        return '';
      };
      unit.replies.set('no failover active', () => undefined);
      expect(await run(session.fire('no failover active'))).to.deep.include({ closed: true });
    });

    it('and answers what it asks', async () => {
      const { unit, session, run } = await ready();
      unit.replies.set('reload', (far) => {
        far.standing = 'confirm';
        far.afterQuestion = 'silent';
        return '';
      });
      await run(session.fire('reload', { answers: [{ question: 'confirm', answer: '' }] }));
      await run(pause(unit.clock, 10));
      expect(unit.typed).to.deep.equal(['reload', '']);
    });
  });

  describe('configures', () => {
    const lines = ['interface GigabitEthernet0/0', ' nameif outside', 'failover'].map((typed) => ({
      typed,
      shown: typed,
    }));

    it('line by line, and leaves', async () => {
      const { unit, session, run } = await ready();
      unit.replies.set(' nameif outside', 'INFO: Security level for "outside" set to 0 by default.\r\n');
      const { lines: done, entering } = await run(session.configure(lines));
      expect(entering).to.deep.equal([]);
      expect(done).to.deep.equal([
        { shown: 'interface GigabitEthernet0/0', answers: [] },
        { shown: ' nameif outside', answers: ['INFO: Security level for "outside" set to 0 by default.'] },
        { shown: 'failover', answers: [] },
      ]);
      expect(unit.typed).to.deep.equal(['configure terminal', ...lines.map(({ typed }) => typed), 'end']);
      expect(session.where).to.have.nested.property('prompt.mode', 'enable');
    });

    it('past the question about error reporting', async () => {
      const { unit, session, run } = await ready();
      unit.replies.set('configure terminal', (far) => {
        far.standing = 'config';
        far.replies.set('A', '');
        far.say(
          'Would you like to enable anonymous error\r\nreporting to help improve the product? [Y]es, [N]o, [A]sk later: ',
        );
        return undefined;
      });
      await run(session.configure(lines));
      expect(unit.typed.slice(0, 3)).to.deep.equal([
        'configure terminal',
        'A',
        'interface GigabitEthernet0/0',
      ]);
    });

    it('until a line is refused, and leaves the mode then too', async () => {
      const { unit, session, failure } = await ready();
      unit.replies.set(' nameif outside', "      ^\r\nERROR: % Invalid input detected at '^' marker.\r\n");
      const error = await failure(session.configure(lines));
      if (!(error instanceof ConfigurationRefused)) throw error;
      expect(error.line).to.equal(' nameif outside');
      expect(error.answers.at(-1)).to.contain('Invalid input');
      expect(unit.typed).to.deep.equal([
        'configure terminal',
        'interface GigabitEthernet0/0',
        ' nameif outside',
        'end',
      ]);
    });

    it('not past a line whose characters were lost', async () => {
      const { unit, session, failure } = await ready();
      unit.echo = (character) => (character === '0' ? '' : character);
      const error = await failure(session.configure(lines));
      expect(error).to.be.instanceOf(ConfigurationRefused);
      expect(error.message).to.contain('not what was typed');
    });

    it('not past a prompt that is none of configuration mode', async () => {
      const { unit, session, failure } = await ready();
      unit.replies.set('failover', (far) => {
        far.standing = 'enable';
        return '';
      });
      expect((await failure(session.configure(lines))).message).to.contain('left configuration mode');
    });

    it('on a standby, which warns and goes on', async () => {
      const { unit, session, run } = await ready();
      unit.replies.set('configure terminal', (far) => {
        far.standing = 'config';
        return '**** WARNING ***\r\n\tConfiguration Replication is NOT performed from Standby unit to Active unit.\r\n';
      });
      const { entering } = await run(session.configure(lines));
      expect(entering).to.have.length(2);
    });
  });

  it('types as slowly as it is told', async () => {
    const { unit, session, run, clock } = await ready({ msPerCharacter: 25 });
    const before = clock.nowMs();
    const { output } = await run(session.run('show clock'));
    expect(output).to.equal(clockLine);
    expect(clock.nowMs() - before).to.be.at.least(25 * 'show clock'.length);
    expect(unit.typed).to.deep.equal(['show clock']);
  });

  it('hands on every byte, those that came before anyone listened too', async () => {
    const { session, run, unit } = lab('enable');
    unit.say('\r\nearly\r\n');
    await run(session.run('show clock'));
    let text = '';
    session.onBytes((bytes) => (text += Buffer.from(bytes).toString('latin1')));
    await run(session.run('show clock'));
    expect(text.startsWith('\r\nearly\r\n')).to.equal(true);
    expect(text.split(clockLine)).to.have.length(3);
  });

  it('tells lines that nobody asked for as messages', async () => {
    const { unit, clock, heard } = await ready();
    unit.say('\r\nNo Response from Mate\r\nsomething the books do not know\r\n');
    await clock.advance(100);
    expect(heard.map(({ message, text }) => [message, text])).to.deep.equal([
      ['other', 'No Response from Mate'],
      ['other', 'something the books do not know'],
    ]);
  });

  describe('shows no secret', () => {
    const hidden = 'key-that-nobody-sees';
    const line = { typed: `failover key ${hidden}`, shown: 'failover key *****' };

    it('of a configuration line, when the unit repeats it', async () => {
      const { unit, session, failure } = await ready();
      unit.replies.set(line.typed, `ERROR: ${hidden} is too simple\r\n`);
      const error = await failure(session.configure([line]));
      expect(error.message).to.contain('failover key *****').and.contain('ERROR: ***** is too simple');
      expectNone(error, hidden);
    });

    it('of a configuration line, when the unit dies in its middle', async () => {
      const { unit, session, noAnswer, run } = await ready();
      let echoed = 0;
      // All of `configure terminal`, and of the line all but the end of the key.
      unit.echo = (character) => {
        if (++echoed === 18 + 24) unit.standing = 'silent';
        return character;
      };
      unit.replies.set(line.typed, () => undefined);
      const asked = session.configure([line]);
      const error = await noAnswer(asked);
      expectNone(error, hidden, hidden.slice(0, 8));
      expect(error.command).to.equal('failover key *****');
      expect(error.silent).to.equal(false);
      unit.standing = 'enable';
      unit.replies.clear();
      unit.replies.set('show fail', () => undefined);
      await run(session.run('show version').catch(() => undefined));
      expectNone(await noAnswer(session.run('show fail')), hidden);
    });

    it('of a login, when the unit shows passwords in clear and refuses them', async () => {
      const { unit, session, failure } = lab('user');
      unit.enableSecret = 'another';
      unit.replies.set('enable', (far) => {
        far.standing = 'enable-password';
        return '';
      });
      unit.echo = (character) => character;
      unit.sayPrompt();
      const error = await failure(session.run('show clock'));
      expectNone(error, secrets.enable, secrets.password);
      unit.say(`\r\n${secrets.enable} and ${secrets.password}`);
      unit.standing = 'silent';
      const later = await failure(session.run('show clock'));
      expectNone(later, secrets.enable, secrets.password);
    });
  });
});

describe('a console that may be another’s by now', () => {
  const lost = new LeaseLost('it is another’s');

  it('is asked for before each line that does more than look, and typed at no more once it is', async () => {
    let left = 3;
    const mayAct = (): Promise<void> => (left-- > 0 ? Promise.resolve() : Promise.reject(lost));
    const { unit, session, run, failure } = lab('enable', { mayAct });
    const lines = ['hostname a', 'hostname b', 'hostname c'].map((line) => ({ typed: line, shown: line }));
    expect(await failure(session.configure(lines))).to.equal(lost);
    expect(unit.typed.slice(-3)).to.deep.equal(['configure terminal', 'hostname a', 'hostname b']);
    expect(await failure(session.run('no failover active'))).to.equal(lost);
    expect(await failure(session.fire('reload noconfirm'))).to.equal(lost);
    expect((await run(session.run('show clock'))).output).to.equal(clockLine);
    expect(unit.typed).to.not.include.members(['hostname c', 'no failover active', 'reload noconfirm']);
  });

  it('keeps a line that is typed slowly without its Enter', async () => {
    let asked = 0;
    const mayAct = (): Promise<void> => (++asked === 1 ? Promise.resolve() : Promise.reject(lost));
    const { unit, session, failure } = lab('enable', { mayAct, msPerCharacter: 20 });
    expect(await failure(session.run('write erase'))).to.equal(lost);
    expect(unit.typed).to.not.include('write erase');
    expect(unit.row).to.equal('write erase');
  });
});
