/** What passes through the pair, between the hosts beside it. */
import type { Cancel } from '../../clock.ts';
import type { HostErrands } from '../fabric/host/host-errands.ts';

/** One flow of probes: what is sent goes out of the sending host, and arrives at the other host or is lost. */
export interface SimulatedFlow {
  readonly name: string;
  /** Opens a session from the sending host to an echo at the other one. */
  openEcho(protocol: 'tcp' | 'http'): EchoedSession;
  send(packet: Uint8Array): void;
  onArrived(listener: (packet: Uint8Array) => void): Cancel;
}

/** What a session between two hosts is to be. */
export type SessionWish = (
  | { readonly protocol: 'tcp' | 'udp'; readonly port: number }
  | { readonly protocol: 'http' }
  | { readonly protocol: 'sip' }
) & {
  /** The address that the client calls, if the server goes by another than its own. */
  readonly address?: string;
};

/** How far a session is, as one of its hosts sees it. */
export type SessionState = 'opening' | 'open' | 'closing' | 'closed' | 'reset' | 'timed-out';

/** A session between two hosts beside the pair, which lives as long as packets find their way through it. */
export interface SimulatedSession {
  readonly state: SessionState;
  /** As the host that was called sees it; `closed` before it has heard of it. */
  readonly serverState: SessionState;
  /** Bytes that have arrived so far. */
  readonly delivered: { readonly toServer: number; readonly toClient: number };
  /** From the host that opened the session to the other one, and back. */
  send(bytes: Uint8Array): void;
  reply(bytes: Uint8Array): void;
  close(): void;
  /** Ends it at once, with a reset. */
  abort(): void;
}

/** A session whose server sends back everything that it is sent (RFC 862), as its client sees it. */
export interface EchoedSession {
  readonly state: SessionState;
  /** What is sent before the session is open waits for it. */
  send(bytes: Uint8Array): void;
  /** Calls `listener` with what has come back, in order. */
  onArrived(listener: (bytes: Uint8Array) => void): Cancel;
  /** Calls `listener` whenever `state` has changed. */
  onChange(listener: (state: SessionState) => void): Cancel;
  close(): void;
  /** Ends it at once, with a reset. */
  abort(): void;
}

/** What a host beside the pair can do with the active unit itself. */
export interface SimulatedHost {
  readonly address: string;
  readonly errands: HostErrands;
}
