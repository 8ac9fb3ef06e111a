import type { Cursor, LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';

/** One card of a unit, the unit itself among them. */
export interface ModuleFacts {
  /** As printed: `0`, `1`, or a name such as `ips`. */
  readonly slot: string;
  readonly cardType: string;
  /** `N/A` where the slot is said to be empty. */
  readonly model: string;
  readonly serial: string;
}

/** What `show module` says. */
export interface ModulesFacts {
  readonly modules: readonly ModuleFacts[];
  /** The rows of the further tables (addresses and versions, applications, states), as printed. */
  readonly further: readonly string[];
}

/** `show module`, without the details of one. */
export const showModule: ShowParser<ModulesFacts> = showParser('show module', (cursor) => {
  cursor.need(cardHeading, '`Mod Card Type … Model … Serial No.`');
  cursor.need(ruler, 'a ruler of `-`');
  const modules = cursor.readAll(card);
  if (modules.length === 0) cursor.refuse('a card');
  const further: string[] = [];
  while (cursor.read(furtherHeading)) further.push(...furtherRows(cursor));
  return { modules, further };
});

function furtherRows(cursor: Cursor): readonly string[] {
  cursor.need(ruler, 'a ruler of `-`');
  return cursor.readAll(row);
}

const cardHeading = shaped(/^Mod Card Type Model Serial No\.?$/i, () => true as const);
const furtherHeading = shaped(
  /^Mod (?:MAC Address Range|SSM Application Name|Application Name|Status|License Name) ?.*$/i,
  () => true as const,
);
const ruler = shaped(/^-+(?: -+)*$/, () => true as const);
/** Rows begin with a slot, by number or by the name of a card made of software. */
const row: LineReader<string> = shaped(/^((?:\d|ips|cxsc|sfr) .+)$/, (text = '') => text);
const card: LineReader<ModuleFacts> = shaped(
  /^(\d|ips|cxsc|sfr) (\S.*) (\S+) (\S+)$/,
  (slot = '', cardType = '', model = '', serial = '') => ({ slot, cardType, model, serial }),
);
