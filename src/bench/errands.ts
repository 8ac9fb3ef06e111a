/**
 * What the hosts beside the pair can be told to do with the appliance itself, and not only through it. Each resolves
 * with what came of it, in a line of text.
 */
export interface Errands {
  /** The host inside asks for an address by DHCP: `inside leased 198.51.100.50`. */
  readonly lease: () => Promise<string>;
  /** The host outside tells once, by RIP, of a network behind it: `outside told of 198.18.7.0 255.255.255.0`. */
  readonly routes: () => Promise<string>;
  /** The host outside proposes a tunnel to its gateway: `outside tunnel agreed`. */
  readonly tunnel: () => Promise<string>;
  /** It sends a datagram to the host inside by the tunnel that was agreed last, and proposes nothing. */
  readonly datagram: () => Promise<string>;
  /** The host inside calls the one outside by SIP: `inside call open`. */
  readonly call: () => Promise<string>;
  /** It makes a PDP context by GTP with the one outside: `inside context made`. */
  readonly context: () => Promise<string>;
  /** It begins a session over HTTP and gives the name and the password `visitor`. */
  readonly login: () => Promise<string>;
}

/** The errands of a bench, if anybody there takes them. */
export interface WithErrands {
  readonly errands?: Errands | undefined;
}
