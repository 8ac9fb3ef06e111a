/** The samples of both guides, and how a test says which of them it walks. */
import { asaSamples } from './asa-samples.test-support.ts';
import { pixSamples } from './pix-samples.test-support.ts';

/** Where a sample is and what it is; and why it cannot be walked, if that is so. */
export type Sample = readonly [section: string, title: string, cannot?: string];
export type Samples = Readonly<Record<string, Sample>>;

/** Every sample of document 77809 and of chapter 13 of the ASA 5580 guide, by the name that its walk goes by. */
export const samples = { ...pixSamples, ...asaSamples };

type SampleName = keyof typeof samples;

/** One test that walks one sample: it types what the guide types and sees what the guide shows. */
export function walk(name: SampleName, steps: () => Promise<void>): void {
  const [section, title]: Sample = samples[name];
  it(`${section}: ${title}`, steps);
}
