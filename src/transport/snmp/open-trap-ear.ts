import { createSocket } from 'node:dgram';
import type { RemoteInfo, Socket } from 'node:dgram';
import type { Clock } from '../../clock.ts';
import { asError, BenchError } from '../../errors.ts';
import type { SnmpUserAccess } from './access.ts';
import type { Notified, NotifiedPdu, SocketOfReceiver, TrapReceiver } from './net-snmp.ts';
import { netSnmp } from './net-snmp.ts';
import type { SnmpValue } from './value.ts';
import { toValue } from './varbind.ts';

/** Whose notifications are taken: of these communities (versions 1 and 2c), and of these users (version 3). */
export interface TrapAudience {
  readonly communities: readonly string[];
  readonly users: readonly Pick<SnmpUserAccess, 'user' | 'auth' | 'priv'>[];
}

/** One notification, stamped with the instant of the clock at which its datagram was read. */
export interface ReceivedTrap {
  readonly oid: string;
  readonly version: '1' | '2c' | '3';
  readonly isInform: boolean;
  /** The address that it came from. */
  readonly from: string;
  readonly atMs: number;
  /** At most 64 of them. */
  readonly objects: readonly { readonly oid: string; readonly value: SnmpValue | undefined }[];
}

/** An open ear for notifications. */
export interface TrapEar {
  /** The UDP port that it listens at. */
  readonly port: number;
  close(): Promise<void>;
}

/** Told what comes: a notification, or something that is none, is not for us, or fails authentication. */
export interface TrapListener {
  onTrap(trap: ReceivedTrap): void;
  onRefused(): void;
}

const objectsKept = 64;

/**
 * Listens for traps and informs of SNMP 1, 2c and 3 at an address of this machine; port 0 takes any free one. Informs
 * are acknowledged. Throws `BenchError` when it cannot listen there.
 */
export async function openTrapEar(
  at: { readonly host: string; readonly port: number; readonly bufferBytes: number },
  audience: TrapAudience,
  clock: Clock,
  listener: TrapListener,
): Promise<TrapEar> {
  const socket = createSocket({
    type: at.host.includes(':') ? 'udp6' : 'udp4',
    recvBufferSize: at.bufferBytes,
  });
  const refuse = (): void => listener.onRefused();
  const heard: Notified[] = [];
  const mouth = guarded(socket, clock, refuse, (atMs) => {
    for (const { pdu, rinfo } of heard.splice(0)) {
      const trap = trapOf(pdu, rinfo.address, atMs);
      if (trap) listener.onTrap(trap);
      else refuse();
    }
  });
  // The package takes the number 0 for the usual port, and the text for any free one.
  const port = at.port === 0 ? '0' : at.port;
  const options = { address: at.host, port, dgramModule: { createSocket: () => mouth } };
  const receiver = netSnmp.createReceiver(options, (error, notified) => {
    if (error || !notified) refuse();
    else heard.push(notified);
  });
  admit(receiver, audience);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('listening', resolve);
      socket.once('error', reject);
    });
  } catch (cause) {
    throw new BenchError(`traps at ${at.host}:${at.port}`, `cannot listen: ${asError(cause).message}`, {
      cause,
    });
  }
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => void socket.close(() => resolve())),
  };
}

/**
 * The socket as the package sees it. A datagram that the package stumbles over is refused instead of ending the
 * process, and an answer that cannot be sent is nobody's concern. `after` is called when a datagram has
 * been read, with the instant at which it came.
 */
function guarded(
  socket: Socket,
  clock: Clock,
  refuse: () => void,
  after: (atMs: number) => void,
): SocketOfReceiver {
  return {
    bind: (port, address) => void socket.bind(Number(port), address),
    address: () => socket.address(),
    on: (event, hear) => {
      if (event === 'error') socket.on('error', refuse);
      else
        socket.on('message', (bytes: Buffer, from: RemoteInfo) => {
          const atMs = clock.nowMs();
          try {
            hear(bytes, from);
          } catch {
            refuse();
          }
          after(atMs);
        });
    },
    send: (bytes, offset, length, port, address, then) =>
      socket.send(bytes, offset, length, port, address, () => then(null)),
    close: (then) => void socket.close(then),
  };
}

function admit(receiver: TrapReceiver, { communities, users }: TrapAudience): void {
  const authorizer = receiver.getAuthorizer();
  for (const community of communities) authorizer.addCommunity(community);
  for (const { user, auth, priv } of users)
    authorizer.addUser({
      name: user,
      level: netSnmp.SecurityLevel.authPriv,
      authProtocol: netSnmp.AuthProtocols[auth.protocol],
      authKey: auth.password,
      privProtocol: netSnmp.PrivProtocols[priv.protocol],
      privKey: priv.password,
    });
}

const snmpTraps = '1.3.6.1.6.3.1.1.5';
const snmpTrapOid = '1.3.6.1.6.3.1.1.4.1.0';
const enterpriseSpecific = 6;

function trapOf(pdu: NotifiedPdu, from: string, atMs: number): ReceivedTrap | undefined {
  const objects = (pdu.varbinds ?? []).slice(0, objectsKept).map((varbind) => ({
    oid: varbind.oid,
    value: toValue(varbind),
  }));
  const version = pdu.type === netSnmp.PduType.Trap ? '1' : pdu.contextName === undefined ? '2c' : '3';
  const named = version === '1' ? ofVersion1(pdu) : objects.find(({ oid }) => oid === snmpTrapOid)?.value;
  if (typeof named !== 'string') return undefined;
  return { oid: named, version, isInform: pdu.type === netSnmp.PduType.InformRequest, from, atMs, objects };
}

/** RFC 3584, 3.1: the generic traps have names of their own, the others that of their enterprise. */
function ofVersion1({ generic, specific, enterprise }: NotifiedPdu): string | undefined {
  if (generic === undefined) return undefined;
  return generic === enterpriseSpecific ? `${enterprise}.0.${specific}` : `${snmpTraps}.${generic + 1}`;
}
