import type { UnitName } from '../../pair/index.ts';
import type { CableFound, FeedFound, PduFacts, SwitchFacts } from '../facts.ts';
import { told } from '../told.ts';
import type { Told } from '../told.ts';
import type { CableEnd, CableRow } from './cable-row.ts';

type Parts = Readonly<
  Record<UnitName, { readonly cables: readonly CableFound[]; readonly power: readonly FeedFound[] }>
>;

/** The switches and PDUs of the pair, with what they serve beside it; and the rows that are about neither. */
export function guardedBy(
  others: readonly CableRow[],
  { primary, secondary }: Parts,
): {
  readonly switches: readonly SwitchFacts[];
  readonly pdus: readonly PduFacts[];
  readonly notes: readonly string[];
} {
  const ports = new Map<string, Told<string>[]>();
  const outlets = new Map<string, Told<string>[]>();
  const origin = new Map<string, string>();
  for (const { to, from } of [...primary.cables, ...secondary.cables])
    if (to) {
      ports.set(to.switch, []);
      origin.set(to.switch, from);
    }
  for (const { pdu, from } of [...primary.power, ...secondary.power]) {
    outlets.set(pdu, []);
    origin.set(pdu, from);
  }
  const notes = others.flatMap((row) => {
    const [one, other] = row.ends;
    const guarded = [guard(one, other, ports, outlets), guard(other, one, ports, outlets)];
    return guarded.includes(true)
      ? []
      : [`${row.from}: a cable of neither unit, nor of their switches and PDUs`];
  });
  const from = (name: string): string => origin.get(name) ?? '';
  return {
    switches: [...ports].map(([name, kept]) => ({ name, from: from(name), protected: kept })),
    pdus: [...outlets].map(([name, kept]) => ({ name, from: from(name), protected: kept })),
    notes,
  };
}

function guard(
  { device, port, is }: CableEnd,
  { device: far }: CableEnd,
  ports: ReadonlyMap<string, Told<string>[]>,
  outlets: ReadonlyMap<string, Told<string>[]>,
): boolean {
  const kept = is === 'console' || is === 'power' ? undefined : ports.get(device.text);
  kept?.push(told(port.text, far.text));
  const fed = outlets.get(device.text);
  fed?.push(told(port.text.replace(/^outlet[ -]*/i, ''), far.text));
  return kept !== undefined || fed !== undefined;
}
