import type { Clock } from '../../../clock.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { passwordHash } from '../../config/password-hash.ts';
import { TcpEndpoint } from '../../fabric/host/tcp-endpoint.ts';
import type { TcpPacket } from '../../fabric/tcp-packet.ts';
import { listVerdict } from './access.ts';
import { flowOf } from '../state/connections.ts';
import type { StateTables } from '../state/state-tables.ts';
import { timeouts } from '../state/timeouts.ts';

/** So many hosts are asked at a time; of those beyond, the first is forgotten. */
const mostAsked = 64;

/** What cut-through authentication needs of the unit. */
interface CutThroughHost {
  readonly clock: Clock;
  readonly config: ConfigTree;
}

/**
 * Cut-through authentication (`aaa authentication match LIST INTERFACE LOCAL`): the first connection of a host is
 * answered by the unit itself, which asks who is there; once that is known, connections pass.
 */
export class CutThrough {
  readonly #host: CutThroughHost;
  readonly #tables: StateTables;
  readonly #answer: (entry: InterfaceSettings, packet: TcpPacket) => void;
  readonly #asked = new Map<string, TcpEndpoint>();

  constructor(
    host: CutThroughHost,
    tables: StateTables,
    answer: (entry: InterfaceSettings, packet: TcpPacket) => void,
  ) {
    this.#host = host;
    this.#tables = tables;
    this.#answer = answer;
  }

  /** Takes a packet of a host that has yet to say who it is; false if it may go on. */
  take(entry: InterfaceSettings, packet: TcpPacket): boolean {
    const key = flowOf(entry.nameif ?? '', packet);
    const asked = this.#asked.get(key);
    if (asked) {
      asked.take(packet);
      return true;
    }
    if (packet.flags !== 'SYN' || !this.#mustSay(entry, packet)) return false;
    const [oldest] = this.#asked.keys();
    if (this.#asked.size >= mostAsked && oldest !== undefined) this.#asked.delete(oldest);
    const end = this.#ask(entry, packet);
    this.#asked.set(key, end);
    end.accept(packet);
    return true;
  }

  #mustSay({ nameif }: InterfaceSettings, packet: TcpPacket): boolean {
    if (this.#tables.users.get(packet.from)) return false;
    return this.#host.config.nodes().some(({ text }) => {
      const [, list, on] = /^aaa authentication match (\S+) (\S+) LOCAL$/.exec(text) ?? [];
      return list !== undefined && on === nameif && listVerdict(this.#host.config, list, packet) === true;
    });
  }

  #ask(entry: InterfaceSettings, { from, fromPort, to, toPort, sequence }: TcpPacket): TcpEndpoint {
    const flow = { from: to, fromPort: toPort, to: from, toPort: fromPort };
    const end: TcpEndpoint = new TcpEndpoint(this.#host.clock, flow, sequence, {
      transmit: (packet) => this.#answer(entry, packet),
      arrived: (bytes) => {
        this.#hear(from, Buffer.from(bytes).toString('latin1'));
        end.close();
      },
      changed: () => undefined,
    });
    return end;
  }

  /** `Authorization: Basic …` with the name and the password of a local user. */
  #hear(address: string, request: string): void {
    const [, encoded = ''] = /^Authorization: Basic (\S+)/im.exec(request) ?? [];
    const [user = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const stored = this.#host.config.text(`username ${user}`)?.split(' ')[3];
    if (stored === undefined || stored !== passwordHash(password, user)) return;
    const nowMs = this.#host.clock.nowMs();
    const lastsMs = timeouts(this.#host.config).uauth;
    this.#tables.users.add({
      kind: 'uauth',
      key: address,
      address,
      user,
      startedMs: nowMs,
      seenMs: nowMs,
      toldMs: nowMs,
      lastsMs,
    });
  }
}
