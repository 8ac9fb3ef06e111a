/**
 * The two messages that make a PDP context (3GPP TS 29.060, 7.3.1 and 7.3.2), as short as an inspection needs them:
 * the node that asks, and the one that grants, each say by which tunnel they are reached.
 */
const [createRequest, createResponse] = [16, 17] as const;
/** Information elements: a cause, and the tunnel endpoints of data and of signalling. */
const [cause, dataTunnel, controlTunnel] = [1, 16, 17] as const;
const accepted = 128;

/** Where GTP signalling goes to over UDP. */
export const gtpPort = 2123;

/** A request whose sender is reached by this tunnel; the far end has none yet. */
export function createContext(tunnel: number): Uint8Array {
  return message(createRequest, 0, tunnelElements(tunnel));
}

/** What grants it to the node that is reached by `asker`, from one that is reached by `tunnel`. */
export function grantContext(asker: number, tunnel: number): Uint8Array {
  return message(createResponse, asker, [cause, accepted, ...tunnelElements(tunnel)]);
}

function message(type: number, to: number, elements: readonly number[]): Uint8Array {
  const sequence = [0, 1, 0, 0];
  const rest = [...sequence, ...elements];
  // Version 1, GTP itself, and with a sequence number.
  return Uint8Array.from([0x32, type, 0, rest.length, ...long(to), ...rest]);
}

const tunnelElements = (tunnel: number): readonly number[] =>
  [dataTunnel, controlTunnel].flatMap((element) => [element, ...long(tunnel)]);

const long = (value: number): readonly number[] =>
  [24, 16, 8, 0].map((bits) => Math.floor(value / 2 ** bits) % 256);
