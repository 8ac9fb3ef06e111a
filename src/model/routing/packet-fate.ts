import type { Requirement } from '../../pair/index.ts';
import { asymmetricRouting } from '../requirement/asymmetric-routing.ts';

/** A packet that reaches an interface which has no session for it, and how the pair is configured. */
export interface StrayPacket {
  /** The ASR group of the interface that it reaches. */
  readonly asrGroup?: number;
  /** Where its session is: on the same unit or the mate, on an interface of that ASR group; absent if nowhere. */
  readonly session?: { readonly on: 'same-unit' | 'mate'; readonly asrGroup?: number };
  readonly kind: 'active-standby' | 'active-active';
  readonly isStateful: boolean;
  readonly isHttp: boolean;
  readonly replicatesHttp: boolean;
}

/** What must become of it. */
export interface PacketFate {
  readonly fate: 'dropped' | 'redirected to the mate' | 'put back into the stream';
  readonly requirements: readonly Requirement[];
}

const { dropped, looksInGroup, toMate, sameUnit, needsStateful, needsHttp } = asymmetricRouting;

const drop = (...requirements: readonly Requirement[]): PacketFate => ({ fate: 'dropped', requirements });

/** What the pair does with a packet of an asymmetrically routed connection. */
export function packetFate(packet: StrayPacket): PacketFate {
  const { asrGroup, session, kind, isStateful, isHttp, replicatesHttp } = packet;
  if (asrGroup === undefined) return drop(dropped);
  if (kind === 'active-standby' || !isStateful) return drop(needsStateful, dropped);
  if (session?.asrGroup !== asrGroup) return drop(looksInGroup);
  if (isHttp && !replicatesHttp) return drop(needsHttp);
  return session.on === 'mate'
    ? { fate: 'redirected to the mate', requirements: [toMate, looksInGroup] }
    : { fate: 'put back into the stream', requirements: [sameUnit, looksInGroup] };
}

/** What the fate of a packet says, and what is said of ASR groups besides. */
export const asymmetricRoutingSays: readonly Requirement[] = [
  dropped,
  looksInGroup,
  toMate,
  sameUnit,
  needsStateful,
  needsHttp,
  asymmetricRouting.entered,
  asymmetricRouting.counted,
];
