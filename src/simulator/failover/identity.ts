import type { UnitIdentity } from '../message/unit-identity.ts';

/** What the units differ in, so that failover cannot be; the words are those of each kind's message. */
export type Mismatch =
  | { readonly kind: 'version'; readonly reason: string }
  | { readonly kind: 'mode'; readonly reason: string; readonly mate: string; readonly ours: string }
  | { readonly kind: 'licence'; readonly reason: string; readonly mate: string; readonly ours: string }
  | { readonly kind: 'chassis'; readonly reason: string }
  | { readonly kind: 'memory'; readonly reason: string }
  | { readonly kind: 'interfaces'; readonly reason: string }
  | { readonly kind: 'card'; readonly reason: string };

/**
 * Why two units cannot be a pair. Versions may differ within a major version, as they do while a pair is upgraded;
 * everything else has to be the same. Undefined if they can.
 */
export function mismatch(ours: UnitIdentity, mate: UnitIdentity): Mismatch | undefined {
  if (major(ours.version) !== major(mate.version))
    return { kind: 'version', reason: differs('software version') };
  for (const mode of [modeOfContexts, ({ mode: firewall }: UnitIdentity) => firewall]) {
    if (mode(ours) === mode(mate)) continue;
    return { kind: 'mode', reason: differs('operating mode'), mate: mode(mate), ours: mode(ours) };
  }
  const feature = Object.keys({ ...ours.licence, ...mate.licence }).find(
    (name) => ours.licence[name] !== mate.licence[name],
  );
  if (feature !== undefined) {
    const [own, others] = [ours, mate].map(({ licence }) => `${feature} ${licence[feature] ?? 'Disabled'}`);
    return { kind: 'licence', reason: differs('license'), mate: others ?? '', ours: own ?? '' };
  }
  if (ours.model !== mate.model) return { kind: 'chassis', reason: differs('chassis configuration') };
  // The history has no words of their own for these two.
  const hardware = differs('chassis configuration');
  if (ours.memoryMb !== mate.memoryMb) return { kind: 'memory', reason: hardware };
  if (kinds(ours.interfaces) !== kinds(mate.interfaces)) return { kind: 'interfaces', reason: hardware };
  return ours.card === mate.card ? undefined : { kind: 'card', reason: differs('card configuration') };
}

/** The types of interfaces, one word for each interface. */
function kinds(names: readonly string[]): string {
  return names
    .map((name) => name.replace(/\d.*/, ''))
    .toSorted()
    .join(' ');
}

function modeOfContexts({ contexts }: UnitIdentity): string {
  return contexts === 'multiple' ? 'Multiple' : 'Single';
}

function major(version: string): string | undefined {
  return version.split('.')[0];
}

function differs(what: string): string {
  return `Other unit has different ${what}`;
}
