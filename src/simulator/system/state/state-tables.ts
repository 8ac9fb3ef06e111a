import { Connections } from './connections.ts';
import type {
  AddressLease,
  BridgedStation,
  Connection,
  LearntRoute,
  LoggedInUser,
  Neighbour,
  PdpContext,
  SecurityAssociation,
  SipCall,
  StateEntry,
  Translation,
} from '../../message/state-entry.ts';
import { StateTable, type StateTableHost, type Taken } from './state-table.ts';
import type { LogicalUpdate } from '../../message/state-entry.ts';

/** All state of one execution space, kind by kind. */
export class StateTables {
  readonly connections: Connections;
  readonly translations: StateTable<Translation>;
  readonly neighbours: StateTable<Neighbour>;
  readonly stations: StateTable<BridgedStation>;
  readonly calls: StateTable<SipCall>;
  readonly associations: StateTable<SecurityAssociation>;
  readonly tunnels: StateTable<PdpContext>;
  readonly users: StateTable<LoggedInUser>;
  readonly routes: StateTable<LearntRoute>;
  readonly leases: StateTable<AddressLease>;

  /** `ended` hears of every connection that is forgotten. */
  constructor(host: StateTableHost, ended: (connection: Connection) => void) {
    this.connections = new Connections(host, ended);
    this.translations = new StateTable(host);
    this.neighbours = new StateTable(host);
    this.stations = new StateTable(host);
    this.calls = new StateTable(host);
    this.associations = new StateTable(host);
    this.tunnels = new StateTable(host);
    this.users = new StateTable(host);
    this.routes = new StateTable(host);
    this.leases = new StateTable(host);
  }

  /** Everything there is: translations before the connections that use them. */
  everything(): readonly StateEntry[] {
    return this.#all.flatMap((table): readonly StateEntry[] => table.all());
  }

  /** Forgets every entry that `which` chooses. */
  clear(which: (entry: StateEntry) => boolean = () => true): void {
    for (const table of this.#all) table.clear(which);
  }

  /** Ends every entry that `which` chooses, and tells the mate. */
  end(which: (entry: StateEntry) => boolean): void {
    for (const table of this.#all) table.endAll(which);
  }

  /** Does as the mate did. */
  take(change: LogicalUpdate['change'], entry: StateEntry): Taken {
    if (entry.kind === 'xlate') return this.translations.take(change, entry);
    if (entry.kind === 'arp') return this.neighbours.take(change, entry);
    if (entry.kind === 'bridge') return this.stations.take(change, entry);
    if (entry.kind === 'sip') return this.calls.take(change, entry);
    if (entry.kind === 'ike' || entry.kind === 'ipsec') return this.associations.take(change, entry);
    if (entry.kind === 'gtp') return this.tunnels.take(change, entry);
    if (entry.kind === 'route') return this.routes.take(change, entry);
    if (entry.kind === 'uauth') return this.users.take(change, entry);
    if (entry.kind === 'dhcp') return this.leases.take(change, entry);
    return this.connections.take(change, entry);
  }

  get #all() {
    return [
      this.translations,
      this.neighbours,
      this.stations,
      this.calls,
      this.associations,
      this.tunnels,
      this.users,
      this.routes,
      this.leases,
      this.connections,
    ] as const;
  }
}
