import { commandBoundMs, isWithoutLinks, portAt, portNow, switchPort } from '../bench/index.ts';
import type { Bench, CabledPort } from '../bench/index.ts';
import { pause } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { unitNames } from '../pair/index.ts';
import type { Noticed, PortStep } from './step.ts';
import { pulsed } from './step.ts';

/**
 * Shuts a port until a unit says that a socket of it lost its link, at most as long as the switch may take, and brings
 * it up again. Returns every socket that lost its link. Throws `BenchError` when the port had none before, or when the
 * switch said yes and its port did not follow; the port is left to be put back then.
 */
export async function pulsePort(bench: Bench, step: PortStep): Promise<readonly Noticed[]> {
  const cabled = portAt(bench, step);
  await refuseDeadPort(cabled);
  const before = await portNow(cabled.of, step.unit, step.port);
  const linked = await linksUp(bench);
  const key = keyOf(step);
  let lost: readonly Noticed[] = [];
  const did = `${pulsed(step)} shut`;
  await bench.notebook.act({ did, role: 'setup', stimuli: [] }, async () => {
    const effect = await bench.breakage.cause(
      key,
      { restores: `${pulsed(step)} up`, of: before },
      async () => switchPort(bench, cabled, 'up', await isWithoutLinks(bench, step.unit)),
      () => switchPort(bench, cabled, 'down'),
    );
    lost = await untilLost(bench, linked, cabled);
    const seen = lost.map(({ unit, socket }) => `${socket} of ${unit}`).join(', ') || 'no link was lost';
    return { ...effect, witness: `${effect.witness}; show interface on both units: ${seen}` };
  });
  await restorePort(bench, step);
  return lost;
}

/** Brings the port up again, if it is shut. */
export async function restorePort(bench: Bench, step: PortStep): Promise<void> {
  if (!bench.breakage.has(keyOf(step))) return;
  await bench.notebook.act({ did: `${pulsed(step)} up`, role: 'setup', stimuli: [] }, () =>
    bench.breakage.restore(keyOf(step)),
  );
}

const keyOf = (step: PortStep): string => `audit:${step.switch}:${step.port}`;

async function refuseDeadPort({ of, port }: CabledPort): Promise<void> {
  const { admin, oper } = await of.readPort(port);
  if (admin !== 'up')
    throw new BenchError(of.name, `${port} is not touched: it is shut already, and not by this audit`);
  if (oper !== 'up')
    throw new BenchError(of.name, `${port} is not touched: it has no link; is a cable in it at all?`);
}

/** Every socket with a link, as its unit says. */
async function linksUp({ consoles }: Bench): Promise<readonly Required<Noticed>[]> {
  const both = await Promise.all(
    unitNames.map(async (unit) => {
      const links = await consoles[unit].lookAtLinks({ boundMs: commandBoundMs });
      return links.filter(({ link }) => link === 'up').map(({ socket }) => ({ unit, socket }));
    }),
  );
  return both.flat();
}

/** Asks until a link is gone, and once more then: another one may go a moment later. */
async function untilLost(
  bench: Bench,
  before: readonly Required<Noticed>[],
  { settleMs, pollMs }: CabledPort,
): Promise<readonly Noticed[]> {
  const { clock } = bench;
  const lost = async (): Promise<readonly Noticed[]> => {
    const now = await linksUp(bench);
    return before.filter((one) => !now.some((each) => each.unit === one.unit && each.socket === one.socket));
  };
  for (const capMs = clock.nowMs() + settleMs; clock.nowMs() < capMs; await pause(clock, pollMs))
    if ((await lost()).length > 0) return lost();
  return lost();
}
