import { passwordHash } from '../config/password-hash.ts';
import { isUser } from '../cli/commands/enable-commands.ts';
import type { Question, Shell } from '../cli/shell.ts';

/** How often a wrong password is taken before the unit hangs up. */
const triesAtMost = 3;

/** What a telnet session says before anything else. */
export const accessVerification = '\r\nUser Access Verification\r\n\r\n';

/**
 * The questions of a telnet session: the login password of the unit (`passwd`), or a user and a password where
 * `aaa authentication telnet console` says so. `enter` hears the name of whoever is in.
 */
export function telnetLogin(
  shell: Shell,
  enter: (username: string) => void,
  denied: (username: string) => void,
  triesLeft = triesAtMost,
): Question {
  const { config } = shell.space;
  const again = (username: string): void => {
    denied(username);
    if (triesLeft > 1) shell.ask(telnetLogin(shell, enter, denied, triesLeft - 1));
    else shell.logout();
  };
  const asksWho = config.nodes().some(({ key }) => key.startsWith('aaa authentication telnet console '));
  const password = (right: (text: string) => boolean, username: string): Question => ({
    prompt: 'Password: ',
    echo: 'stars',
    insists: true,
    answer: (text) => (right(text) ? enter(username) : again(username)),
  });
  if (!asksWho) {
    const wanted = config.text('passwd')?.split(' ')[1];
    return password((text) => passwordHash(text) === wanted, '');
  }
  return {
    prompt: 'Username: ',
    echo: 'plain',
    insists: true,
    answer: (username) => shell.ask(password((text) => isUser(shell, username, text), username)),
  };
}
