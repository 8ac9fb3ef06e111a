import { reloadCommand } from '../../syslog/unit-messages.ts';
import { eventTime } from '../../ground/device-time.ts';
import type { Call, CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';
import { confirm } from './save-commands.ts';

/** How long a unit that was told to reload goes on. */
const lastWordsMs = 2;

/** The options of `reload`, in every order that they may be given in; none of them is one as well. */
const options = ordersOf(['quick', 'save-config', 'noconfirm']).map((words) =>
  words.map((word) => ` ${word}`).join(''),
);

/** `reload` with its dialogue: at once or later, saved or not. */
export function addRestartCommands(set: CommandSet<Shell>): void {
  for (const option of options) {
    set.add(`reload${option}`, (call, shell) => askToSave(call, shell, () => reload(shell)));
    set.add(`reload in <delay>${option}`, (call, shell) =>
      askToSave(call, shell, () => order(shell, delayMs(call.values[0] ?? ''))),
    );
  }
  set.add('reload cancel', (_call, shell) => {
    if (!shell.box.pendingReload.cancel()) return shell.print('No reload is scheduled.');
    for (const line of banner('SHUTDOWN ABORTED')) shell.print(line);
  });
  set.add('show reload', (_call, shell) => shell.print(pendingLine(shell)));
}

function askToSave(call: Call, shell: Shell, then: () => void): void {
  const proceed = (): void => {
    if (call.line.includes('noconfirm')) then();
    else confirm(shell, 'Proceed with reload? [confirm] ', then);
  };
  if (call.line.includes('save-config')) {
    shell.space.configuration.save();
    return proceed();
  }
  if (call.line.includes('noconfirm') || !shell.space.configuration.modified) return proceed();
  shell.ask({
    prompt: shell.system.box.dialect.savePrompt,
    echo: 'plain',
    answer: (text) => {
      if (/^\s*c/i.test(text)) return;
      if (!/^\s*n/i.test(text)) shell.space.configuration.save();
      proceed();
    },
  });
}

/** What is logged leaves the unit before it goes down. */
function reload(shell: Shell): void {
  shell.system.log(reloadCommand(shell.cameBy));
  shell.after(lastWordsMs, () => shell.box.restart('reload'));
}

function order(shell: Shell, ms: number): void {
  const { system, box, cameBy } = shell;
  for (const line of banner(`SHUTDOWN in ${hours(ms)}`)) shell.print(line);
  box.pendingReload.order(ms, () => {
    system.log(reloadCommand(cameBy));
    box.restart('reload');
  });
}

function pendingLine({ box, system }: Shell): string {
  const { leftMs } = box.pendingReload;
  if (leftMs === undefined) return 'No reload is scheduled.';
  const due = eventTime(new Date(system.deviceTime.getTime() + leftMs));
  const minutes = Math.floor(leftMs / 60_000);
  return `Reload scheduled for ${due} (in ${Math.floor(minutes / 60)} hours and ${minutes % 60} minutes)`;
}

function banner(text: string): readonly string[] {
  return ['', '***', `*** --- ${text} ---`, '***'];
}

/** `1:30` is an hour and a half, `30` half an hour. */
function delayMs(text: string): number {
  const [minutes = 0, wholeHours = 0] = text.split(':').map(Number).toReversed();
  return (wholeHours * 60 + minutes) * 60_000;
}

function hours(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:00`;
}

/** Every order of every choice of the words. */
function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  return [
    [],
    ...words.flatMap((first) =>
      ordersOf(words.filter((word) => word !== first)).map((rest) => [first, ...rest]),
    ),
  ];
}
