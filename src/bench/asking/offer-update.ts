/** What the update server of a bench offers, and what it must have for that. */
import { readFileSync } from 'node:fs';
import { asError, BenchError } from '../../errors.ts';
import { fileNameOf, madeUpImage } from '../../listen/index.ts';
import type { OfferedFile, UpdateOffer } from '../../listen/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { Bench } from '../bench.ts';
import { configurationsOf } from './configurations.ts';

const kinds = ['image', 'asdm'] as const;

/** Why this bench has not what is to be offered, or nothing. Touches nothing. */
export function missingForOffer({ listen, simulated }: Topology, offer: UpdateOffer): string | undefined {
  const server = listen?.['update-server'];
  if (!server) return 'there is no server for updates; add listen.update-server to the topology';
  if (simulated) return undefined;
  const version = kinds.map((kind) => offer[kind]).find((each) => each !== undefined && !server.images[each]);
  return version === undefined
    ? undefined
    : `there is no file of version ${version}; name it under listen.update-server.images`;
}

/**
 * Offers this from now on, in the place of what was offered before. Throws `BenchError` where there is no server, an
 * image cannot be read, or the configuration of the primary unit is not shown.
 */
export async function offerUpdate(bench: Bench, offer: UpdateOffer): Promise<void> {
  const { updates, topology } = bench;
  const missing = missingForOffer(topology, offer);
  if (!updates || missing !== undefined) throw new BenchError('update server', missing ?? 'it is not open');
  const images = kinds.flatMap((kind): readonly OfferedFile[] => {
    const version = offer[kind];
    if (version === undefined) return [];
    return [{ kind, name: fileNameOf(kind, version), content: imageOf(topology, kind, version) }];
  });
  const { configuration } = offer;
  const written = configuration ? [await configurationFile(bench, configuration)] : [];
  updates.server.offer([...images, ...written]);
}

function imageOf({ listen, simulated }: Topology, kind: 'image' | 'asdm', version: string): Uint8Array {
  const path = listen?.['update-server']?.images[version];
  if (path === undefined && simulated) return madeUpImage(kind, version);
  try {
    return readFileSync(path ?? '');
  } catch (error) {
    throw new BenchError('update server', `image ${version} cannot be read: ${asError(error).message}`);
  }
}

/**
 * What the primary unit runs with, and these lines behind it. A running configuration shows the failover key as
 * asterisks; taken as a key those would part the units.
 */
async function configurationFile(bench: Bench, added: readonly string[]): Promise<OfferedFile> {
  const running = (await configurationsOf(bench)).get('primary')?.lines ?? [];
  const { key } = bench.topology.pair.failover;
  const lines = running.map((line) =>
    key && /^failover key \*+$/.test(line) ? `failover key ${bench.secrets.reveal(key)}` : line,
  );
  const content = new TextEncoder().encode(`${[...lines, ...added].join('\n')}\n`);
  return { kind: 'config', name: 'configuration.cfg', content };
}
