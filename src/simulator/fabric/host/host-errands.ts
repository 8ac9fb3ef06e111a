import { inSameSubnet, type Mac } from '../../ground/address.ts';
import type { DhcpPacket, IkePacket, RipPacket, DealingPacket, TunnelPacket } from '../dealing-packets.ts';

/** How a host puts packets on its segment. */
interface Errand {
  readonly address: string;
  readonly gateway: string;
  readonly mac: Mac;
  broadcast(packet: DhcpPacket | RipPacket): void;
  /** By way of the gateway. */
  route(packet: IkePacket | TunnelPacket): void;
}

type Networks = RipPacket['networks'];

/** What a host does with the firewall itself: borrows an address, tells it of networks, opens a tunnel to it. */
export class HostErrands {
  readonly #host: Errand;
  readonly #spi: number;
  #lease: string | undefined;
  #tunnel = false;
  #behind: Networks = [];

  constructor(host: Errand, spi: number) {
    this.#host = host;
    this.#spi = spi;
  }

  /** The address that it was lent last. */
  get lease(): string | undefined {
    return this.#lease;
  }

  /** Whether the gateway has agreed on a tunnel. */
  get hasTunnel(): boolean {
    return this.#tunnel;
  }

  requestLease(): void {
    this.#lease = undefined;
    this.#host.broadcast({ carries: 'dhcp', step: 'request', client: this.#host.mac, address: '0.0.0.0' });
  }

  /** Tells, as a router does, that these networks are behind this host; once, and not again. */
  advertise(networks: Networks): void {
    this.#behind = networks;
    this.#host.broadcast({ carries: 'rip', from: this.#host.address, networks });
  }

  openTunnel(): void {
    const { address, gateway } = this.#host;
    this.#host.route({ carries: 'ike', step: 'propose', from: address, to: gateway, spi: this.#spi });
  }

  /** Sends a datagram through the tunnel, whether or not the gateway still knows it. */
  sendThroughTunnel(to: string, toPort: number, bytes: Uint8Array): void {
    const { address, gateway } = this.#host;
    const inner = { carries: 'udp', from: address, fromPort: toPort, to, toPort, bytes } as const;
    this.#host.route({ carries: 'esp', from: address, to: gateway, spi: this.#spi, inner });
  }

  /** True for an address in a network that it has told of. */
  isBehind(address: string): boolean {
    return this.#behind.some(({ network, mask }) => inSameSubnet(network, address, mask));
  }

  take(packet: DealingPacket): void {
    if (packet.carries === 'ike' && packet.spi === this.#spi && packet.step === 'accept') this.#tunnel = true;
    if (packet.carries === 'dhcp' && packet.step === 'grant' && packet.client === this.#host.mac)
      this.#lease = packet.address;
  }
}
