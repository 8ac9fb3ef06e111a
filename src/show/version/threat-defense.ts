import type { Cursor } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { ThreatDefenseFacts, VersionFacts } from './facts.ts';

/** The banner of the threat defence software, with the versions of its rules and databases. */
export interface ThreatDefenseBanner {
  readonly facts: ThreatDefenseFacts;
  readonly companions: VersionFacts['companions'];
}

const opening = shaped(/^-{3,}\[ ?([^\s\]]+) ?\]-{3,}$/, (hostname = '') => hostname);
const closing = shaped(/^-{3,}$/, () => true as const);

const modelLine = shaped(
  /^Model ?: (\S.*?)(?: \((\w+)\))? Version (\S+)(?: \(Build (\S+)\))?$/i,
  (model = '', modelNumber = '', version = '', build = '') => ({
    model,
    ...(modelNumber !== '' && { modelNumber }),
    version,
    ...(build !== '' && { build }),
  }),
);
const uuidLine = shaped(/^UUID ?: (\S+)$/i, (uuid = '') => uuid);
const versionLine = shaped(/^([a-z][a-z ]*) version ?: (\S.*)$/i, (name = '', version = '') => ({
  name,
  version,
}));

/**
 * Reads `---[ firepower ]---` with its lines, or nothing if it is not next. It is all that the shell of the threat
 * defence software prints; its diagnostic command line prints the firewall's own output below.
 */
export function readThreatDefense(cursor: Cursor): ThreatDefenseBanner | undefined {
  const hostname = cursor.read(opening);
  if (hostname === undefined) return undefined;
  const model = cursor.need(modelLine, '`Model : … Version … (Build …)`');
  const uuid = cursor.read(uuidLine);
  const companions = cursor.readAll(versionLine);
  cursor.need(closing, '`… version : …`, or the closing bar of `-`');
  return { facts: { hostname, ...model, ...(uuid !== undefined && { uuid }) }, companions };
}
