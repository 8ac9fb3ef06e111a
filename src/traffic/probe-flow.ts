/** An address and a port; a host name is looked up once, before the first probe. */
export interface HostPort {
  readonly host: string;
  readonly port: number;
}

/** Probes from one host to another, through the pair, on a fixed schedule. */
export interface ProbeFlow {
  readonly name: string;
  /** Spacing of the schedule, 1 ms or more. */
  readonly everyMs: number;
  readonly send: {
    /** The address on the sender's side; the system's choice when absent. */
    readonly bind?: HostPort;
    readonly to: HostPort;
  };
  /** One of the two at least, or nothing could arrive. */
  readonly receive: {
    /** Where probes arrive. */
    readonly bind?: HostPort;
    /** A host that hands arriving probes to whoever says hello to it: it is greeted at the start and every second. */
    readonly attachTo?: HostPort;
  };
}
