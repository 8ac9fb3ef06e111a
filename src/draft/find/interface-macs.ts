/** The address that an interface uses now. */
export interface InterfaceMac {
  readonly port: string;
  readonly mac: string;
}

/**
 * The addresses in the output of `show interface`, and nothing else of it: what is cabled must not stay unknown
 * because some firmware prints a counter that nobody has seen yet.
 */
export function interfaceMacs(text: string): readonly InterfaceMac[] {
  const macs: InterfaceMac[] = [];
  let port = '';
  for (const line of text.split(/\r?\n/)) {
    [, port = port] = /^(?:Interface|interface) (\S+) "/.exec(line) ?? [];
    const [, mac] = /^\s+MAC address ([\da-f]{4}(?:\.[\da-f]{4}){2})\b/i.exec(line) ?? [];
    if (mac !== undefined && port !== '') macs.push({ port, mac: mac.toLowerCase() });
  }
  return macs;
}
