import type { Clock } from '../../../clock.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { built, noConnection } from '../../syslog/connection-messages.ts';
import type { SystemMessage } from '../../syslog/system-message.ts';
import { mayConnect } from './access.ts';
import { type FlowPacket, flowOf } from '../state/connections.ts';
import type { Inspections } from './inspections.ts';
import { wayTo } from './next-hop.ts';
import { perRevision } from '../../config/per-revision.ts';
import type { Connection } from '../../message/state-entry.ts';
import type { StateTables } from '../state/state-tables.ts';
import { openingFlags } from '../state/tcp-progress.ts';
import { embryonicMs, type Timeouts, timeouts } from '../state/timeouts.ts';
import type { Place, Translations } from './translations.ts';

/** What the opening of connections needs of the unit. */
interface OpeningHost {
  readonly clock: Clock;
  readonly config: ConfigTree;
  /** Before 8.3 access lists speak of the addresses on the wire, since then of the real ones. */
  readonly realAddresses: boolean;
  /** True while a host that is logged to is down, and nothing may pass that cannot be logged. */
  readonly deniesNew: boolean;
  interfaces(): readonly InterfaceSettings[];
  log(message: SystemMessage): void;
}

/** How a packet came here, if not by the plain way. */
export interface Way {
  readonly bridgedTo?: InterfaceSettings;
  readonly tunnelled?: boolean;
}

/** Decides on the first packet of a connection: may it pass, where to, and under which addresses. */
export class FlowOpening {
  readonly #host: OpeningHost;
  readonly #tables: StateTables;
  readonly #translations: Translations;
  readonly #inspections: Pick<Inspections, 'expects'>;
  readonly #timeouts: () => Timeouts;

  constructor(
    host: OpeningHost,
    tables: StateTables,
    translations: Translations,
    inspections: Pick<Inspections, 'expects'>,
  ) {
    this.#inspections = inspections;
    this.#host = host;
    this.#tables = tables;
    this.#translations = translations;
    this.#timeouts = perRevision(host.config, () => timeouts(host.config));
  }

  /**
   * The connection that a packet begins; undefined if it may not, and is dropped. It leaves by the interface that
   * leads to its destination, or in transparent mode by the one that is given. What comes out of a tunnel may pass.
   */
  open(entry: InterfaceSettings, packet: FlowPacket, way: Way = {}): Connection | undefined {
    const { config } = this.#host;
    if (this.#host.deniesNew) return undefined;
    if (packet.carries === 'tcp' && packet.flags !== 'SYN') {
      this.#host.log(noConnection(packet, entry.nameif ?? ''));
      return undefined;
    }
    const meant = this.#translations.meant(entry, packet);
    const exit =
      way.bridgedTo ?? wayTo(config, this.#host.interfaces(), meant.address, this.#tables.routes.all())?.exit;
    if (!exit || exit === entry || exit.shutdown) return undefined;
    const judged = this.#host.realAddresses ? { ...packet, to: meant.address, toPort: meant.port } : packet;
    const isExpected = packet.carries === 'udp' && this.#inspections.expects(packet);
    const may = way.tunnelled === true || isExpected || mayConnect(config, entry, exit, judged);
    if (!may) return undefined;
    const given = this.#translations.given(entry, exit, packet);
    return given && this.#enter(entry, exit, packet, { meant, given });
  }

  #enter(
    entry: InterfaceSettings,
    exit: InterfaceSettings,
    packet: FlowPacket,
    { meant, given }: { readonly meant: Place; readonly given: Place },
  ): Connection | undefined {
    const nowMs = this.#host.clock.nowMs();
    const { connections } = this.#tables;
    const protocol = packet.carries;
    const outbound = entry.securityLevel > exit.securityLevel;
    const connection: Connection = {
      kind: protocol === 'tcp' && meant.port === 80 ? 'http' : protocol,
      key: flowOf(entry.nameif ?? '', packet),
      number: connections.nextNumber(),
      protocol,
      outbound,
      initiator: {
        nameif: entry.nameif ?? '',
        address: packet.from,
        port: packet.fromPort,
        mapped: given.address,
        mappedPort: given.port,
      },
      responder: {
        nameif: exit.nameif ?? '',
        ...meant,
        mapped: packet.to,
        mappedPort: packet.toPort,
      },
      flags: protocol === 'tcp' ? openingFlags(outbound) : '',
      bytes: 0,
      startedMs: nowMs,
      seenMs: nowMs,
      toldMs: nowMs,
      lastsMs: protocol === 'tcp' ? embryonicMs : this.#timeouts().udp,
    };
    if (!connections.add(connection)) return undefined;
    this.#host.log(built(connection));
    return connection;
  }
}
