import type { Cursor } from '../line/cursor.ts';
import { firstOf, shaped } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';
import type { LicensedFeature, PortFacts, VersionFacts } from './facts.ts';
import { hardwareLine, modelOf, portLine } from './hardware-line.ts';
import {
  bareKeyLine,
  failoverLicenseOf,
  featureLine,
  keyLine,
  licenseHeading,
  licenseNote,
  timebasedHeading,
} from './license-lines.ts';
import { singleLines } from './single-lines.ts';
import type { ThreatDefenseBanner } from './threat-defense.ts';
import { readThreatDefense } from './threat-defense.ts';

/** `show version` of ASA, ASAv and Firepower, of threat defence, of a context, and of PIX 6 and 7. */
export const showVersion: ShowParser<VersionFacts> = showParser(
  'show version [detail] [system]',
  readVersion,
);

interface VersionDraft {
  single: Partial<VersionFacts>;
  readonly companions: { readonly name: string; readonly version: string }[];
  readonly hardware: string[];
  readonly ports: PortFacts[];
  readonly notes: string[];
  readonly own: LicensedFeature[];
  readonly cluster: LicensedFeature[];
  readonly timebased: LicensedFeature[];
  /** The table that a `name : value` line belongs to. */
  table: 'none' | 'own' | 'cluster' | 'timebased';
}

/** What runs below or beside is free vocabulary; the banner, which has the same shape, is read before. */
const companionLine = shaped(/^((?:[a-z][a-z/.-]* ){2,5})Version (\S+)$/i, (name = '', version = '') =>
  /^Cisco (?:Secure |Adaptive |PIX (?:Firewall|Security))/i.test(name)
    ? undefined
    : { name: name.trim(), version },
);

function readVersion(cursor: Cursor): VersionFacts {
  const banner = readThreatDefense(cursor);
  if (banner !== undefined && cursor.peek() === undefined) return threatDefenseAlone(banner);
  const facts = readFirewall(cursor);
  if (banner === undefined) return facts;
  const companions = [...banner.companions, ...facts.companions];
  return { ...facts, threatDefense: banner.facts, companions };
}

/** The shell of the threat defence software says nothing of the firewall inside it. */
function threatDefenseAlone({ facts, companions }: ThreatDefenseBanner): VersionFacts {
  return {
    product: 'Threat Defense',
    firmware: facts.version,
    hostname: facts.hostname,
    model: facts.model,
    threatDefense: facts,
    companions,
    hardware: [],
    ports: [],
    features: [],
    clusterFeatures: [],
    timebasedFeatures: [],
    licenseNotes: [],
  };
}

function readFirewall(cursor: Cursor): VersionFacts {
  const draft: VersionDraft = {
    single: {},
    companions: [],
    hardware: [],
    ports: [],
    notes: [],
    own: [],
    cluster: [],
    timebased: [],
    table: 'none',
  };
  cursor.readAll((text) => (takeLine(draft, text) || undefined) && true);
  cursor.end('a known line of `show version`, each once');
  return factsOf(cursor, draft);
}

function takeLine(draft: VersionDraft, text: string): boolean {
  const single = firstOf(singleLines, text);
  if (single !== undefined) {
    if (Object.keys(single).some((key) => key in draft.single)) return false;
    draft.single = { ...draft.single, ...single };
    return true;
  }
  return takeHardware(draft, text) || takeLicense(draft, text);
}

function takeHardware(draft: VersionDraft, text: string): boolean {
  return (
    keep(draft.companions, companionLine(text)) ||
    keep(draft.hardware, hardwareLine(text)) ||
    keep(draft.ports, portLine(text))
  );
}

function takeLicense(draft: VersionDraft, text: string): boolean {
  const table = timebasedHeading(text) ? 'timebased' : licenseHeading(text);
  if (table !== undefined) {
    draft.table = table;
    return true;
  }
  if (keyLine(text) || (draft.table === 'timebased' && bareKeyLine(text))) return true;
  if (keep(draft.notes, licenseNote(text))) return true;
  return draft.table !== 'none' && keep(draft[draft.table], featureLine(text));
}

function keep<T>(list: T[], found: T | undefined): boolean {
  if (found === undefined) return false;
  list.push(found);
  return true;
}

function factsOf(cursor: Cursor, draft: VersionDraft): VersionFacts {
  const { product, firmware, hostname, uptimeSeconds, ...rest } = draft.single;
  const model = modelOf(draft.hardware);
  if (product === undefined || firmware === undefined) return cursor.refuse('`Cisco … Version …`');
  if (hostname === undefined || uptimeSeconds === undefined) return cursor.refuse('`<hostname> up …`');
  if (model === undefined) return cursor.refuse('`Hardware: …`');
  const failoverLicense = failoverLicenseOf(draft.own);
  return {
    product,
    firmware,
    hostname,
    uptimeSeconds,
    ...rest,
    model,
    ...modelIdOf(draft.hardware),
    companions: draft.companions,
    hardware: draft.hardware,
    ports: draft.ports,
    features: draft.own,
    clusterFeatures: draft.cluster,
    timebasedFeatures: draft.timebased,
    ...(failoverLicense && { failoverLicense }),
    licenseNotes: draft.notes,
  };
}

function modelIdOf(hardware: readonly string[]): { modelId?: string } {
  const line = hardware.find((text) => /^Model Id: /i.test(text));
  return line === undefined ? {} : { modelId: line.slice('Model Id: '.length) };
}
