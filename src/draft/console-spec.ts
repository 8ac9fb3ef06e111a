import { UsageError } from '../errors.ts';
import type { ConsoleWay } from '../device/index.ts';
import { wordFits } from '../topology/index.ts';
import { entry, map, value } from './node/draft-node.ts';
import type { DraftNode } from './node/draft-node.ts';
import { secretReference } from './secret-name.ts';

/** A way to a console as somebody typed it. */
export interface ConsoleSpec {
  /** As it was typed. */
  readonly text: string;
  /** As it is going to be written. */
  readonly node: DraftNode;
  /** The name of the secret that the console server asks for. */
  readonly secret?: string;
  /** As its driver takes it. */
  readonly way: (reveal: (name: string) => string) => ConsoleWay;
}

/** How a way to a console is typed. */
export const consoleForms =
  '/dev/ttyUSB0, telnet://host:port, tcp://host:port, rfc2217://host:port, ssh://user@host:port and conserver://user@host/console';

interface Parts {
  readonly host: string;
  readonly port: number | undefined;
  readonly username: string | undefined;
  readonly path: string | undefined;
}

const url = /^([a-z0-9]+):\/\/(?:([!-?A-~]+)@)?([\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?(?:\/([!-~]+))?$/;

/**
 * Reads one way to a console. `secret` is the name under which the password of a console server is looked up; the
 * password itself is never typed here. Throws `UsageError`.
 */
export function consoleSpec(text: string, secret: string): ConsoleSpec {
  if (/^\/dev\/[\w./:@+-]+$/.test(text))
    return {
      text,
      node: map([entry('serial', map([entry('device', value(text))]))]),
      way: () => ({ serial: { device: text } }),
    };
  const [, scheme = '', username, bracketed = '', digits, path] = url.exec(text) ?? [];
  const port = digits === undefined ? undefined : Number(digits);
  if (scheme === '' || (port ?? 1) > 65_535 || port === 0)
    throw new UsageError(`${JSON.stringify(text)} is no way to a console: expected one of ${consoleForms}`);
  if (username !== undefined) refusePassword(username, host(bracketed));
  const spec = specOf(scheme, { host: host(bracketed), port, username, path }, secret);
  if (!spec)
    throw new UsageError(`${JSON.stringify(text)} is no way to a console: expected one of ${consoleForms}`);
  return { text, ...spec };
}

const host = (bracketed: string): string => bracketed.replaceAll(/^\[|\]$/g, '');

/** Some servers choose the line by the user name, `lab:port03`; what else stands behind a colon is a password. */
function refusePassword(username: string, at: string): void {
  if (!wordFits('username', username))
    throw new UsageError(`the user name for ${at} is not one word of printable ASCII without question marks`);
  if (!/^[^:]*(?::(?:(?:port|tty[a-z]?|line|serial|com)[-/]?){0,2}\d{1,3})?$/i.test(username))
    throw new UsageError(
      `what stands behind the colon of the user name for ${at} looks like a password: those are never given on the command line, where others see them`,
    );
}

type Spec = Omit<ConsoleSpec, 'text'>;

function specOf(scheme: string, { host: at, port, username, path }: Parts, secret: string): Spec | undefined {
  const hostNode = entry('host', value(at));
  const portNode = entry('port', port === undefined ? undefined : value(port));
  const loginNode = entry('login', username === undefined ? undefined : loginOf(username, secret));
  const node = (kind: string, ...rest: readonly ReturnType<typeof entry>[]): DraftNode =>
    map([entry(kind, map([hostNode, portNode, ...rest]))]);
  const login = (reveal: (name: string) => string, user: string) => ({
    username: user,
    password: reveal(secret),
  });
  const asked = username === undefined ? {} : { secret };
  if (path !== undefined && scheme !== 'conserver') return undefined;
  switch (scheme) {
    case 'tcp':
      if (port === undefined || username !== undefined) return undefined;
      return { node: node('tcp'), way: () => ({ tcp: { host: at, port } }) };
    case 'telnet':
    case 'rfc2217': {
      if (port === undefined) return undefined;
      const set = scheme === 'rfc2217' ? { rfc2217: {} } : {};
      const setNode = entry('rfc2217', scheme === 'rfc2217' ? map([entry('baud', value(9600))]) : undefined);
      return {
        node: node('telnet', loginNode, setNode),
        ...asked,
        way: (reveal) => ({
          telnet: {
            host: at,
            port,
            ...set,
            ...(username === undefined ? {} : { login: login(reveal, username) }),
          },
        }),
      };
    }
    case 'ssh':
      if (username === undefined) return undefined;
      return {
        node: map([entry('ssh', map([hostNode, entry('port', value(port ?? 22)), loginNode]))]),
        ...asked,
        way: (reveal) => ({ ssh: { host: at, port: port ?? 22, ...login(reveal, username) } }),
      };
    case 'conserver':
      if (username === undefined || path === undefined) return undefined;
      return {
        node: node('conserver', entry('console', value(path)), loginNode),
        ...asked,
        way: (reveal) => ({
          conserver: { host: at, port: port ?? 782, console: path, login: login(reveal, username) },
        }),
      };
    default:
      return undefined;
  }
}

function loginOf(username: string, secret: string): DraftNode {
  return map([entry('username', value(username)), entry('password', value(secretReference(secret)))]);
}
