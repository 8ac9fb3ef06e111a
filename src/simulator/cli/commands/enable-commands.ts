import { passwordHash } from '../../config/password-hash.ts';
import type { CommandSet } from '../command-set.ts';
import type { Shell } from '../shell.ts';

/** How often a wrong enable password is taken before the command gives up. */
const triesAtMost = 3;

/** `enable`, `login` and the ways out, in user mode. */
export function addEnableCommands(set: CommandSet<Shell>): void {
  set.add(['enable', 'enable <0-15>'], (_call, shell) => askPassword(shell, triesAtMost));
  set.add('login', (_call, shell) =>
    shell.ask({
      prompt: 'Username: ',
      echo: 'plain',
      answer: (username) =>
        shell.ask({
          prompt: 'Password: ',
          echo: 'stars',
          answer: (password) => {
            if (isUser(shell, username, password)) shell.mode = 'enable';
            else shell.print('Login failed');
          },
        }),
    }),
  );
  set.add('exit|quit|logout', (_call, shell) => shell.logout());
}

/** True if the running configuration has that user with that password. */
export function isUser(shell: Pick<Shell, 'space'>, username: string, password: string): boolean {
  const stored = shell.space.config.text(`username ${username}`)?.split(' ');
  return stored !== undefined && stored[3] === passwordHash(password, username);
}

function askPassword(shell: Shell, triesLeft: number): void {
  shell.ask({
    prompt: 'Password: ',
    echo: 'stars',
    answer: (password) => {
      const wanted = shell.space.config.text('enable password')?.split(' ')[2];
      if (passwordHash(password) === wanted) {
        shell.mode = 'enable';
        return;
      }
      shell.print('Invalid password');
      if (triesLeft > 1) askPassword(shell, triesLeft - 1);
      else shell.print('Access denied.');
    },
  });
}
