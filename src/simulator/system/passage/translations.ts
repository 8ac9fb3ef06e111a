import type { Clock } from '../../../clock.ts';
import type { ConfigTree } from '../../config/config-tree.ts';
import type { InterfaceSettings } from '../../config/interface-settings.ts';
import { inSameSubnet, ipNumber, ipText } from '../../ground/address.ts';
import { listVerdict } from './access.ts';
import type { FlowPacket } from '../state/connections.ts';
import { type NatRule, natRules } from './nat-rules.ts';
import { perRevision } from '../../config/per-revision.ts';
import type { Connection, Translation } from '../../message/state-entry.ts';
import type { StateTable } from '../state/state-table.ts';
import { type Timeouts, timeouts } from '../state/timeouts.ts';

const firstPort = 1024;
const lastPort = 65_535;

/** An address and a port. */
export interface Place {
  readonly address: string;
  readonly port: number;
}

/** What the translations need of the unit. */
interface TranslationsHost {
  readonly clock: Clock;
  readonly config: ConfigTree;
  interfaces(): readonly InterfaceSettings[];
}

/** Address translation: by which addresses the ends of a connection go, and which such addresses are in use. */
export class Translations {
  readonly #host: TranslationsHost;
  readonly #table: StateTable<Translation>;
  readonly #rules: () => readonly NatRule[];
  readonly #timeouts: () => Timeouts;
  #nextPort = firstPort;

  constructor(host: TranslationsHost, table: StateTable<Translation>) {
    this.#host = host;
    this.#table = table;
    this.#rules = perRevision(host.config, () => natRules(host.config));
    this.#timeouts = perRevision(host.config, () => timeouts(host.config));
  }

  /** Where a packet to an address that some host goes by is meant to go. */
  meant(entry: InterfaceSettings, packet: FlowPacket): Place {
    for (const rule of this.#rules()) {
      if (rule.kind !== 'static' || !fits(rule.mappedIf, entry.nameif)) continue;
      if (rule.port && (rule.port.protocol !== packet.carries || rule.port.mapped !== packet.toPort))
        continue;
      const mapped = this.#address(rule, entry);
      if (!inSameSubnet(mapped, packet.to, rule.real.mask)) continue;
      return {
        address: moved(packet.to, rule.real.address, rule.real.mask),
        port: rule.port?.real ?? packet.toPort,
      };
    }
    return { address: packet.to, port: packet.toPort };
  }

  /**
   * By which address and port the sender of the first packet of a connection goes beyond `exit`; undefined if
   * there has to be a translation (`nat-control`) and can be none.
   */
  given(entry: InterfaceSettings, exit: InterfaceSettings, packet: FlowPacket): Place | undefined {
    const own = { address: packet.from, port: packet.fromPort };
    for (const rule of this.#rules()) {
      if (!fits(rule.realIf, entry.nameif) || !fits(rule.mappedIf, exit.nameif)) continue;
      if (!this.#covers(rule, packet)) continue;
      if (rule.kind === 'identity') return own;
      if (rule.kind === 'static') return this.#static(rule, entry, exit, packet);
      const found =
        rule.kind === 'pool'
          ? this.#fromPool(rule, entry, exit, packet)
          : this.#shared(rule, entry, exit, packet);
      if (found) return found;
    }
    const isControlled =
      this.#host.config.text('nat-control') !== undefined && entry.securityLevel > exit.securityLevel;
    return isControlled ? undefined : own;
  }

  /** True if hosts on that interface have to find an address here, because somebody beyond goes by it. */
  answersFor(one: InterfaceSettings, address: string): boolean {
    return this.#rules().some((rule) => {
      if (rule.kind === 'identity' || !fits(rule.mappedIf, one.nameif) || rule.mapped === 'interface')
        return false;
      if (rule.kind === 'static') return inSameSubnet(rule.mapped, address, rule.real.mask);
      const [asked = 0, first = 0, last = 0] = [address, rule.mapped, rule.last ?? rule.mapped].map(ipNumber);
      return asked >= first && asked <= last;
    });
  }

  /** The addresses of a connection that has ended may be given to another one after a while. */
  release({ protocol, initiator }: Connection): void {
    if (initiator.mapped === initiator.address && initiator.mappedPort === initiator.port) return;
    const { pat, whole } = keysOf(protocol, initiator.mapped, initiator.mappedPort);
    const translation = this.#table.get(pat) ?? this.#table.get(whole);
    if (!translation || translation.lastsMs !== Number.POSITIVE_INFINITY) return;
    translation.seenMs = this.#host.clock.nowMs();
    translation.lastsMs = this.#timeouts()[translation.protocol === undefined ? 'xlate' : 'pat-xlate'];
  }

  #covers(rule: NatRule, packet: FlowPacket): boolean {
    if (rule.port && (rule.port.protocol !== packet.carries || rule.port.real !== packet.fromPort))
      return false;
    if (rule.accessList !== undefined)
      return listVerdict(this.#host.config, rule.accessList, packet) === true;
    return inSameSubnet(rule.real.address, packet.from, rule.real.mask);
  }

  #static(rule: NatRule, entry: InterfaceSettings, exit: InterfaceSettings, packet: FlowPacket): Place {
    const address = moved(packet.from, this.#address(rule, exit), rule.real.mask);
    this.#note(keysOf(packet.carries, address, 0).whole, entry, exit, packet.from, address);
    return { address, port: rule.port?.mapped ?? packet.fromPort };
  }

  #fromPool(
    rule: NatRule,
    entry: InterfaceSettings,
    exit: InterfaceSettings,
    packet: FlowPacket,
  ): Place | undefined {
    const held = this.#table
      .all()
      .find(
        ({ protocol, from, to }) =>
          protocol === undefined && from.address === packet.from && to.nameif === exit.nameif,
      );
    const [first = 0, last = 0] = [rule.mapped, rule.last ?? rule.mapped].map(ipNumber);
    let address = held?.to.address;
    for (let at = first; address === undefined && at <= last; at += 1) {
      if (!this.#table.get(keysOf(packet.carries, ipText(at), 0).whole)) address = ipText(at);
    }
    if (address === undefined) return undefined;
    const isNoted = this.#note(keysOf(packet.carries, address, 0).whole, entry, exit, packet.from, address);
    return isNoted ? { address, port: packet.fromPort } : undefined;
  }

  #shared(
    rule: NatRule,
    entry: InterfaceSettings,
    exit: InterfaceSettings,
    packet: FlowPacket,
  ): Place | undefined {
    const address = this.#address(rule, exit);
    for (let tries = firstPort; tries <= lastPort; tries += 1) {
      const port = this.#nextPort;
      this.#nextPort = port === lastPort ? firstPort : port + 1;
      const key = keysOf(packet.carries, address, port).pat;
      if (this.#table.get(key)) continue;
      const isNoted = this.#note(key, entry, exit, packet.from, address, { packet, port });
      return isNoted ? { address, port } : undefined;
    }
    return undefined;
  }

  #address({ mapped }: NatRule, on: InterfaceSettings): string {
    return mapped === 'interface' ? (on.active ?? '') : mapped;
  }

  /** Enters a translation that is in use now; false without memory for it. */
  #note(
    key: string,
    entry: InterfaceSettings,
    exit: InterfaceSettings,
    from: string,
    to: string,
    shared?: { readonly packet: FlowPacket; readonly port: number },
  ): boolean {
    const held = this.#table.get(key);
    if (held) {
      held.lastsMs = Number.POSITIVE_INFINITY;
      return true;
    }
    const nowMs = this.#host.clock.nowMs();
    return this.#table.add({
      kind: 'xlate',
      key,
      protocol: shared?.packet.carries,
      from: { nameif: entry.nameif ?? '', address: from, port: shared?.packet.fromPort },
      to: { nameif: exit.nameif ?? '', address: to, port: shared?.port },
      startedMs: nowMs,
      seenMs: nowMs,
      lastsMs: Number.POSITIVE_INFINITY,
      toldMs: nowMs,
    });
  }
}

/** The keys that a translation may have: of one port, or of all. */
function keysOf(
  protocol: string,
  address: string,
  port: number,
): { readonly pat: string; readonly whole: string } {
  return { pat: `${protocol} ${address}/${port}`, whole: address };
}

function fits(wanted: string, nameif: string | undefined): boolean {
  return wanted === 'any' || wanted === nameif;
}

/** The host part of one address in the network of another. */
function moved(address: string, network: string, mask: string): string {
  const [host = 0, base = 0, bits = 0] = [address, network, mask].map((one) => ipNumber(one));
  return ipText(((base & bits) | (host & ~bits)) >>> 0);
}
