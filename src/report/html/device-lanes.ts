import type { Entry, Observation } from '../../timeline/index.ts';
import type { Lane, Tone } from './lane.ts';
import { sampleBars } from './sample-bars.ts';
import type { Sample } from './sample-bars.ts';

/** The outlets and switch ports that changed in this time, as their PDU or switch reports them. */
export function deviceLanes(entries: readonly Entry[]): readonly Lane[] {
  const samples = new Map<string, Sample[]>();
  for (const entry of entries) {
    if (entry.kind !== 'observation') continue;
    const said = reading(entry);
    if (said) samples.set(said.name, [...(samples.get(said.name) ?? []), said.sample]);
  }
  return [...samples]
    .filter(([, of]) => new Set(of.map(({ word }) => word)).size > 1)
    .map(([name, of]) => ({ name, bars: sampleBars(of), ticks: [] }));
}

interface Reading {
  readonly name: string;
  readonly sample: Sample;
}

function reading({ askedMs, answeredMs, seq, saw }: Observation): Reading | undefined {
  const at = { fromMs: askedMs, toMs: answeredMs, seq };
  if (saw.sight === 'outlet') {
    const tone: Tone = saw.power === 'on' ? 'through' : saw.power === 'off' ? 'off' : 'unknown';
    return { name: `outlet ${saw.outlet} of ${saw.pdu}`, sample: { ...at, word: saw.power, tone } };
  }
  if (saw.sight !== 'port') return undefined;
  const status = saw.admin === saw.oper ? saw.oper : `${saw.oper} (set ${saw.admin})`;
  const word = saw.vlan === undefined ? status : `${status} in VLAN ${saw.vlan}`;
  const tone: Tone = saw.oper === 'up' ? 'through' : saw.oper === 'down' ? 'off' : 'unknown';
  return { name: `port ${saw.port} of ${saw.switch}`, sample: { ...at, word, tone } };
}
