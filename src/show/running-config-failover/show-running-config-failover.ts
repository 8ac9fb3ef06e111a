import type { Cursor } from '../line/cursor.ts';
import { firstOf, shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';
import type { FailoverSettingsFacts, GroupSettingsFacts, LinkAddress, VirtualMac } from './facts.ts';
import { readGroup } from './group-lines.ts';
import { settingLines } from './setting-lines.ts';
import { addressWords, macWords } from './words.ts';

/**
 * `show running-config failover`, also with `all`: every failover command of the guides. A `failover …` line that
 * is not known is refused, for it might set what a prediction depends on. An empty output sets nothing.
 */
export const showRunningConfigFailover: ShowParser<FailoverSettingsFacts> = showParser(
  'show running-config [all] failover',
  readSettings,
);

type Single = Omit<FailoverSettingsFacts, 'addresses' | 'macs' | 'groups'>;

const addressLine = shaped(/^failover interface ip (.+)$/i, addressWords);
const macLine = shaped(/^failover mac address (.+)$/i, macWords);
const remark = shaped(/^!$/, () => true);

function readSettings(cursor: Cursor): FailoverSettingsFacts {
  const addresses: LinkAddress[] = [];
  const macs: VirtualMac[] = [];
  const groups: GroupSettingsFacts[] = [];
  let settings: Partial<Single> = {};
  const reader = (text: string): unknown => {
    const address = addressLine(text);
    if (address !== undefined) return addresses.push(address);
    const mac = macLine(text);
    if (mac !== undefined) return macs.push(mac);
    const found = firstOf(settingLines, text);
    if (found === undefined || Object.keys(found).some((key) => key in settings)) return remark(text);
    settings = { ...settings, ...found };
    return true;
  };
  for (let more = true; more;) {
    const group = readGroup(cursor);
    if (group !== undefined) groups.push(group);
    more = group !== undefined || cursor.read(reader) !== undefined;
  }
  cursor.end('a failover command, each setting once');
  return { ...settings, addresses, macs, groups };
}
