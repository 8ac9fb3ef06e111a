/** The samples of both guides, and how a test says which of them it walks. */
import { asaSamples } from './asa-samples.test-support.ts';
import { pixSamples } from './pix-samples.test-support.ts';
import type { Sample } from './sample.test-support.ts';

/** Every sample of document 77809 and of chapter 13 of the ASA 5580 guide, by the name that its walk goes by. */
export const samples = { ...pixSamples, ...asaSamples };

type SampleName = keyof typeof samples;

/** One test that walks one sample: it types what the guide types and sees what the guide shows. */
export function walk(name: SampleName, steps: () => Promise<void>): void {
  const [section, title]: Sample = samples[name];
  it(`${section}: ${title}`, steps);
}
