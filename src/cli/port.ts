import { bringUpPort, isolateByHand, lookAtPorts, meantPorts, shutPort } from '../bench/index.ts';
import type { ByHand, PortSeen } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import { benchByHand, changing, columns, heldText, meantBy, tellEffect } from './by-hand.ts';
import type { ByHandOptions } from './by-hand.ts';
import { tell } from './say.ts';

const verbs = ['up', 'down', 'isolate', 'status'] as const;

/** Shuts, isolates, brings up and reads the ports that the units of a topology are cabled to. Returns the exit code. */
export async function port(
  path: string,
  word: string | undefined,
  wish: string | undefined,
  options: ByHandOptions,
): Promise<number> {
  const { target, verb } = meantBy(verbs, word, wish);
  const bench = await benchByHand(path, options, verb !== 'status');
  const meant = meantPorts(bench.topology, target);
  if (verb === 'status') return status(bench, await lookAtPorts(bench, meant));
  const [cable, ...others] = meant;
  if (!cable || others.length > 0) throw new UsageError('say which port, or which interface of which unit');
  const name = `${cable.port} of ${cable.switch}`;
  return changing(bench, async () => {
    if (verb === 'up') return tellEffect(`${name} up`, await bringUpPort(bench, cable));
    if (verb === 'down') return tellEffect(`${name} down`, await shutPort(bench, cable));
    return tellEffect(`${name} isolated`, await isolateByHand(bench, cable));
  });
}

function status(bench: ByHand, seen: readonly PortSeen[]): number {
  const heading = ['PORT', 'CABLED TO', 'TOLD', 'IS', 'VLAN'];
  tell(columns([heading, ...seen.map(row)]) + heldText(bench));
  return 0;
}

function row({
  unit,
  socket,
  carries,
  switch: of,
  port: name,
  admin,
  oper,
  vlan,
}: PortSeen): readonly string[] {
  const to = [socket, ...carries].map((each) => `${unit}.${each}`).at(-1) ?? unit;
  return [`${of}:${name}`, to, admin, oper, vlan === undefined ? '-' : String(vlan)];
}
