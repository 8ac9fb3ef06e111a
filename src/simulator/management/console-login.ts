import { isUser } from '../cli/commands/enable-commands.ts';
import type { Question, Shell } from '../cli/shell.ts';
import type { System } from '../system/system.ts';

/** True if the console of the unit is not for everybody. */
export function consoleAsksWho({ config }: System): boolean {
  return config.nodes().some(({ key }) => key.startsWith('aaa authentication serial console '));
}

/**
 * The question that stands before the prompt of a console where `aaa authentication serial console` says so; who
 * does not know the answer is asked again. `enter` hears the name of whoever is in.
 */
export function consoleLogin(shell: Shell, enter: (username: string) => void): Question | undefined {
  if (!consoleAsksWho(shell.system)) return undefined;
  const again = (): void => {
    const question = consoleLogin(shell, enter);
    if (question) shell.ask(question);
  };
  const password = (username: string): Question => ({
    prompt: 'Password: ',
    echo: 'stars',
    insists: true,
    answer: (text) => (isUser(shell, username, text) ? enter(username) : again()),
  });
  return {
    prompt: 'Username: ',
    echo: 'plain',
    insists: true,
    answer: (username) => shell.ask(password(username)),
  };
}
