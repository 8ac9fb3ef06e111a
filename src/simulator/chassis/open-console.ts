import { Session } from '../cli/session.ts';
import type { BoxControls } from '../cli/shell.ts';
import { consoleAsksWho, consoleLogin } from '../management/console-login.ts';
import type { System } from '../system/system.ts';
import { loginLines } from '../management/login-lines.ts';
import type { Terminal } from '../management/terminal.ts';

/** The session at the console, from its first prompt on, or from the login that stands before it. */
export function openConsole(system: System, box: BoxControls, console: Terminal): Session {
  let name = 'enable_1';
  const welcome = (): void => console.printLines(loginLines(system, name));
  const session = new Session(system, system.spaces.system, box, {
    kind: 'console',
    get username() {
      return name;
    },
    write: (text) => console.print(text),
    end: () => undefined,
    login: (shell) =>
      consoleLogin(shell, (username) => {
        name = username;
        welcome();
      }),
  });
  if (!consoleAsksWho(system)) welcome();
  session.open();
  return session;
}
