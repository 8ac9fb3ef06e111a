/** What IOS writes for a kind of interface in tables, and in full. */
const kinds: Readonly<Record<string, string>> = {
  Et: 'Ethernet',
  Fa: 'FastEthernet',
  Gi: 'GigabitEthernet',
  Tw: 'TwoGigabitEthernet',
  Fi: 'FiveGigabitEthernet',
  Te: 'TenGigabitEthernet',
  Twe: 'TwentyFiveGigE',
  Fo: 'FortyGigabitEthernet',
  Hu: 'HundredGigE',
  Po: 'Port-channel',
  Ap: 'AppGigabitEthernet',
};

/** The name in full, as configuration has it: `GigabitEthernet1/0/1` for `Gi1/0/1`. */
export function longName(short: string): string {
  const [, kind = '', number = ''] = /^([A-Za-z]+)(\d.*)$/.exec(short) ?? [];
  return `${kinds[kind] ?? kind}${number}`;
}
