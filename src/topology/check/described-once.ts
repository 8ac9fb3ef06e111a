import { objectTo } from '../objection.ts';
import type { Objection, Path } from '../objection.ts';
import type { Topology } from '../schema.ts';
import { repeated } from './repeated.ts';

interface Placed {
  readonly path: Path;
  readonly name: string;
  readonly at: string;
}

/**
 * Each PDU and each switch is described once: under two names, an outlet could be protected by one and switched by the
 * other, or feed both units, and nobody would see it.
 */
export function checkDescribedOnce({ pdus, switches }: Topology): readonly Objection[] {
  const all = [
    ...Object.entries(pdus).map(([name, { snmp, http, powerman, web }]) =>
      placed('pdus', name, snmp ?? http ?? powerman, web?.url),
    ),
    ...Object.entries(switches).map(([name, { snmp, cli }]) =>
      placed('switches', name, snmp ?? cli?.ssh ?? cli?.telnet),
    ),
  ];
  return repeated(
    all.filter(({ at }) => at !== ''),
    ({ path: [kind], at }) => `${String(kind)} ${at}`,
    (later, earlier) =>
      objectTo(later.path, `${later.name} is at ${later.at}, as ${earlier.name} is; describe it once`),
  );
}

/** Port 0 is not known yet. */
function placed(
  kind: 'pdus' | 'switches',
  name: string,
  access: { readonly host: string; readonly port: number } | undefined,
  url = '',
): Placed {
  const at = access && access.port !== 0 ? `${access.host} port ${access.port}` : url;
  return { path: [kind, name], name, at };
}
