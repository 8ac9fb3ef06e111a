import type { LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';
import type { FailoverLicense, LicensedFeature } from './facts.ts';

/** Whose table begins: this unit's own, or that of the pair. */
export const licenseHeading = shaped(
  /^(Failover cluster )?licensed features(?: for (?:this platform|this user context|user context))?:$/i,
  (cluster = ''): 'own' | 'cluster' => (cluster === '' ? 'own' : 'cluster'),
);

/** `name : value[ term]`; PIX 6 has no blank before the colon. Only inside a table: elsewhere a colon means nothing. */
export const featureLine = shaped(
  /^([a-z0-9][a-z0-9 /()_.-]*?) ?: (\S.*)$/i,
  (name = '', printed = ''): LicensedFeature => {
    const term = /^(.+) (perpetual|\d+ (?:day|week|month|year)s?|expired)$/i.exec(printed);
    return term === null ? { name, value: printed } : { name, value: term[1] ?? '', term: term[2] ?? '' };
  },
);

const noteShapes: readonly RegExp[] = [
  /^Licens(?:e|ing) (?:mode|reservation): /i,
  /^\S+ Platform License State: /i,
  /^(?:No active|Active) entitlement: /i,
  // `*Memory resource allocation is more than the permitted limit.`
  /^\*\w/,
  /^This (?:platform|PIX|machine) has an? [^:]+$/i,
  /^The (?:flash|running) (?=[^:]*key (?!feature)[^:])[^:]+[.:]$/i,
  // `The Running Activation Key feature: 10 security contexts exceed the limit on the platform, …`
  /^The Running Activation Key feature: [^:]+$/i,
  /^Firewall throughput limited to [^:]+$/i,
];

/** A sentence about licences. */
export const licenseNote: LineReader<string> = (text) =>
  noteShapes.some((shape) => shape.test(text)) ? text : undefined;

/** `Running Activation Key: 0x… 0x…` and the like: recognised, never kept. */
export const keyLine = shaped(
  /^(?:Running |Flash )?(?:Permanent |Timebased )?(?:Flash )?Activation Key:(?: [\w*]+)*$/i,
  () => true as const,
);

/** `Active Timebased Activation Key:` opens a list of keys, each with the features it brings. */
export const timebasedHeading = shaped(/^Active Timebased Activation Key:$/i, () => true as const);
export const bareKeyLine = shaped(/^0x\w+(?: 0x\w+)*$/i, () => true as const);

const licenseOfValue: Readonly<Record<string, FailoverLicense>> = {
  'active/active': 'active-active',
  'active/standby': 'active-standby',
  enabled: 'enabled',
  disabled: 'disabled',
};

/** What the table says of failover. */
export function failoverLicenseOf(features: readonly LicensedFeature[]): FailoverLicense | undefined {
  const row = features.find(({ name }) => name.toLowerCase() === 'failover');
  return row && licenseOfValue[row.value.toLowerCase()];
}
