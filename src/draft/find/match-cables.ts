import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import type { LearnedMac } from '../../device/index.ts';
import type { CableFound } from '../facts.ts';

/** What one switch has learned. */
export interface WalkedSwitch {
  readonly name: string;
  readonly learned: readonly LearnedMac[];
}

/** The addresses that a unit uses at each of its sockets. */
export type MacsBySocket = ReadonlyMap<string, ReadonlySet<string>>;

interface Heard {
  readonly switch: string;
  readonly port: string;
  /** Every address that was heard behind that port. */
  readonly macs: ReadonlySet<string>;
}

/**
 * Which port each socket is plugged into: the one behind which a switch has heard its addresses, and no others. A
 * port that hears others as well leads to another switch, and to shut it would cut off more than was meant; such a
 * cable is not guessed, but told with what was seen.
 */
export function matchCables(
  switches: readonly WalkedSwitch[],
  units: Readonly<Record<UnitName, MacsBySocket>>,
): Readonly<Record<UnitName, readonly CableFound[]>> {
  const ports = switches.flatMap(portsOf);
  const of = (unit: UnitName): readonly CableFound[] =>
    [...units[unit]].flatMap(([socket, macs]) => cableOf(ports, socket, macs) ?? []);
  const cables = { primary: of('primary'), secondary: of('secondary') };
  const taken = unitNames.flatMap((unit) => cables[unit]).flatMap(({ to }) => (to ? [keyOf(to)] : []));
  const once = (cable: CableFound): CableFound => {
    const { to } = cable;
    if (!to || taken.filter((key) => key === keyOf(to)).length === 1) return cable;
    const { interface: socket, from } = cable;
    return { interface: socket, from: `${from}: ${to.switch} ${to.port}, and so was another socket` };
  };
  return { primary: cables.primary.map(once), secondary: cables.secondary.map(once) };
}

const keyOf = (to: { readonly switch: string; readonly port: string }): string =>
  JSON.stringify([to.switch, to.port]);

function portsOf({ name, learned }: WalkedSwitch): readonly Heard[] {
  const ports = new Map<string, Set<string>>();
  for (const {
    mac,
    port: [port],
  } of learned) {
    if (port === undefined) continue;
    const macs = ports.get(port) ?? new Set();
    ports.set(port, macs.add(mac.toLowerCase()));
  }
  return [...ports].map(([port, macs]) => ({ switch: name, port, macs }));
}

function cableOf(ports: readonly Heard[], socket: string, macs: ReadonlySet<string>): CableFound | undefined {
  const heard = ports.filter((port) => [...macs].some((mac) => port.macs.has(mac)));
  const alone = heard.filter((port) => [...port.macs].every((mac) => macs.has(mac)));
  const [only] = alone;
  const address = [...macs].find((mac) => only?.macs.has(mac)) ?? '';
  if (only && alone.length === 1)
    return {
      interface: socket,
      from: `${only.switch} has heard ${address} there`,
      to: { switch: only.switch, port: only.port },
    };
  if (heard.length === 0) return undefined;
  const seen = heard.map((port) => `${port.switch} ${port.port} (${port.macs.size} addresses)`).join(', ');
  return { interface: socket, from: `its address was heard behind ${seen}` };
}
