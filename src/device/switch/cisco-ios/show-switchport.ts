import { readLines } from './read-lines.ts';

/** What `show interfaces … switchport` says that matters here. */
export interface Switchport {
  readonly isSwitched: boolean;
  readonly trunk: 'off' | 'negotiated' | 'on';
  readonly accessVlan?: number;
  readonly nativeVlan?: number;
  /** The channel that the port is bundled into. */
  readonly bundle?: string;
}

/** Every line is a key and a value; those that say nothing of links and VLANs of the port begin like this. */
const others = [
  /^(Administrative|Operational) (private-vlan|Dot1q Ethertype)\b/,
  /^(Administrative|Operational) Trunking Encapsulation:/,
  /^Administrative Native VLAN tagging:/,
  /^(Voice VLAN|Name|Pruning VLANs Enabled|Trunking VLANs (Enabled|Active)|Capture VLANs Allowed):/,
  /^ +[\d,-]+$/,
  /^Capture Mode (Disabled|Enabled)$/,
  /^(Protected|Unknown (unicast|multicast) blocked|Appliance trust|Vepa Enabled|Negotiation of Trunking):/,
];

const line =
  /^(?<key>Switchport|Administrative Mode|Operational Mode|Access Mode VLAN|Trunking Native Mode VLAN): (?<value>.*)$/;

/** Reads `show interfaces … switchport` of one port. Throws `UnreadLineError`. */
export function readSwitchport(text: string): Switchport {
  const rows = new Map(
    readLines('show interfaces switchport', text, others, (each) => {
      const { key, value } = line.exec(each)?.groups ?? {};
      return key === undefined || value === undefined ? undefined : ([key, value] as const);
    }),
  );
  const told = rows.get('Administrative Mode') ?? '';
  const [accessVlan, nativeVlan] = ['Access Mode VLAN', 'Trunking Native Mode VLAN'].map((key) =>
    /^\d+/.exec(rows.get(key) ?? ''),
  );
  const works = rows.get('Operational Mode') ?? '';
  const bundle = /\(member of bundle (\S+)\)/.exec(works)?.[1];
  const isTrunk = told === 'trunk' || works.startsWith('trunk');
  return {
    isSwitched: rows.get('Switchport') === 'Enabled',
    trunk: isTrunk ? 'on' : told === 'static access' ? 'off' : 'negotiated',
    ...(accessVlan ? { accessVlan: Number(accessVlan[0]) } : {}),
    ...(nativeVlan ? { nativeVlan: Number(nativeVlan[0]) } : {}),
    ...(bundle === undefined ? {} : { bundle }),
  };
}
