import type { TcpPacket } from '../../fabric/tcp-packet.ts';
import type { UdpPacket } from '../../fabric/frame.ts';
import type { Connection } from '../../message/state-entry.ts';
import { StateTable, type StateTableHost } from './state-table.ts';

/** A packet that belongs to a connection, or begins one. */
export type FlowPacket = UdpPacket | TcpPacket;

/** A connection, and which side of it a packet came from. */
export interface Found {
  readonly connection: Connection;
  readonly fromInitiator: boolean;
}

/** The connections through a unit, so that answers find their way back whatever the security levels. */
export class Connections extends StateTable<Connection> {
  /** The flow of the answers of each connection, and its key. */
  readonly #answers = new Map<string, string>();
  readonly #ended: (connection: Connection) => void;
  #lastNumber = 0;

  /** `ended` hears of every connection that is forgotten, for whatever reason. */
  constructor(host: StateTableHost, ended: (connection: Connection) => void) {
    super(host);
    this.#ended = ended;
  }

  /** The number of the next connection, as the messages of its beginning and its end have it. */
  nextNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }

  /** The connection that a packet belongs to, in either direction, as it arrives at an interface. */
  find(nameif: string, packet: FlowPacket): Found | undefined {
    const flow = flowOf(nameif, packet);
    const begun = this.get(flow);
    if (begun) return { connection: begun, fromInitiator: true };
    const key = this.#answers.get(flow);
    const answered = key === undefined ? undefined : this.get(key);
    return answered && { connection: answered, fromInitiator: false };
  }

  protected override store(connection: Connection): void {
    super.store(connection);
    this.#lastNumber = Math.max(this.#lastNumber, connection.number);
    this.#answers.set(answerFlow(connection), connection.key);
  }

  protected override discard(connection: Connection): void {
    super.discard(connection);
    this.#answers.delete(answerFlow(connection));
    this.#ended(connection);
  }
}

/** The flow of a packet that arrives at an interface; the key of the connection that it begins. */
export function flowOf(nameif: string, { carries, from, fromPort, to, toPort }: FlowPacket): string {
  return `${carries} ${nameif} ${from}/${fromPort} ${to}/${toPort}`;
}

function answerFlow({ protocol, initiator, responder }: Connection): string {
  return `${protocol} ${responder.nameif} ${responder.address}/${responder.port} ${initiator.mapped}/${initiator.mappedPort}`;
}
