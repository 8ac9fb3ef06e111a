import type { Cursor } from '../line/cursor.ts';
import type { FieldReader } from '../line/fields.ts';
import { firstOf, shaped } from '../line/fields.ts';
import { groupWord, unitWord } from '../word/unit-word.ts';
import type { GroupSettingsFacts, VirtualMac } from './facts.ts';
import { macWords, policyWord, pollTime } from './words.ts';

type Single = Omit<GroupSettingsFacts, 'group' | 'macs'>;

const opening = shaped(/^failover group (\d+)$/i, groupWord);
const macLine = shaped(/^mac address (.+)$/i, macWords);

const singles: readonly FieldReader<Single>[] = [
  shaped(/^(primary|secondary)$/i, (word = '') => {
    const prefers = unitWord(word);
    return prefers && { prefers };
  }),
  shaped(/^preempt(?: (\d+))?$/i, (delay = '') => ({ preempt: { delaySeconds: Number(delay) } })),
  shaped(/^(no )?replication http$/i, (no = '') => ({ replicatesHttp: no === '' })),
  shaped(/^polltime interface (.+)$/i, (words = '') => {
    const interfacePoll = pollTime(words);
    return interfacePoll && { interfacePoll };
  }),
  shaped(/^interface-policy (\S+)$/i, (word = '') => {
    const interfacePolicy = policyWord(word);
    return interfacePolicy && { interfacePolicy };
  }),
];

/** Reads `failover group n` and the lines of the group (ASA 5580 guide, «Configuring Active/Active Failover»). */
export function readGroup(cursor: Cursor): GroupSettingsFacts | undefined {
  const group = cursor.read(opening);
  if (group === undefined) return undefined;
  const macs: VirtualMac[] = [];
  let settings: Partial<Single> = {};
  cursor.readAll((text) => {
    const mac = macLine(text);
    if (mac !== undefined) return macs.push(mac);
    const found = firstOf(singles, text);
    if (found === undefined || Object.keys(found).some((key) => key in settings)) return undefined;
    settings = { ...settings, ...found };
    return true;
  });
  return { group, ...settings, macs };
}
