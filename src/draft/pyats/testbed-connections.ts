import { blank, entry, map, value } from '../node/draft-node.ts';
import type { DraftEntry, DraftNode } from '../node/draft-node.ts';
import { secretReference } from '../secret-name.ts';
import { testbedSecret } from './testbed-secret.ts';
import type { SecretsMet } from './testbed-secret.ts';
import type { TestbedView } from './testbed-view.ts';

/** A connection of a device. */
export interface TestbedConnection {
  readonly name: string;
  readonly protocol: 'telnet' | 'ssh';
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** What its credentials are, where it has some of its own. */
  readonly login?: { readonly username: string | undefined; readonly secret: string };
  readonly from: string;
}

const protocols: readonly (readonly [RegExp, TestbedConnection['protocol']])[] = [
  [/^telnet$/i, 'telnet'],
  [/^ssh\d?$/i, 'ssh'],
];

/** The connections of a device that are telnet or SSH; `defaults` is about pyATS itself. */
export function testbedConnections(
  device: string,
  connections: TestbedView | undefined,
  met: SecretsMet,
): readonly TestbedConnection[] {
  return (connections?.keys() ?? [])
    .filter((name) => name !== 'defaults')
    .flatMap((name) => {
      const view = connections?.at(name);
      return view ? (connectionOf(device, name, view, met) ?? []) : [];
    });
}

function connectionOf(
  device: string,
  name: string,
  view: TestbedView,
  met: SecretsMet,
): TestbedConnection | undefined {
  const typed = commandOf(view);
  const spelled = typed?.protocol ?? view.at('protocol')?.text() ?? '';
  const protocol = protocols.find(([shape]) => shape.test(spelled))?.[1];
  if (!protocol) {
    met.notes.push(`${view.place()}: the connection ${name} is neither telnet nor SSH`);
    return undefined;
  }
  const host = typed?.host ?? (view.at('ip') ?? view.at('host'))?.text();
  const port = Number(typed?.port ?? view.at('port')?.text() ?? Number.NaN);
  const own = view.at('credentials')?.at('default');
  const login = own && {
    username: plainText(own.at('username')?.text()),
    secret: testbedSecret(own.at('password'), `${device} ${name} password`, `of ${device}, ${name}`, met),
  };
  return {
    name,
    protocol,
    host: plainText(host),
    port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined,
    ...(login && { login }),
    from: `${view.place()}, ${name}`,
  };
}

/** `command: telnet 10.1.1.9 2007` says the same in one line; other commands are told as left over. */
function commandOf(view: TestbedView): { protocol: string; host: string; port: string } | undefined {
  const command = view.at('command');
  if (!command || view.at('protocol')) return undefined;
  const [, protocol, host, port] = /^(telnet) ([\w.-]{1,255}) (\d{1,5})$/.exec(command.text() ?? '') ?? [];
  return protocol === undefined || host === undefined || port === undefined
    ? undefined
    : { protocol, host, port };
}

/** What only pyATS could look up is not copied. */
function plainText(text: string | undefined): string | undefined {
  return text === undefined || /^%[A-Z]+\{/.test(text) ? undefined : text;
}

/** Whether it leads to a console rather than to the device itself: by its name, or by the port of a console server. */
export function isConsole({ name, port, protocol }: TestbedConnection): boolean {
  if (/^(?:[ab]|con|cons|console\d*|serial|tty\w*|line\w*)$/i.test(name)) return true;
  return protocol === 'telnet' && port !== undefined && port >= 1024;
}

/** A way to a console, as it is going to be written. */
export function consoleNode(connection: TestbedConnection, device: string, met: SecretsMet): DraftNode {
  const { protocol, login } = connection;
  const needed = login ?? (protocol === 'ssh' ? fallbackLogin(device, met) : undefined);
  return map([
    entry(
      protocol,
      map([...hostEntries(connection, protocol === 'ssh' ? 22 : undefined), loginEntry(needed)]),
    ),
  ]);
}

function fallbackLogin(device: string, met: SecretsMet): NonNullable<TestbedConnection['login']> {
  return {
    username: undefined,
    secret: testbedSecret(undefined, `${device} console password`, `of the console server of ${device}`, met),
  };
}

/** The management of a unit: SSH, telnet, or both. */
export function managementNode(connections: readonly TestbedConnection[]): DraftNode | undefined {
  const [ssh, telnet] = (['ssh', 'telnet'] as const).map((protocol) =>
    connections.find((one) => one.protocol === protocol && one.host !== undefined),
  );
  if (!ssh && !telnet) return undefined;
  const login = (ssh ?? telnet)?.login;
  return map([
    entry('ssh', ssh && map(hostEntries(ssh, undefined))),
    entry('telnet', telnet && map(hostEntries(telnet, undefined))),
    loginEntry(login),
  ]);
}

/** A switch by its command line; nothing where no connection leads to it. */
export function switchNode(
  connections: readonly TestbedConnection[],
  login: NonNullable<TestbedConnection['login']>,
): DraftNode | undefined {
  const found = connections.find((one) => one.protocol === 'ssh') ?? connections[0];
  if (!found) return undefined;
  const at = map([...hostEntries(found, undefined), loginEntry(found.login ?? login)]);
  return map([entry('dialect', value('cisco-ios')), entry(found.protocol, at)]);
}

function hostEntries(
  { host, port, from }: TestbedConnection,
  usual: number | undefined,
): readonly (readonly DraftEntry[])[] {
  const at = port ?? usual;
  return [
    entry(
      'host',
      host === undefined || host === '' ? blank(`its name or address; see ${from}`) : value(host, from),
    ),
    entry('port', at === undefined ? undefined : value(at)),
  ];
}

function loginEntry(login: TestbedConnection['login']): readonly DraftEntry[] {
  if (!login) return [];
  const { username, secret } = login;
  const user = username === undefined || username === '' ? blank('the user') : value(username);
  return entry('login', map([entry('username', user), entry('password', value(secretReference(secret)))]));
}
