const kinds: readonly (readonly [RegExp, string])[] = [
  [/^gi(?:g(?:abit(?:ethernet)?)?)?$/i, 'GigabitEthernet'],
  [/^te(?:n(?:gig(?:abit(?:ethernet)?)?)?)?$/i, 'TenGigabitEthernet'],
  [/^fa(?:st(?:ethernet)?)?$/i, 'FastEthernet'],
  [/^e(?:t(?:h(?:ernet)?)?)?$/i, 'Ethernet'],
  [/^(?:ma(?:nagement)?|mgmt|m)$/i, 'Management'],
];

/** The whole name of a socket of an appliance, of `Gi0/0`, `mgmt 0/0` or `ethernet0`; nothing for what is none. */
export function applianceSocket(text: string): string | undefined {
  const [, word = '', number = ''] =
    /^([a-z]{1,20})[ -]?(\d{1,3}(?:\/\d{1,3}){0,2})$/i.exec(text.trim()) ?? [];
  const kind = kinds.find(([shape]) => shape.test(word))?.[1];
  return kind === undefined ? undefined : `${kind}${number}`;
}
