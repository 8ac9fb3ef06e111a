import { pduFamilies, reachOf, wordFits } from '../../topology/index.ts';
import type { PduFamily } from '../../topology/index.ts';
import type { DraftFacts, PduFacts, SwitchFacts } from '../facts.ts';
import { blank, entry, list, map, value } from '../node/draft-node.ts';
import type { DraftEntry, DraftNode } from '../node/draft-node.ts';
import { secretName, secretReference } from '../secret-name.ts';
import type { Told } from '../told.ts';

/** The switches that are known, and those that only a cable names. */
export function switchesNode({ switches, units }: DraftFacts): DraftNode {
  const cabled = [...units.primary.cables, ...units.secondary.cables].flatMap(({ to, from }) =>
    to ? [{ name: to.switch, from }] : [],
  );
  return map(byName(switches, cabled).map((one) => entry(one.name, switchNode(one), one.from)));
}

/** The PDUs that are known, and those that only a feed names. */
export function pdusNode({ pdus, units }: DraftFacts): DraftNode {
  const fed = [...units.primary.power, ...units.secondary.power].map(({ pdu, from }) => ({
    name: pdu,
    from,
  }));
  return map(byName(pdus, fed).map((one) => entry(one.name, pduNode(one), one.from)));
}

interface Named {
  readonly name: string;
  readonly from: string;
}

/** Each name once: as it is described, or as it is only mentioned. */
function byName<T extends Named & { readonly protected: readonly Told<string>[] }>(
  described: readonly T[],
  mentioned: readonly Named[],
): readonly (T | (Named & { readonly protected: readonly Told<string>[] }))[] {
  const all = new Map<string, T | (Named & { readonly protected: readonly Told<string>[] })>();
  for (const one of [...described, ...mentioned.map((named) => ({ ...named, protected: [] }))])
    if (wordFits('name', one.name) && !all.has(one.name)) all.set(one.name, one);
  return [...all.values()];
}

function switchNode({
  name,
  snmp,
  cli,
  protected: kept,
}: Pick<SwitchFacts, 'name' | 'snmp' | 'cli' | 'protected'>) {
  const reached = cli ? undefined : (snmp ?? agentNode(name, undefined, undefined));
  return map([entry('snmp', reached), entry('cli', cli), protectedEntry(kept, 'Ports that are never shut.')]);
}

function pduNode({ name, family, host, port, protected: kept }: Omit<PduFacts, 'from'>): DraftNode {
  const known = pduFamilies.find((one) => one === family);
  const unknown = family === undefined ? '' : `; found ${JSON.stringify(family)}`;
  return map([
    entry(
      'model',
      known === undefined
        ? blank(`its family, such as apc-rpdu2; fover check names them all${unknown}`)
        : value(known),
    ),
    reachEntry(name, known, host, port),
    protectedEntry(kept, 'Outlets that are never switched.'),
  ]);
}

function reachEntry(
  name: string,
  family: PduFamily | undefined,
  host: string | undefined,
  port: number | undefined,
): readonly DraftEntry[] {
  const reach = family === undefined ? 'snmp' : reachOf(family);
  if (reach === 'snmp') return entry('snmp', agentNode(name, host, port));
  if (reach === 'web') return entry('web', blank('the page: url, outlets, state, on, off'));
  return entry(reach, map([hostEntry(host), entry('port', port === undefined ? undefined : value(port))]));
}

function hostEntry(host: string | undefined): readonly DraftEntry[] {
  return entry('host', host === undefined || host === '' ? blank('its name or address') : value(host));
}

/** An SNMP agent of version 2c; the community is a secret of the device. */
export function agentNode(name: string, host: string | undefined, port: number | undefined): DraftNode {
  return map([
    hostEntry(host),
    entry('port', port === undefined ? undefined : value(port)),
    entry('version', value('2c', 'unless it speaks 1, or 3 with user, auth and priv')),
    entry('community', value(secretReference(communityName(name)))),
  ]);
}

/** The name of the secret that is the community of a device. */
export function communityName(device: string): string {
  return secretName(device, 'community');
}

function protectedEntry(kept: readonly Told<string>[], why: string): readonly DraftEntry[] {
  if (kept.length === 0) return [];
  const once = [...new Map(kept.map((one) => [one.value, one])).values()];
  return entry('protected', list(once.map(({ value: of, from }) => value(of, from))), why);
}
