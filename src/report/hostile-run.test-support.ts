import { liveRun } from './live-run.test-support.ts';
import type { TestRun } from './live-run.test-support.ts';

/** Everything at once that could break out of a page, an XML file, a terminal or a string. */
const hostileText =
  '"><script>alert(1)</script><img src=x onerror=alert(2)>]]>--><!--\'`${7*7}&amp;\u0000\u0007\u001B[2J\r\n\u009B\u202E\uFFFE\uD800\u{1B}]52;c;ZXZpbA==\u0007\u001B]8;;http://evil/\u001B\\\u001BP1$r\u001B\\\u009D0;t\u009C\u200B\u2066\u00AD\uFEFF\u2028\u2029\u{E0041}\uDC00 </style></pre></title><a href="javascript:alert(3)">';

/** The live run with hostile text in every free string; the fixed words of verdicts and entries stay. */
export function hostileRun(): TestRun {
  const run = liveRun();
  const { verdict, entries, manifest } = run;
  return { verdict: spoiled(verdict, ''), entries: spoiled(entries, ''), manifest: spoiled(manifest, '') };
}

const fixed =
  /^(kind|outcome|bench|sight|unit|state|health|monitoring|who|failoverLink|stateLink|message|phase|role|stimulus|whose|power|admin|oper|scenario|format)$/;

function spoiled<T>(value: T, key: string): T;
function spoiled(value: unknown, key: string): unknown {
  if (typeof value === 'string') return fixed.test(key) ? value : `${value}${hostileText}`;
  if (Array.isArray(value)) return value.map((member) => spoiled(member, key));
  if (typeof value !== 'object' || value === null) return value;
  const members: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(members.map(([name, member]) => [name, spoiled(member, name)]));
}
