/** A counter with the words after its number: `0 input errors` is 0 of `input errors`. */
export interface InterfaceCounter {
  readonly name: string;
  readonly value: number;
}

/** `1 minute input rate 0 pkts/sec, 0 bytes/sec`. */
export interface TrafficRate {
  readonly minutes: number;
  readonly direction: 'input' | 'output' | 'drop';
  readonly packetsPerSecond: number;
  /** Absent for drops. */
  readonly bytesPerSecond?: number;
}

/** `input queue (blocks free curr/low): hardware (511/511)`. */
export interface InterfaceQueue {
  readonly direction: 'input' | 'output';
  /** What the two numbers are, as printed: `blocks free curr/low`. */
  readonly measure: string;
  readonly hardware: readonly [number, number];
  readonly software?: readonly [number, number];
}

/** One interface of `show interface`. */
export interface InterfaceFacts {
  readonly port: string;
  /** Absent where none is given (`""`). */
  readonly nameif?: string;
  readonly status: 'up' | 'down' | 'administratively-down';
  readonly protocol: 'up' | 'down';
  readonly hardware?: string;
  /** As printed, `1000 Mbps`, `100000 Kbit`. */
  readonly bandwidth?: string;
  readonly delay?: string;
  /** Absent for `VLAN identifier none`. */
  readonly vlan?: number;
  /** As printed: `Auto-Duplex(Full-duplex)`. */
  readonly duplex?: string;
  readonly speed?: string;
  readonly inputFlowControl?: string;
  readonly outputFlowControl?: string;
  readonly description?: string;
  readonly mac?: string;
  readonly mtu?: number;
  /** Absent for `unassigned`. */
  readonly address?: string;
  readonly mask?: string;
  readonly managementOnly: boolean;
  /** The port-channel or redundant interface that it belongs to. */
  readonly memberOf?: string;
  /** Ports of a port-channel or redundant interface, as printed line by line. */
  readonly members: readonly string[];
  /** Counters of the hardware, in the order of the output. */
  readonly counters: readonly InterfaceCounter[];
  readonly queues: readonly InterfaceQueue[];
  /** Counters of `Traffic Statistics`. */
  readonly traffic: readonly InterfaceCounter[];
  readonly rates: readonly TrafficRate[];
  /** Packets that asymmetric routing received, transmitted and dropped (`show interface detail`). */
  readonly asymmetricRouting: readonly InterfaceCounter[];
  /** Other lines, as printed: why it is not configured, the states that the control point holds. */
  readonly remarks: readonly string[];
}
