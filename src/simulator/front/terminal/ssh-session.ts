/** One SSH connection to a simulated unit: who it is, and its one shell. */
import type {
  Algorithms,
  AuthContext,
  AuthenticationType,
  Connection,
  NegotiatedAlgorithms,
  ServerChannel,
} from 'ssh2';
import type { SimulatedTerminal, SimulatedUnit, SimulatedVisit, SshAlgorithms } from '../../face/index.ts';

/** Listed in the order that an ASA offers them. */
const methods: AuthenticationType[] = ['keyboard-interactive', 'password'];
const attemptsAtMost = 3;
/** A client that reads nothing loses output beyond this; it never holds the unit up. */
const unreadBytesAtMost = 1024 * 1024;

/** What a session knows of the connection that it is on. */
export interface SshLink {
  /** The user is known: the time to log in is over. */
  loggedIn(): void;
  /** The unit has said goodbye: the client gets a little time to do the same. */
  leaving(): void;
  /** Cuts the connection without a word, as a power loss does. */
  drop(): void;
}

/**
 * Attends to one connection until it ends. Commands without a shell (`exec`), subsystems and forwarding are refused:
 * an ASA has nothing useful to say to them.
 */
export function attendSshConnection(
  client: Connection,
  visit: SimulatedVisit,
  unit: SimulatedUnit,
  link: SshLink,
): void {
  client.on('error', () => undefined);
  client.on('ready', () => link.loggedIn());
  let username = '';
  let algorithms: SshAlgorithms | undefined;
  client.on('handshake', (negotiated) => (algorithms = algorithmsOf(negotiated)));
  authenticate(client, visit, (accepted) => (username = accepted));
  const leave = (): void => (unit.powered ? link.leaving() : link.drop());
  let taken = false;
  client.on('session', (accept, reject) => {
    if (taken) return reject();
    taken = true;
    const session = accept();
    session.on('pty', agree);
    session.on('window-change', agree);
    session.on('shell', (open) => {
      joinShell(open(), client, visit.open(username, algorithms), leave);
    });
  });
}

/** The reply is wanted or not; where it is not, the library hands over no function to give it with. */
function agree(accept: (() => void) | undefined): void {
  accept?.();
}

/** The directions as the unit sees them; ciphers that authenticate by themselves have no MAC. */
function algorithmsOf({ cs, sc }: NegotiatedAlgorithms): SshAlgorithms {
  const named = ({ cipher, mac }: typeof cs): SshAlgorithms['in'] => ({ cipher, hmac: mac || '-' });
  return { in: named(cs), out: named(sc) };
}

function authenticate(client: Connection, visit: SimulatedVisit, accepted: (username: string) => void): void {
  let failed = 0;
  const decide = (context: AuthContext, password: string): void => {
    if (visit.checkPassword(context.username, password)) {
      accepted(context.username);
      context.accept();
    } else {
      context.reject(methods);
      if (++failed >= attemptsAtMost) client.end();
    }
  };
  client.on('authentication', (context) => {
    if (context.method === 'password') decide(context, context.password);
    else if (context.method === 'keyboard-interactive')
      context.prompt({ prompt: 'Password: ', echo: false }, ([password = '']) => decide(context, password));
    else context.reject(methods);
  });
}

function joinShell(
  channel: ServerChannel,
  client: Connection,
  terminal: SimulatedTerminal,
  leave: () => void,
): void {
  const deaf = terminal.onBytes((bytes) => {
    if (channel.writable && channel.writableLength < unreadBytesAtMost) channel.write(bytes);
  });
  const forget = terminal.onClosed(() => {
    // The connection ends when the client has closed the channel as well: OpenSSH throws away what it has not
    // printed yet when it is disconnected before.
    leave();
    channel.exit(0);
    channel.end();
  });
  channel.on('data', (keys: Buffer) => terminal.type(keys));
  channel.once('close', () => {
    deaf();
    forget();
    terminal.close();
    client.end();
  });
}

/** What firmware of the 7.x and 8.x years speaks, and nothing newer (see the `legacy` switch of a topology). */
export const legacyAlgorithms: Algorithms = {
  kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
  cipher: ['aes128-cbc', '3des-cbc', 'aes192-cbc', 'aes256-cbc'],
  hmac: ['hmac-sha1', 'hmac-sha1-96', 'hmac-md5', 'hmac-md5-96'],
  serverHostKey: ['ssh-rsa'],
};
