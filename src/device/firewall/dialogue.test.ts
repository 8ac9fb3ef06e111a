import { expect } from 'chai';
import { receive, rowLimit, settled, silence, typed, underWay, type DialogueState } from './dialogue.ts';
import type { DialogueEvent } from './event.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** What happens in a conversation: bytes, `quiet`, or something typed. */
type Step =
  | string
  | { readonly quiet: true }
  | { readonly type: string; readonly secret?: boolean; readonly shown?: string };
const quiet: Step = { quiet: true };
const type = (text: string): Step => ({ type: text });

function play(steps: readonly Step[]): { state: DialogueState; events: DialogueEvent[] } {
  let state = silence;
  const events: DialogueEvent[] = [];
  for (const step of steps) {
    if (typeof step === 'string' || 'quiet' in step) {
      const heard = typeof step === 'string' ? receive(state, latin1(step)) : settled(state);
      state = heard.state;
      events.push(...heard.events);
    } else {
      state = typed(state, {
        typed: step.type,
        shown: step.shown ?? step.type,
        secret: step.secret ?? false,
      });
    }
  }
  return { state, events };
}

/** The events in few words. */
function words(events: readonly DialogueEvent[]): string[] {
  return events.map((event) => {
    if (event.event === 'prompt') return `${event.settled ? 'prompt' : 'passing'} ${event.prompt.text}`;
    if (event.event === 'question') return `${event.settled ? 'question' : 'passing'} ${event.question.kind}`;
    if (event.event === 'more') return 'more';
    if (event.event === 'message') return `message ${event.message}: ${event.text}`;
    if (event.event === 'echo') return `echo ${event.extent}: ${event.text}`;
    return `line${event.cut ? ' cut' : ''}${event.glued ? ' glued' : ''}: ${event.text}`;
  });
}

function rawOf(state: DialogueState, events: readonly DialogueEvent[]): string {
  return events.map((event) => Buffer.from(event.raw).toString('latin1')).join('') + state.raw;
}

describe('the dialogue', () => {
  const table: Readonly<Record<string, readonly [steps: readonly Step[], told: readonly string[]]>> = {
    'a command, its echo, its output and the next prompt': [
      ['edge# ', quiet, type('show clock'), 'show clock\r\n10:11:12.345 UTC Sat Jan 3 2026\r\nedge# ', quiet],
      ['prompt edge#', 'echo whole: show clock', 'line: 10:11:12.345 UTC Sat Jan 3 2026', 'prompt edge#'],
    ],
    'a prompt only when it is quiet, and only at the end': [
      ['edge# ', 'is not it\r\nedge# ', quiet, quiet],
      ['line: edge# is not it', 'prompt edge#'],
    ],
    'a prompt-like row inside output as passing by': [
      ['edge# ', quiet, type('show banner'), 'show banner\r\nedge# \r\nlab>\r\nno entry\r\nedge# ', quiet],
      [
        'prompt edge#',
        'echo whole: show banner',
        'passing edge#',
        'passing lab>',
        'line: no entry',
        'prompt edge#',
      ],
    ],
    'the whole zoo of line endings': [
      ['one\r\ntwo\r\r\nthree\n\rfour\r\n\rfive\r\r\r\nsi\0x\nedge# ', quiet],
      ['line: one', 'line: two', 'line: three', 'line: four', 'line: five', 'line: six', 'prompt edge#'],
    ],
    'blank lines, TABs and trailing blanks as they are': [
      ['\tThis host: Primary - Active \r\n\r\n\t\tslot 0: empty\r\n'],
      ['line: \tThis host: Primary - Active ', 'line: ', 'line: \t\tslot 0: empty'],
    ],
    'a login, with asterisks for the password': [
      [
        '\r\nUsername: ',
        quiet,
        type('lab'),
        'lab\r\nPassword: ',
        quiet,
        { type: 'hidden', secret: true },
        "******\r\nType help or '?' for a list of available commands.\r\n\redge> ",
        quiet,
      ],
      [
        'line: ',
        'question username',
        'echo whole: lab',
        'question password',
        'echo whole: ',
        "line: Type help or '?' for a list of available commands.",
        'prompt edge>',
      ],
    ],
    'a password that does not come back at all': [
      ['Password: ', quiet, { type: 'hidden', secret: true }, '\r\nedge# ', quiet],
      ['question password', 'echo whole: ', 'prompt edge#'],
    ],
    'login talk that is no login prompt': [
      ['User lab logged in to edge\r\nLast login: 10:11:12 UTC Jan 3 2026 from 192.0.2.9\r\nedge> ', quiet],
      [
        'line: User lab logged in to edge',
        'line: Last login: 10:11:12 UTC Jan 3 2026 from 192.0.2.9',
        'prompt edge>',
      ],
    ],
    'a prompt that flips after the command returned': [
      [
        'edge/pri/act# ',
        quiet,
        type('no failover active'),
        'no failover active\r\n\r\nedge/pri/act# ',
        quiet,
        '\r\n\tSwitching to Standby\r\n\r\nedge/pri/stby# ',
        quiet,
      ],
      [
        'prompt edge/pri/act#',
        'echo whole: no failover active',
        'line: ',
        'prompt edge/pri/act#',
        'line glued: ',
        'message switching-to-standby: Switching to Standby',
        'line: ',
        'prompt edge/pri/stby#',
      ],
    ],
    'the same flip in one gulp': [
      [
        'edge/pri/act# ',
        quiet,
        type('no failover active'),
        'no failover active\r\nedge/pri/act# \r\n        Switching to Standby\r\nedge/pri/stby# ',
        quiet,
      ],
      [
        'prompt edge/pri/act#',
        'echo whole: no failover active',
        'passing edge/pri/act#',
        'message switching-to-standby: Switching to Standby',
        'prompt edge/pri/stby#',
      ],
    ],
    'a prompt redrawn in its own row': [
      ['edge/pri/act# ', quiet, '\redge/pri/stby# ', quiet, type('show clock'), 'show clock\r\n'],
      ['prompt edge/pri/act#', 'prompt edge/pri/stby#', 'echo whole: show clock'],
    ],
    'no prompt that is half overwritten': [['lab# \rab', quiet, 'out\r\n'], ['line: about']],
    'replication glued onto the login prompt': [
      [
        'Username: ',
        quiet,
        'Beginning configuration replication: Sending to mate.\r\n',
        '\r\nUsername: ',
        quiet,
      ],
      [
        'question username',
        'message replication-begun: Beginning configuration replication: Sending to mate.',
        'line: ',
        'question username',
      ],
    ],
    'the same, before the login prompt could settle': [
      ['Username: Beginning configuration replication: Sending to mate.\r\n'],
      [
        'passing username',
        'message replication-begun: Beginning configuration replication: Sending to mate.',
      ],
    ],
    'replication glued onto a passing prompt': [
      ['edge/pri/act# End Configuration Replication to mate\r\n'],
      ['passing edge/pri/act#', 'message replication-ended: End Configuration Replication to mate'],
    ],
    'a standby that joins: dots, an active mate, replication, the errors of replicated commands': [
      [
        'edge(config)# ',
        quiet,
        '.',
        quiet,
        '.',
        quiet,
        '\r\n\r\n\tDetected an Active mate\r\nBeginning configuration replication from mate.\r\n' +
          'ERROR: Password recovery was not changed\r\nEnd configuration replication from mate.\r\n\r\nedge(config)# ',
        quiet,
      ],
      [
        'prompt edge(config)#',
        'message other: .',
        'message other: .',
        'line glued: ',
        'line: ',
        'message detected-active-mate: Detected an Active mate',
        'message replication-begun: Beginning configuration replication from mate.',
        'line: ERROR: Password recovery was not changed',
        'message replication-ended: End configuration replication from mate.',
        'line: ',
        'prompt edge(config)#',
      ],
    ],
    'a message glued into a line of output, which goes on after it': [
      [
        'edge# ',
        quiet,
        type('show failover'),
        'show failover\r\nThis host: PriBeginning configuration replication: Sending to mate.\r\nmary - Active\r\nedge# ',
        quiet,
      ],
      [
        'prompt edge#',
        'echo whole: show failover',
        'line cut: This host: Pri',
        'message replication-begun: Beginning configuration replication: Sending to mate.',
        'line: mary - Active',
        'prompt edge#',
      ],
    ],
    'console logging, with and without a timestamp': [
      [
        '%ASA-1-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.\r\n' +
          'Jan 03 2026 10:11:12: %ASA-1-104002: (Primary) Switching to STNDBY - Other unit wants me Standby\r\n' +
          'Jan 03 2026 10:11:12 edge : %ASA-4-411002: Line protocol on Interface inside, changed state to down\r\n' +
          'edge# %PIX-1-709003: (Primary) Beginning configuration replication: Send to mate.\r\n',
      ],
      [
        'message switching-to-active: %ASA-1-104001: (Secondary) Switching to ACTIVE - HELLO not heard from mate.',
        'message switching-to-standby: Jan 03 2026 10:11:12: %ASA-1-104002: (Primary) Switching to STNDBY - Other unit wants me Standby',
        'message other: Jan 03 2026 10:11:12 edge : %ASA-4-411002: Line protocol on Interface inside, changed state to down',
        'passing edge#',
        'message replication-begun: %PIX-1-709003: (Primary) Beginning configuration replication: Send to mate.',
      ],
    ],
    'a timestamped message glued into a line': [
      [
        'Interface inside (192.Jan 03 2026 10:11:12: %ASA-1-105004: (Primary) Monitoring on interface inside normal\r\n',
      ],
      [
        'line cut: Interface inside (192.',
        'message other: Jan 03 2026 10:11:12: %ASA-1-105004: (Primary) Monitoring on interface inside normal',
      ],
    ],
    'old messages in the output of show logging': [
      [
        'edge# ',
        quiet,
        type('show logging'),
        'show logging\r\n%ASA-1-104001: (Primary) x\r\nedge# ',
        quiet,
        '%ASA-1-105002: (Primary) y\r\n',
      ],
      [
        'prompt edge#',
        'echo whole: show logging',
        'line: %ASA-1-104001: (Primary) x',
        'prompt edge#',
        'message other: %ASA-1-105002: (Primary) y',
      ],
    ],
    'a reason in the history of failover, which is no message': [
      ['Negotiation                Cold Standby               Detected an Active mate\r\n'],
      ['line: Negotiation                Cold Standby               Detected an Active mate'],
    ],
    'warnings of a mate': [
      [
        '************WARNING****WARNING****WARNING********************************\r\n' +
          '   Mate version 9.8(2) is not identical with ours 9.6(1)\r\n' +
          "Mate's license (Lab Feature Enabled) is not compatible with my license (Lab Feature Disabled). Failover will be disabled.\r\n" +
          'WARNING: Failover message decryption failure.\r\n',
      ],
      [
        'message other: ************WARNING****WARNING****WARNING********************************',
        'message other: Mate version 9.8(2) is not identical with ours 9.6(1)',
        "message other: Mate's license (Lab Feature Enabled) is not compatible with my license (Lab Feature Disabled). Failover will be disabled.",
        'message other: WARNING: Failover message decryption failure.',
      ],
    ],
    'warnings that answer a configuration line, which are output': [
      [
        '**** WARNING ***\r\n\tConfiguration Replication is NOT performed from Standby unit to Active unit.\r\n',
      ],
      [
        'line: **** WARNING ***',
        'line: \tConfiguration Replication is NOT performed from Standby unit to Active unit.',
      ],
    ],
    'a message in the middle of the echo': [
      [
        'edge/pri/act# ',
        quiet,
        type('show failover'),
        'show fai',
        quiet,
        '\r\n\tSwitching to Standby\r\n',
        'lover\r\nFailover On \r\n',
      ],
      [
        'prompt edge/pri/act#',
        'echo part: show failover',
        'message switching-to-standby: Switching to Standby',
        'echo whole: show failover',
        'line: Failover On ',
      ],
    ],
    'a message in the middle of the echo, after which the unit draws the row again': [
      [
        'edge/pri/act# ',
        quiet,
        type('show failover'),
        'show fai\r\n\tSwitching to Standby\r\nedge/pri/stby# show failover\r\nFailover On \r\n',
      ],
      [
        'prompt edge/pri/act#',
        'echo part: show failover',
        'message switching-to-standby: Switching to Standby',
        'passing edge/pri/stby#',
        'echo whole: show failover',
        'line: Failover On ',
      ],
    ],
    'a message glued into the echo': [
      [
        'edge# ',
        quiet,
        type('show failover'),
        'show failBeginning configuration replication: Sending to mate.\r\nover\r\nFailover On \r\n',
      ],
      [
        'prompt edge#',
        'echo part: show failover',
        'message replication-begun: Beginning configuration replication: Sending to mate.',
        'echo whole: show failover',
        'line: Failover On ',
      ],
    ],
    'a flip between the prompt and the echo': [
      [
        'edge/pri/act# ',
        quiet,
        type('show clock'),
        '\r\n\tSwitching to Standby\r\n\r\nedge/pri/stby# ',
        quiet,
        'show clock\r\n',
      ],
      [
        'prompt edge/pri/act#',
        'line glued: ',
        'message switching-to-standby: Switching to Standby',
        'line: ',
        'prompt edge/pri/stby#',
        'echo whole: show clock',
      ],
    ],
    'a long command scrolled with $ and backspaces': [
      [
        'edge# ',
        quiet,
        type('failover exec mate copy /noconfirm tftp://192.0.2.9/image-for-the-lab.bin disk0:'),
        `failover exec mate copy /noconfirm tftp://192.0.2.9/image-for-the-la${'\b'.repeat(40)}` +
          `$copy /noconfirm tftp://192.0.2.9/image-for-the-lab.bin disk0:${'\b'.repeat(5)}\r\nedge# `,
        quiet,
      ],
      [
        'prompt edge#',
        'echo whole: failover exec mate copy /noconfirm tftp://192.0.2.9/image-for-the-lab.bin disk0:',
        'prompt edge#',
      ],
    ],
    'a long command scrolled with a redraw of its row': [
      [
        'edge# ',
        quiet,
        type('failover exec mate copy /noconfirm tftp://192.0.2.9/lab.bin disk0:'),
        `failover exec mate copy /noco\redge# $mate copy /noconfirm tftp://192.0.2.9/lab.bin disk0:\r\nedge# `,
        quiet,
      ],
      [
        'prompt edge#',
        'echo whole: failover exec mate copy /noconfirm tftp://192.0.2.9/lab.bin disk0:',
        'prompt edge#',
      ],
    ],
    'a command shown from its beginning, with $ at the end': [
      [
        'edge# ',
        quiet,
        type('failover exec mate copy /noconfirm tftp://192.0.2.9/lab.bin disk0:'),
        'failover exec mate copy /noconfirm tftp$\r\n',
      ],
      ['prompt edge#', 'echo whole: failover exec mate copy /noconfirm tftp://192.0.2.9/lab.bin disk0:'],
    ],
    'characters that were lost in typing': [
      ['edge# ', quiet, type('show failover'), 'shw failovr\r\nERROR: % Invalid input\r\nedge# ', quiet],
      ['prompt edge#', 'echo differs: show failover', 'line: ERROR: % Invalid input', 'prompt edge#'],
    ],
    'a secret in a configuration line, which comes back in clear': [
      [
        'edge(config)# ',
        quiet,
        { type: 'failover key hidden', shown: 'failover key *****' },
        'failover key hidden\r\n',
      ],
      ['prompt edge(config)#', 'echo whole: failover key *****'],
    ],
    'the pager, wiped out with blanks': [
      ['one\r\n<--- More --->', '\r              \r\ttwo\r\n<--- More --->\r              \redge# ', quiet],
      ['line: one', 'more', 'line: \ttwo', 'more', 'prompt edge#'],
    ],
    'the pager, wiped out with backspaces': [
      [`<--- More --->${'\b'.repeat(14)}${' '.repeat(14)}${'\b'.repeat(14)}  two\r\n`],
      ['more', 'line:   two'],
    ],
    'the words of the pager inside a line': [
      ['see <--- More ---> there\r\n'],
      ['line: see <--- More ---> there'],
    ],
    'escape sequences, as if they were not there': [
      ['\x1b[?25h\x1b[1medge\x1b[0m# \x1b[K', quiet, '\r\n\x1b7two\x1b8 words\x1b[2D\x1b[K\r\n\x1b'],
      ['prompt edge#', 'line glued: ', 'line: two wor'],
    ],
    'a reload, and the boot after it': [
      [
        'edge# ',
        quiet,
        type('reload'),
        'reload\r\nProceed with reload? [confirm] ',
        quiet,
        type(''),
        '\r\nedge# \r\n\r\n***\r\n*** --- START GRACEFUL SHUTDOWN ---\r\nShutting down isakmp\r\n***\r\n*** --- SHUTDOWN NOW ---\r\n' +
          'Process shutdown finished\r\nRebooting... (status 0x9)\r\n..\r\nUse BREAK or ESC to interrupt boot.\r\n' +
          "Launching BootLoader...\r\nType help or '?' for a list of available commands.\r\nedge> ",
        quiet,
      ],
      [
        'prompt edge#',
        'echo whole: reload',
        'question confirm',
        'echo whole: ',
        'passing edge#',
        'line: ',
        'line: ***',
        'message other: *** --- START GRACEFUL SHUTDOWN ---',
        'line: Shutting down isakmp',
        'line: ***',
        'message other: *** --- SHUTDOWN NOW ---',
        'message other: Process shutdown finished',
        'message rebooting: Rebooting... (status 0x9)',
        'line: ..',
        'message other: Use BREAK or ESC to interrupt boot.',
        'message other: Launching BootLoader...',
        "message boot-finished: Type help or '?' for a list of available commands.",
        'prompt edge>',
      ],
    ],
    'a boot that power cut short, and the next': [
      [
        'Embedded BIOS Version 2.1(3)\r\nUse BREAK or ESC to interrupt boot.\r\nLoading disk0:/lab.bin...\r\n\0\0\xff\r\n' +
          'Cisco Secure PIX Firewall BIOS (4.2) #6\r\nUse BREAK or ESC to interrupt flash boot.\r\n',
      ],
      [
        'message rebooting: Embedded BIOS Version 2.1(3)',
        'message other: Use BREAK or ESC to interrupt boot.',
        'message other: Loading disk0:/lab.bin...',
        'line: \xff',
        'message rebooting: Cisco Secure PIX Firewall BIOS (4.2) #6',
        'message other: Use BREAK or ESC to interrupt flash boot.',
      ],
    ],
    'the boot monitors': [
      ['\r\nrommon #0>', quiet, '\r\nrommon #1>', quiet, '\r\nmonitor> ', quiet],
      ['line: ', 'prompt rommon #0>', 'line glued: ', 'prompt rommon #1>', 'line glued: ', 'prompt monitor>'],
    ],
    'nothing, of which nothing is told': [['', quiet, quiet], []],
    'half a line, of which nothing is told yet': [['half a li', quiet], []],
  };

  for (const [name, [steps, told]] of Object.entries(table)) {
    it(`tells ${name}`, () => {
      const { state, events } = play(steps);
      expect(words(events)).to.deep.equal(told);
      const sent = steps.filter((step) => typeof step === 'string').join('');
      expect(rawOf(state, events)).to.equal(sent);
    });
  }

  it('never shows a secret, not even one that comes back in clear', () => {
    const { events } = play(['Password: ', quiet, { type: 'hidden', secret: true }, 'hidden\r\n']);
    expect(words(events)).to.deep.equal(['question password', 'echo differs: ']);
  });

  it('tells an endless row in pieces', () => {
    const { state, events } = play(['x'.repeat(3 * rowLimit + 5), '\r\n']);
    expect(words(events).map((word) => word.slice(0, 12))).to.deep.equal([
      'line cut: xx',
      'line cut: xx',
      'line cut: xx',
      'line: xxxxx',
    ]);
    expect(state.raw).to.equal('');
  });

  it('shows the row under way', () => {
    expect(underWay(play(['edge# ', quiet, 'show cl']).state)).to.equal('edge# show cl');
  });

  it('leaves the state it was given as it was', () => {
    const { state } = play(['edge# ', quiet]);
    const before = structuredClone(state);
    receive(typed(state, { typed: 'a', shown: 'a' }), latin1('a\r\nb\r\n'));
    settled(state);
    expect(state).to.deep.equal(before);
  });
});
