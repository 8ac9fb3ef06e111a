/** What units tell their SNMP stations: SNMPv2-MIB, IF-MIB, and the system messages of CISCO-SYSLOG-MIB. */
import type { Dress } from '../syslog/dressed-message.ts';
import type { SystemMessage } from '../syslog/system-message.ts';
import type { Notification } from '../snmp/trap.ts';

const snmpTraps = '1.3.6.1.6.3.1.1.5';
const ifEntry = '1.3.6.1.2.1.2.2.1';
const clogHistory = '1.3.6.1.4.1.9.9.41.1.2.3.1';

export const coldStart: Notification = { oid: `${snmpTraps}.1`, variables: [] };

/** `linkUp` or `linkDown` of the interface with that number; a link that bounces has not been shut. */
export function linkNotification(index: number, up: boolean): Notification {
  const integer = (column: number, value: number): Notification['variables'][number] => ({
    oid: `${ifEntry}.${column}.${index}`,
    type: 'Integer',
    value,
  });
  const variables = [integer(1, index), integer(7, 1), integer(8, up ? 1 : 2)];
  return { oid: `${snmpTraps}.${up ? 4 : 3}`, variables };
}

/** `clogMessageGenerated`; its severities begin at 1, those of the messages at 0. */
export function messageNotification(
  { id, text }: SystemMessage,
  { platform, severity }: Pick<Dress, 'platform' | 'severity'>,
  index: number,
  upTimeTicks: number,
): Notification {
  const named = (column: number, value: string): Notification['variables'][number] => ({
    oid: `${clogHistory}.${column}.${index}`,
    type: 'OctetString',
    value,
  });
  return {
    oid: '1.3.6.1.4.1.9.9.41.2.0.1',
    variables: [
      named(2, platform.toUpperCase()),
      { oid: `${clogHistory}.3.${index}`, type: 'Integer', value: severity + 1 },
      named(4, String(id)),
      named(5, `%${platform.toUpperCase()}-${severity}-${id}: ${text}`),
      { oid: `${clogHistory}.6.${index}`, type: 'TimeTicks', value: upTimeTicks },
    ],
  };
}
