import type { SnmpAgent, SnmpAnswer } from '../../transport/index.ts';
import { snmpText } from '../../transport/index.ts';
import type { NamedRow } from '../named-rows.ts';
import { ifAlias, ifDescr, ifName } from './if-mib.ts';

/**
 * Every port under its ifName (`Gi1/0/1`), its ifDescr (`GigabitEthernet1/0/1`) and its ifAlias, which is the
 * description that people gave it; as far as the switch has them.
 */
export async function readPortRows(agent: SnmpAgent): Promise<readonly NamedRow[]> {
  const columns: { readonly column: string; readonly names: ReadonlyMap<string, string> }[] = [];
  for (const column of [ifName, ifDescr, ifAlias])
    columns.push({ column, names: namesBelow(column, await agent.subtree(column)) });
  // A row that has nothing but a description is no port of IF-MIB.
  const indexes = new Set(columns.slice(0, 2).flatMap(({ names }) => [...names.keys()]));
  return [...indexes].map((index) => {
    const proof = columns.flatMap(({ column, names }) => {
      const reads = names.get(index) ?? '';
      return reads === '' ? [] : [{ oid: `${column}.${index}`, reads }];
    });
    return { index, proof, names: [...new Set(proof.map(({ reads }) => reads))] };
  });
}

/** The names of a port by its ifIndex; a port that IF-MIB does not have goes by its number. */
export function portNames(rows: readonly NamedRow[], ifIndex: string): readonly string[] {
  return rows.find(({ index }) => index === ifIndex)?.names ?? [`ifIndex ${ifIndex}`];
}

function namesBelow(column: string, answer: SnmpAnswer): Map<string, string> {
  const names = new Map<string, string>();
  for (const [oid, value] of answer.values) names.set(oid.slice(column.length + 1), snmpText(value) ?? '');
  return names;
}
