import { expect } from 'chai';
import { BenchError } from '../../errors.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { NoAnswer } from './no-answer.ts';
import type { FirewallSession } from './session.ts';
import { ScriptedUnit, secrets, sessionWith, type Standing } from './scripted-unit.test-support.ts';

interface Lab {
  readonly clock: VirtualClock;
  readonly unit: ScriptedUnit;
  readonly session: FirewallSession;
  readonly run: (command: string) => Promise<string>;
  readonly failure: (command: string) => Promise<unknown>;
}

const reply = '10:11:12.345 UTC Sat Jan 3 2026';

function lab(standing: Standing, latencyMs = 1): Lab {
  const clock = new VirtualClock();
  const unit = new ScriptedUnit(clock, latencyMs);
  unit.standing = standing;
  unit.replies.set('show clock', `${reply}\r\n`);
  const session = sessionWith(unit);
  const run = async (command: string): Promise<string> => (await clock.runUntil(session.run(command))).output;
  const failure = (command: string): Promise<unknown> =>
    run(command).then(
      () => undefined,
      (error: unknown) => error,
    );
  return { clock, unit, session, run, failure };
}

async function ready(): Promise<Lab> {
  const made = lab('enable');
  await made.run('show clock');
  made.unit.typed.length = 0;
  return made;
}

/** Says each piece that long after the one before it, and then the prompt. */
function saySlowly({ unit, clock }: Lab, gapMs: number, pieces: readonly string[]): undefined {
  const [first, ...rest] = pieces;
  if (first === undefined) unit.sayPrompt();
  else {
    unit.say(first);
    clock.after(gapMs, () => saySlowly({ unit, clock } as Lab, gapMs, rest));
  }
}

describe('a session that is given reason to doubt', () => {
  const outputs: Readonly<Record<string, readonly string[]>> = {
    'a line that is the prompt, first of all': ['edge/pri/act# ', '\r\nand on\r\n'],
    'a line that begins with the prompt': ['edge/pri/act# ', 'is what to type at\r\nand on\r\n'],
    'a line that is the prompt without its blank': ['one\r\n', 'edge/pri/act#', '\r\ntwo\r\n'],
    'several of them': ['edge/pri/act# ', '\r\n', 'one\r\nedge/pri/act# ', '\r\nedge/pri/act# ', 'two\r\n'],
    'the prompt behind other lines, on a unit that pauses between them': [
      'one\r\n',
      'two\r\n',
      'edge/pri/act# ',
      '\r\nthree\r\n',
    ],
    'the prompt of another unit': ['one\r\n', 'core/sec/stby# ', '\r\ntwo\r\n'],
    'a question without its blank': ['one\r\n', 'Password:', '\r\ntwo\r\n'],
    'what a host asks at its login': ['one\r\n', 'rack login: ', 'admin (automatic login)\r\n'],
    'a boot monitor': ['one\r\n', 'rommon #0>', '\r\ntwo\r\n'],
  };
  for (const [name, pieces] of Object.entries(outputs))
    it(`takes ${name} for output, although the unit pauses there`, async () => {
      const made = await ready();
      made.unit.replies.set('show banner', () => saySlowly(made, 150, pieces));
      const wanted = pieces
        .join('')
        .split('\r\n')
        .slice(0, -1)
        .map((row) => row.trimEnd());
      const output = await made.run('show banner');
      expect(output.split('\n').map((row) => row.trimEnd())).to.deep.equal(wanted);
      expect(made.unit.typed).to.deep.equal(['show banner']);
      expect(await made.run('show clock')).to.equal(reply);
    });

  it('is not slower where there is none', async () => {
    const { clock, run } = await ready();
    const before = clock.nowMs();
    await run('show clock');
    // A millisecond there, a millisecond back, and the quiet time.
    expect(clock.nowMs() - before).to.be.at.most(2 + 20);
  });

  it('is slow once on a console whose prompts have no blank behind them', async () => {
    const { unit, clock, run } = lab('enable');
    unit.prompt = () => 'edge#';
    unit.sayPrompt();
    await run('show clock');
    const before = clock.nowMs();
    expect(await run('show clock')).to.equal(reply);
    expect(clock.nowMs() - before).to.be.at.most(2 + 20);
    expect(unit.typed).to.deep.equal(['terminal pager 0', 'show clock', 'show clock']);
  });

  it('waits for a host that logs itself in', async () => {
    const { unit, clock, run } = lab('silent');
    unit.say('rack login: ');
    clock.after(200, () => {
      unit.standing = 'user';
      unit.say("admin (automatic login)\r\nType help or '?' for a list of available commands.\r\n");
      unit.sayPrompt();
    });
    expect(await run('show clock')).to.equal(reply);
    expect(unit.bytes.startsWith('enable\r')).to.equal(true);
  });
});

describe('a session turns the pager off again', () => {
  const enabled = ['enable', secrets.enable, 'terminal pager 0', 'show clock'];

  it('after a restart that nobody told of', async () => {
    const { unit, clock, run } = await ready();
    unit.standing = 'user';
    unit.say('\r\n');
    unit.sayPrompt();
    await clock.advance(1000);
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed).to.deep.equal(enabled);
  });

  it('after a login that greets and is enabled at once', async () => {
    const { unit, clock, run } = await ready();
    unit.say("\r\nType help or '?' for a list of available commands.\r\n");
    unit.sayPrompt();
    await clock.advance(1000);
    await run('show clock');
    expect(unit.typed).to.deep.equal(['terminal pager 0', 'show clock']);
  });

  it('when a page comes all the same', async () => {
    const { unit, run } = await ready();
    unit.replies.set('show ver', (far) => {
      far.standing = 'pager';
      far.afterQuestion = 'enable';
      return 'one\r\n';
    });
    expect(await run('show ver')).to.equal('one');
    await run('show clock');
    await run('show clock');
    expect(unit.typed).to.deep.equal(['show ver', 'terminal pager 0', 'show clock', 'show clock']);
  });

  it('but not on a unit that knows no way', async () => {
    const { unit, run } = lab('enable');
    const page = (far: ScriptedUnit): string => {
      far.standing = 'pager';
      far.afterQuestion = 'enable';
      return 'one\r\n';
    };
    unit.replies.set('terminal pager 0', "ERROR: % Invalid input detected at '^' marker.\r\n");
    unit.replies.set('show ver', page);
    for (let times = 0; times < 3; times++) expect(await run('show ver')).to.equal('one');
    expect(unit.typed.filter((line) => line === 'terminal pager 0')).to.have.length(1);
  });
});

describe('a session gets in', () => {
  it('where enable asks for the password of the login', async () => {
    const { unit, run } = lab('user');
    unit.enableSecret = secrets.password;
    unit.sayPrompt();
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed.slice(0, 4)).to.deep.equal(['enable', secrets.enable, '', secrets.password]);
  });

  it('where enable asks for a username', async () => {
    const { unit, run } = lab('user');
    unit.replies.set('enable', (far) => {
      far.standing = 'username';
      far.replies.clear();
      far.replies.set('show clock', `${reply}\r\n`);
      return '';
    });
    unit.sayPrompt();
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed.slice(0, 3)).to.deep.equal(['enable', 'lab', secrets.password]);
  });

  it('where the console was left at the enable password', async () => {
    const { unit, run } = lab('enable-password');
    unit.sayPrompt();
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed.slice(0, 2)).to.deep.equal([secrets.password, secrets.enable]);
  });

  it('where no enable password was set yet', async () => {
    const { unit, run } = lab('user');
    const asks = ['Enter  Password: ', 'Repeat Password: '];
    const prompt = unit.prompt.bind(unit);
    unit.prompt = () => (unit.standing === 'enable-password' ? (asks[0] ?? prompt()) : prompt());
    unit.enableSecret = '';
    unit.replies.set('enable', (far) => {
      far.say('The enable password is not set.  Please set it now.\r\n');
      far.standing = 'enable-password';
      return '';
    });
    unit.echo = (character) => character;
    const first = unit.say.bind(unit);
    unit.say = (text) => {
      // What a unit answers to the first of the two.
      if (!text.startsWith('Invalid password')) return first(text);
      asks.shift();
      unit.enableSecret = secrets.enable;
      first(prompt === undefined ? text : (asks[0] ?? ''));
    };
    unit.sayPrompt();
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed.slice(0, 3)).to.deep.equal(['enable', secrets.enable, secrets.enable]);
  });

  it('out of the setup dialog that waking a unit with blank flash has begun', async () => {
    const { unit, run } = lab('pre-configure');
    // The question was printed before anybody listened, so that it is answered unread.
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed.slice(0, 2)).to.deep.equal(['', 'enable']);
    expect(unit.bytes).to.include('\u001a');
  });

  it('out of a setup dialog that somebody left', async () => {
    const { unit, run } = lab('setup');
    unit.sayPrompt();
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed[0]).to.equal('enable');
  });

  it('through the chassis around an ASA', async () => {
    const { unit, run } = lab('enable');
    unit.name = 'rack9-2110';
    unit.replies.set('terminal pager 0', "                   ^\r\n% Invalid Command at '^' marker\r\n");
    unit.replies.set('connect asa', (far) => {
      far.name = 'edge';
      far.standing = 'user';
      far.replies.delete('terminal pager 0');
      return "Attaching to ASA CLI ... Press 'Ctrl+a then d' to detach.\r\nType help or '?' for a list of available commands.\r\n";
    });
    unit.sayPrompt();
    expect(await run('show clock')).to.equal(reply);
    expect(unit.typed).to.deep.equal([
      'terminal pager 0',
      'connect asa',
      'enable',
      secrets.enable,
      'terminal pager 0',
      'show clock',
    ]);
  });
});

describe('a session says why it cannot get in', () => {
  const expectNoAnswer = (error: unknown, ...words: readonly string[]): void => {
    if (!(error instanceof NoAnswer)) throw error;
    for (const word of words) expect(error.message).to.contain(word);
  };

  it('to a chassis without an ASA', async () => {
    const { unit, failure } = lab('enable');
    unit.name = 'rack9-4110';
    const invalid = "                   ^\r\n% Invalid Command at '^' marker\r\n";
    unit.replies.set('terminal pager 0', invalid);
    unit.replies.set('connect asa', invalid);
    unit.sayPrompt();
    expectNoAnswer(await failure('show clock'), 'rack9-4110#', 'chassis (FXOS)', 'connect asa');
  });

  it('to Firepower Threat Defense', async () => {
    const { unit, failure } = lab('enable');
    unit.prompt = () => '> ';
    unit.sayPrompt();
    expectNoAnswer(await failure('show clock'), 'Firepower Threat Defense');
    expect(unit.typed).to.deep.equal([]);
  });

  it('where enable leads nowhere', async () => {
    const { unit, failure } = lab('user');
    unit.replies.set('enable', 'Command authorization failed\r\n');
    unit.sayPrompt();
    expectNoAnswer(await failure('show clock'), '"enable" was typed three times', 'console a');
  });

  it('to a shell', async () => {
    const { unit, failure } = lab('enable');
    unit.prompt = () => 'root@rack9:~# ';
    unit.sayPrompt();
    expectNoAnswer(await failure('show clock'), 'at no prompt', 'root@rack9:~#');
  });

  it('where every password is refused', async () => {
    const { unit } = lab('silent');
    unit.standing = 'username';
    const refusing = sessionWith(unit, { password: 'not-this' });
    unit.sayPrompt();
    const error = await unitFailure(unit, refusing);
    expect(error).to.be.instanceOf(BenchError);
    expect(error).to.have.property('message').that.contains('the login as lab was refused');
  });
});

async function unitFailure({ clock }: ScriptedUnit, session: FirewallSession): Promise<unknown> {
  if (!(clock instanceof VirtualClock)) throw new Error('not a virtual clock');
  return clock.runUntil(session.run('show clock')).catch((error: unknown) => error);
}

describe('a session reloads a unit of many contexts', () => {
  const text =
    '\r\n\r\n***\r\n*** --- START GRACEFUL SHUTDOWN ---\r\nShutting down isakmp\r\n***\r\n' +
    '*** --- SHUTDOWN NOW ---\r\nProcess shutdown finished\r\nRebooting... (status 0x9)\r\n';

  it('and answers what it asks of each of them', async () => {
    const { unit, session, clock, run } = await ready();
    const questions = [
      'System config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel:  ',
      'admin config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel:',
      'lab_2 config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel:',
      'Proceed with reload? [confirm] ',
    ];
    const next = (far: ScriptedUnit): undefined => {
      const question = questions.shift();
      far.say(question ?? `${far.prompt()}${text}`);
      if (question === undefined) far.standing = 'silent';
      return undefined;
    };
    for (const typed of ['reload', 'N', '']) unit.replies.set(typed, next);
    const answers = [
      { question: 'save', answer: 'N' },
      { question: 'confirm', answer: '' },
    ] as const;
    await clock.runUntil(session.fire('reload', { answers }));
    await clock.advance(1000);
    expect(unit.typed).to.deep.equal(['reload', 'N', 'N', 'N', '']);
    expect(session.where.at).to.equal('booting');
    clock.after(5000, () => {
      unit.standing = 'user';
      unit.replies.delete('');
      unit.say("Type help or '?' for a list of available commands.\r\n");
      unit.sayPrompt();
    });
    expect(await run('show clock')).to.equal(reply);
  });
});
