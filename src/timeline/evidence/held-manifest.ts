import { join } from 'node:path';
import { smallFile } from '../chunks-of.ts';
import { asBegun, manifestBytes, readManifest } from '../manifest.ts';
import type { Manifest } from '../manifest.ts';
import { digestOf } from './chain-line.ts';
import { isEvidence } from './file-standing.ts';
import type { Listed } from './list-folder.ts';
import type { ChainRead } from './read-chain.ts';

/** The manifest of a run, and what is wrong with it by what the chain says of it. */
export function heldManifest(
  folder: string,
  listing: ReadonlyMap<string, Listed>,
  { begun, ended, lines }: ChainRead,
): { readonly manifest?: Manifest; readonly faults: readonly string[] } {
  const listed = listing.get('manifest.json');
  // Killed between the first line of the chain and the manifest: nothing was recorded yet.
  if (!listed && lines <= 1 && !holdsBytes(listing)) return { faults: [] };
  if (!listed) return { faults: ['manifest.json is not there'] };
  if ('no' in listed) return { faults: [`manifest.json is ${listed.no}`] };
  const { manifest, doubts } = readManifest(folder);
  if (!manifest) return { faults: doubts };
  const written = digestOf(smallFile(join(folder, 'manifest.json')));
  const faults: string[] = [];
  if (begun !== undefined && digestOf(manifestBytes(asBegun(manifest))) !== begun)
    faults.push('manifest.json does not speak of the run as it began');
  else if (manifest.ended && ended === undefined)
    faults.push('manifest.json says that the run ended, and checksums.ndjson does not: it was cut');
  else if (manifest.ended ? written !== ended : written !== begun)
    faults.push('manifest.json is not as it was written');
  return { manifest, faults };
}

/** Whether anything was recorded at all. */
const holdsBytes = (listing: ReadonlyMap<string, Listed>): boolean =>
  [...listing].some(([name, it]) => isEvidence(name) && 'bytes' in it && it.bytes > 0);
