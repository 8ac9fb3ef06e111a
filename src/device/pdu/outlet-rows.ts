import { BenchError } from '../../errors.ts';
import type { SnmpAgent } from '../../transport/index.ts';
import { snmpText } from '../../transport/index.ts';
import type { NamedRow } from '../named-rows.ts';
import type { OutletObjects } from './outlet-objects.ts';
import type { SnmpModel } from './snmp-model.ts';

/** Every outlet of a PDU, with the row of the tables that it stands in. */
export async function readOutlets(
  device: string,
  agent: SnmpAgent,
  model: SnmpModel,
  objects: OutletObjects,
): Promise<readonly NamedRow[]> {
  const rows = await (model.chain
    ? readChain(agent, model.chain)
    : readRows(agent, model.status.column, objects, model.firstRow ?? 1));
  if (rows.length > 0) return rows;
  throw new BenchError(
    device,
    `the PDU lists no switched outlet below ${objects.top(model.status.column)}. Is it a model that only measures, ` +
      'or may this community or user not read it?',
  );
}

/**
 * Rows whose last number is that of the outlet, after those of the PDU, the cord or the infeed, if the table has
 * them. An outlet goes by its number alone while those are the same for all.
 */
async function readRows(
  agent: SnmpAgent,
  column: string,
  objects: OutletObjects,
  firstRow: number,
): Promise<readonly NamedRow[]> {
  const { values } = await agent.subtree(objects.top(column));
  const rows = [...values.keys()].map((oid) => {
    const index = objects.row(column, oid);
    const steps = index.split('.');
    const before = steps.slice(0, -1);
    return { index, before: before.join(':'), number: String(Number(steps.at(-1)) + 1 - firstRow) };
  });
  const alone = new Set(rows.map(({ before }) => before)).size <= 1;
  return rows.map(({ index, before, number }) => {
    const full = before === '' ? number : `${before}:${number}`;
    return { index, names: alone && full !== number ? [number, full] : [full], proof: [] };
  });
}

/**
 * Rows of a chain of PDUs: an outlet is `module:number`, and its number alone while there is but one module, for
 * then it is what is printed beside it.
 */
async function readChain(
  agent: SnmpAgent,
  chain: { readonly number: string; readonly module: string },
): Promise<readonly NamedRow[]> {
  const numbers = await agent.subtree(chain.number);
  const modules = await agent.subtree(chain.module);
  const alone = new Set([...modules.values.values()].map(snmpText)).size <= 1;
  return [...numbers.values].map(([oid, value]) => {
    const index = oid.slice(chain.number.length + 1);
    const moduleOid = `${chain.module}.${index}`;
    const [number, module] = [snmpText(value) ?? '', snmpText(modules.values.get(moduleOid)) ?? ''];
    const full = `${module}:${number}`;
    const proof = [
      { oid, reads: number },
      { oid: moduleOid, reads: module },
    ];
    return { index, names: alone ? [number, full] : [full], proof };
  });
}
