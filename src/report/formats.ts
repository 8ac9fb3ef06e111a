import type { Verdict } from '../judge/index.ts';
import type { Entry, Manifest } from '../timeline/index.ts';
import { toHtml } from './to-html.ts';
import { toJson } from './to-json.ts';
import { toJunit } from './to-junit.ts';
import { toText } from './to-text.ts';

/** One way to tell a verdict. */
export interface Format {
  /** Its file in the folder of the run. */
  readonly file: string;
  /** The same bytes for the same verdict and entries, on any machine, in any time zone and locale. */
  readonly render: (verdict: Verdict, entries: readonly Entry[], manifest?: Manifest) => string;
}

/** Every format. A new one is one new file and one line here. */
export const formats: readonly Format[] = [
  { file: 'verdict.json', render: toJson },
  { file: 'verdict.txt', render: toText },
  { file: 'junit.xml', render: toJunit },
  { file: 'index.html', render: toHtml },
];
