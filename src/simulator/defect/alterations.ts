/** The words in which defects of a unit are written: each alters one trait, whatever altered it before. */
import type { GroupSettings } from '../config/group-settings.ts';
import type { ArpPacket, Packet } from '../fabric/frame.ts';
import type { Mismatch } from '../failover/identity.ts';
import type { FailoverMessage, Hello } from '../message/failover-message.ts';
import type { StateKind } from '../message/state-entry.ts';
import type { UnitTraits } from './unit-traits.ts';

/** Some messages of the mate are not taken in. */
export function deafTo(traits: UnitTraits, to: (message: FailoverMessage) => boolean): UnitTraits {
  return { ...traits, hears: (message) => (to(message) ? [] : traits.hears(message)) };
}

/** Some packets do not leave the unit. */
export function sending(traits: UnitTraits, leaves: (packet: Packet) => boolean): UnitTraits {
  return { ...traits, sends: (packet) => traits.sends(packet).filter(leaves) };
}

/** Some messages to the mate do not leave the unit. */
export function silentAbout(traits: UnitTraits, about: (message: FailoverMessage) => boolean): UnitTraits {
  return { ...traits, says: (message) => traits.says(message).filter((said) => !about(said)) };
}

/** Messages to the mate leave the unit as others. */
export function saying(
  traits: UnitTraits,
  instead: (message: FailoverMessage) => FailoverMessage,
): UnitTraits {
  return { ...traits, says: (message) => traits.says(message).map(instead) };
}

/** Hellos leave the unit as others. */
export function sayingInHellos(traits: UnitTraits, instead: (hello: Hello) => Hello): UnitTraits {
  return saying(traits, (message) => (message.kind === 'hello' ? instead(message) : message));
}

/** True for the request for one's own address that tells a network where it is. */
export function isGratuitous(packet: Packet): packet is ArpPacket {
  return packet.carries === 'arp' && packet.senderIp === packet.targetIp;
}

/** What is believed to be configured for each failover group, or for the one group of Active/Standby. */
export function inEachGroup(
  traits: UnitTraits,
  instead: (group: GroupSettings) => GroupSettings,
): UnitTraits {
  return {
    ...traits,
    settings: (configured) => {
      const right = traits.settings(configured);
      return { ...right, groups: right.groups.map(instead) };
    },
  };
}

/** A command is taken for another one, or for nothing. */
export function readingCommands(
  traits: UnitTraits,
  which: RegExp,
  instead: (line: string) => string | undefined,
): UnitTraits {
  return {
    ...traits,
    understands: (line) => (which.test(line.trim()) ? instead(line.trim()) : traits.understands(line)),
  };
}

/** A configuration command goes to the mate that should not, or the other way round. */
export function replicating(traits: UnitTraits, which: RegExp, goes: boolean): UnitTraits {
  return {
    ...traits,
    replicates: (right, line) => (which.test(line) ? goes : traits.replicates(right, line)),
  };
}

/** A kind of state goes to the mate that should not, or the other way round. */
export function passing(traits: UnitTraits, kind: StateKind, goes: boolean): UnitTraits {
  return {
    ...traits,
    passes: (right, entry) => (entry.kind === kind ? goes : traits.passes(right, entry)),
  };
}

/** Lines at a terminal are printed as others. */
export function printing(traits: UnitTraits, instead: (line: string) => string): UnitTraits {
  return { ...traits, prints: (lines) => traits.prints(lines).map(instead) };
}

/** System messages of these numbers are not logged. */
export function unlogged(traits: UnitTraits, ids: readonly number[]): UnitTraits {
  return {
    ...traits,
    logs: (message) => (ids.includes(message.id) ? undefined : traits.logs(message)),
  };
}

/** The console does not say what nobody asked for. */
export function unannounced(traits: UnitTraits, which: RegExp): UnitTraits {
  return { ...traits, announces: (what) => !which.test(what) && traits.announces(what) };
}

/** A difference between the units is not noticed. */
export function unconcernedBy(traits: UnitTraits, kind: Mismatch['kind']): UnitTraits {
  return {
    ...traits,
    objects: (right, ours, mate) => {
      const found = traits.objects(right, ours, mate);
      return found?.kind === kind ? undefined : found;
    },
  };
}

/** Lines of the startup configuration are not there any more at boot. */
export function forgetting(traits: UnitTraits, which: (line: string) => boolean): UnitTraits {
  return { ...traits, restores: (stored) => traits.restores(stored).filter((line) => !which(line)) };
}
