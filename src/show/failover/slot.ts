import type { LineReader } from '../line/cursor.ts';
import { firstOf, shaped } from '../line/fields.ts';

/** The application of a module, such as `IPS, 7.3(5)E4, Up, (Monitored)`. */
export interface ModuleApplication {
  readonly name: string;
  /** Empty where none is printed. */
  readonly version: string;
  readonly status: string;
  readonly monitoring: 'monitored' | 'not-monitored' | 'unstated';
}

/** One `slot …` row. Numbers repeat on some platforms (5585-X), so slots are a list. */
export interface SlotFacts {
  readonly slot: number;
  /** Absent for `empty`. */
  readonly module?: string;
  /** Revision of the hardware; empty or `N/A` where none is known; absent where one revision is printed for both. */
  readonly hardware?: string;
  /** Revision of the software, or the only one. */
  readonly software?: string;
  /** As printed: `Up Sys`, `Unresponsive/Up`, `up`. */
  readonly status?: string;
  /** `Logging port IP` of a content security module (ASA 7.x and 8.x). */
  readonly loggingAddress?: string;
  readonly applications: readonly ModuleApplication[];
}

const emptySlot = shaped(/^slot (\d+): ?empty$/i, (slot = ''): SlotFacts => ({
  slot: Number(slot),
  applications: [],
}));

const statusMark = ') status (';

/**
 * `slot 0: ASA5520 hw/sw rev (2.0/8.2(1)) status (Up Sys)` and `slot 1: snort rev (1.0)  status (up)`. Revisions
 * hold parentheses and slashes themselves, and so end at the last `) status (`. A status holds neither those nor colons:
 * such a line has run into another one, on a console that lost what was in between.
 */
const moduleInSlot: LineReader<SlotFacts> = (text) => {
  const head = /^slot (\d+): ?([^()]+) rev \(/i.exec(text);
  const statusAt = text.lastIndexOf(statusMark);
  if (head === null || !text.endsWith(')') || statusAt < head[0].length) return undefined;
  const [, slot = '', printed = ''] = head;
  const revision = text.slice(head[0].length, statusAt);
  const status = text.slice(statusAt + statusMark.length, -1);
  if (/[():]/.test(status)) return undefined;
  const paired = / hw\/sw$/i.test(printed);
  const module = paired ? printed.slice(0, -' hw/sw'.length) : printed;
  const revisions = paired ? splitRevision(revision) : { software: revision };
  return { slot: Number(slot), module, ...revisions, status, applications: [] };
};

/** `2.0/8.2(1)`, `/9.23(1)`, `N/A/`: the hardware comes first, and may be `N/A`. */
function splitRevision(revision: string): { hardware: string; software: string } {
  const slash = revision.startsWith('N/A') ? 'N/A'.length : revision.indexOf('/');
  if (slash === -1) return { hardware: '', software: revision };
  return { hardware: revision.slice(0, slash), software: revision.slice(slash + 1) };
}

/** A `slot …` row. */
export const slotRow: LineReader<SlotFacts> = (text) => firstOf([emptySlot, moduleInSlot], text);

/** `Logging port IP: 192.0.2.33/24`, below the module. */
export const loggingLine = shaped(/^Logging port IP ?: ?(\S+)$/i, (address = '') => address);

const statusShape =
  /^(?:Up|Down|Init|Unknown|Unresponsive|Not Present|Not Applicable|Not Available|Up Sys|No Image Present|Shutting Down|Reload|Recover|Shut ?down|Reloading|Recovering|Failed)$/i;
/** `7.3(5)E4`, `6.2 (Build#1599)`, `Not Applicable`. */
const versionShape =
  /^(?:(?=[^\s,\d]*\d)[^\s,]+(?: \([^(),]+\))?|N\/A|Not Applicable|Not Available|Unknown)$/i;

/** `name, version, status[, (Monitored)]`: the free line under the module that runs it. */
export const applicationRow: LineReader<ModuleApplication> = (text) => {
  const parts = text.split(',').map((part) => part.trim());
  const [name = '', version = '', status = '', suffix] = parts;
  if (parts.length < 3 || parts.length > 4 || name === '' || !statusShape.test(status)) return undefined;
  if (version !== '' && !versionShape.test(version)) return undefined;
  const monitoring = monitoringOf(suffix);
  return monitoring === undefined ? undefined : { name, version, status, monitoring };
};

function monitoringOf(suffix: string | undefined): ModuleApplication['monitoring'] | undefined {
  if (suffix === undefined) return 'unstated';
  const word = suffix.toLowerCase();
  if (word === '(monitored)') return 'monitored';
  return word === '(not-monitored)' || word === '(not monitored)' ? 'not-monitored' : undefined;
}
