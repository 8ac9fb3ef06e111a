import { severityOf } from '../syslog/system-message.ts';
import { ipNumber, isMask } from '../ground/address.ts';

/** Names that are only known on the unit itself. */
export interface Vocabulary {
  /** Interfaces as the unit spells them: `GigabitEthernet0/1`. */
  readonly hardware: readonly string[];
}

/** Reads one word of a command; undefined if it is not of that kind. */
export type ReadParameter = (word: string, vocabulary: Vocabulary) => string | undefined;

const mac = /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i;

const kinds: Readonly<Record<string, ReadParameter>> = {
  word: (word) => word,
  ip: (word) => (ipNumber(word) === undefined ? undefined : word),
  mask: (word) => (isMask(word) ? word : undefined),
  mapped: (word) => (/^[A-Za-z][\w/.-]*$/.test(word) ? word : undefined),
  bvi: (word) => (/^bvi\d{1,3}$/i.test(word) ? word.toUpperCase() : undefined),
  mac: (word) => (mac.test(word) ? word.toLowerCase() : undefined),
  nameif: (word) => (/^[A-Za-z][\w-]{0,47}$/.test(word) ? word : undefined),
  policy: readPolicy,
  delay: (word) => (/^\d{1,3}(:[0-5]\d)?$/.test(word) ? word : undefined),
  severity: (word) => (severityOf(word) === undefined ? undefined : word),
  logport: (word) => (/^(udp|tcp|17|6)\/\d{1,5}$/i.test(word) ? word.toLowerCase() : undefined),
  hardware: readHardware,
};

/** The reader for `<kind>` or `<low-high>` of a command's grammar. */
export function parameter(kind: string): ReadParameter {
  const range = /^(\d+)-(\d+)$/.exec(kind);
  if (range) return (word) => readNumber(word, Number(range[1]), Number(range[2]));
  const read = kinds[kind];
  if (!read) throw new RangeError(`no parameter of kind <${kind}>`);
  return read;
}

function readNumber(word: string, low: number, high: number): string | undefined {
  const value = Number(word);
  return /^\d+$/.test(word) && value >= low && value <= high ? String(value) : undefined;
}

/** A count of 1 to 250 or a share of 1% to 100% («Configuring Failover Criteria»). */
function readPolicy(word: string): string | undefined {
  const match = /^(\d{1,3})(%?)$/.exec(word);
  const number = Number(match?.[1]);
  return match && number >= 1 && number <= (match[2] === '%' ? 100 : 250)
    ? `${number}${match[2]}`
    : undefined;
}

/** `gigabitethernet0/1`, `g0/1` and `GigabitEthernet0/1.5`, spelt as the unit spells it. */
function readHardware(word: string, { hardware }: Vocabulary): string | undefined {
  const mapped = hardware.find((name) => name.toLowerCase() === word.toLowerCase());
  if (mapped !== undefined) return mapped;
  const match = /^([a-z-]+)(\d[\d/]*)(\.\d+)?$/i.exec(word);
  if (!match) return undefined;
  const [, letters = '', digits = '', sub = ''] = match;
  const found = hardware.find((name) => {
    const at = name.search(/\d/);
    return name.slice(at) === digits && name.slice(0, at).toLowerCase().startsWith(letters.toLowerCase());
  });
  return found === undefined ? undefined : found + sub;
}
