import {
  parseGluedPrompts,
  parsePrompt,
  parseQuestion,
  receive,
  settled,
  silence,
  splitPrompt,
  typed,
} from '../../device/index.ts';
import type { DialogueEvent, DialogueState } from '../../device/index.ts';
import { hold, holdSame } from '../hold.ts';
import { inChunks } from '../in-chunks.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, textOf, utf8 } from '../target.ts';

const command = { typed: 'show failover', shown: 'show failover' };

function heard(chunks: readonly Uint8Array[], from: DialogueState) {
  const events: DialogueEvent[] = [];
  let state = from;
  for (const chunk of chunks) {
    const now = receive(state, chunk);
    state = now.state;
    for (const event of now.events) events.push(event);
  }
  return { state, events };
}

const rawOf = (events: readonly DialogueEvent[]): Buffer => Buffer.concat(events.map(({ raw }) => raw));

function read(input: Uint8Array, from: DialogueState): string {
  const whole = heard([input], from);
  const pieces = heard(inChunks(input), from);
  const [{ work: _, ...end }, { work: __, ...other }] = [whole.state, pieces.state];
  holdSame([pieces.events, other], [whole.events, end], 'chunks make a difference');
  const last = settled(whole.state);
  const raw = Buffer.concat([rawOf(whole.events), rawOf(last.events), Buffer.from(last.state.raw, 'latin1')]);
  hold(raw.equals(input), 'bytes are lost or made up');
  return [...new Set([...whole.events, ...last.events].map(({ event }) => event))].toSorted().join(', ');
}

const console = [
  'show failover\r\nFailover On \r\nFailover unit Primary\r\n\r\nfw/pri/act# ',
  'sh run\r\n: Saved\r\n<--- More --->\r              \rhostname fw\r\nfw(config-if)# \r\n',
  'fw> \r\n\tSwitching to Active\r\nfw> en\u0008\u0008enable\r\nPassword: ****\r\nfw# ',
  'Proceed with reload? [confirm] \r\n\r\n***\r\n*** --- START GRACEFUL SHUTDOWN ---\r\nShutting down isakmp\r\n',
  'Rebooting....\r\n\r\nBooting system, please wait...\r\nCISCO SYSTEMS\r\nEmbedded BIOS Version 1.0(11)5\r\n' +
    'Use BREAK or ESC to interrupt boot.\r\nrommon #0> boot\r\nLaunching BootLoader...\r\nLoading disk0:/asa.bin... Booting...\r\n' +
    "Detected an Active mate\r\nBeginning configuration replication from mate.\r\nEnd configuration replication from mate.\r\nType help or '?' for a list of available commands.\r\nfw> ",
  'fw# show mode%ASA-1-104001: (Primary) Switching to ACTIVE\r\nSecurity context mode: single \r\nfw# .....\r\nfw# ',
  'Username: lab\r\nPassword: \r\nInvalid password\r\nPre-configure Firewall now through interactive prompts [yes]? \u001a\r\n',
  'fp2120 login: admin\r\n> \u001b[2K\u001b[10D> show failover \r\nfirepower /ssa* # ',
];

/** A unit's console, in whatever pieces it comes; every byte is told of once. */
export const dialogue: readonly FuzzTarget[] = [
  { name: 'console', from: silence },
  { name: 'console, answering', from: typed(silence, command) },
].map(({ name, from }) => ({
  name,
  samples: () => utf8(...console),
  read: (input: Uint8Array) => read(input, from),
  allows: nothing,
  pieces: ['<--- More --->', '\r\u0008', 'fw# ', '\u001b[K', '%ASA-1-104001: ', 'show failover', 'a/', '. '],
}));

/** A row that may be a prompt, several of them, or a question. */
export const prompts: FuzzTarget = {
  name: 'prompt',
  samples: () =>
    utf8(
      'fw/pri/act(config-if)# ',
      'rommon #12> ',
      'fw# fw# ',
      'Save? [Y]es/[N]o/[S]ave all/[C]ancel:',
      'x [confirm]',
      '> ',
    ),
  read(input) {
    const row = textOf(input);
    const split = splitPrompt(row);
    if (split) hold(row.startsWith(split.prompt.text), 'a prompt that does not stand there');
    const found = [
      parsePrompt(row)?.mode,
      parseGluedPrompts(row)?.mode,
      parseQuestion(row)?.kind,
      split?.prompt.mode,
    ];
    return found.map(String).join(' ');
  },
  allows: nothing,
  pieces: ['fw# ', 'a/', '[confirm]', '[yes]', '* '],
};
