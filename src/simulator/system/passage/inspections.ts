import type { Clock } from '../../../clock.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import type { UdpPacket } from '../../fabric/frame.ts';
import type { Connection, Media } from '../../message/state-entry.ts';
import type { StateTables } from '../state/state-tables.ts';
import { timeouts } from '../state/timeouts.ts';

const sipPort = 5060;
const gtpControlPort = 2123;
const gtpDataPort = 2152;
/** Messages of GTP: a tunnel is granted, a tunnel is deleted. */
const created = 17;
const deleted = 21;
/** Tunnels last for half an hour without a packet, and nothing in these modes says otherwise. */
const tunnelMs = 1_800_000;

/** What the inspections need of the unit. */
interface InspectedHost {
  readonly clock: Clock;
  readonly config: ConfigTree;
}

/** True if some policy has `inspect gtp`. */
export function inspectsGtp(config: ConfigTree): boolean {
  return config
    .nodes()
    .some(
      ({ text, below }) =>
        text.startsWith('policy-map ') &&
        below.some((part) => part.below.some((one) => one.text === 'inspect gtp')),
    );
}

/**
 * What a unit reads within datagrams: the calls of SIP, whose media pass wherever the calls say (`inspect sip` is in
 * the policy that units come with), and the tunnels of GTP, if it is told to.
 */
export class Inspections {
  readonly #host: InspectedHost;
  readonly #tables: StateTables;

  constructor(host: InspectedHost, tables: StateTables) {
    this.#host = host;
    this.#tables = tables;
  }

  /** Learns from a datagram of a connection; false if it must not pass. */
  pass(connection: Connection, packet: UdpPacket, fromInitiator: boolean): boolean {
    const { port } = connection.responder;
    if (port === sipPort) this.#sip(connection, packet, fromInitiator);
    else if (port === gtpControlPort && inspectsGtp(this.#host.config)) this.#gtp(connection, packet);
    else if (port === gtpDataPort && inspectsGtp(this.#host.config)) return this.#isInTunnel(packet);
    return true;
  }

  /** True if a call expects its media there. */
  expects({ to, toPort }: UdpPacket): boolean {
    const isThere = (media: Media | undefined): boolean => media?.address === to && media.port === toPort;
    return this.#tables.calls.all().some(({ caller, callee }) => isThere(caller) || isThere(callee));
  }

  #sip(connection: Connection, { from, bytes }: UdpPacket, fromInitiator: boolean): void {
    const text = Buffer.from(bytes).toString('latin1');
    const id = /^Call-ID: *(\S+)/im.exec(text)?.[1];
    if (id === undefined) return;
    const { calls } = this.#tables;
    const known = calls.get(id);
    if (text.startsWith('BYE ')) return known && calls.end(known);
    const port = Number(/^m=audio (\d+)/m.exec(text)?.[1]);
    if (!Number.isInteger(port)) return;
    const { nameif } = fromInitiator ? connection.initiator : connection.responder;
    const media = { nameif, address: from, port };
    const lastsMs = timeouts(this.#host.config).sip;
    if (text.startsWith('INVITE '))
      calls.add({ kind: 'sip', key: id, caller: media, ...this.#stamped(lastsMs) });
    else if (known && text.startsWith('SIP/2.0 200 ')) calls.add({ ...known, callee: media });
  }

  /** The tunnel has the number that the granting node gives in its answer. */
  #gtp(connection: Connection, { bytes }: UdpPacket): void {
    const tunnel = tunnelOf(bytes);
    const { tunnels } = this.#tables;
    const known = tunnels.get(tunnel);
    if (bytes[1] === deleted && known) tunnels.end(known);
    if (bytes[1] !== created || known) return;
    const { initiator, responder } = connection;
    const ends = { sgsn: initiator.address, ggsn: responder.address };
    tunnels.add({ kind: 'gtp', key: tunnel, tunnel, ...ends, ...this.#stamped(tunnelMs) });
  }

  #isInTunnel({ bytes }: UdpPacket): boolean {
    const tunnel = this.#tables.tunnels.get(tunnelOf(bytes));
    if (tunnel) this.#tables.tunnels.use(tunnel);
    return tunnel !== undefined;
  }

  #stamped(lastsMs: number): { startedMs: number; seenMs: number; toldMs: number; lastsMs: number } {
    const nowMs = this.#host.clock.nowMs();
    return { startedMs: nowMs, seenMs: nowMs, toldMs: nowMs, lastsMs };
  }
}

/** The tunnel identifier of the header, in hexadecimal. */
function tunnelOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(4, 8)).toString('hex');
}
