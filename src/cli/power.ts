import { lookAtOutlets, meantOutlets, turnOff, turnOn } from '../bench/index.ts';
import type { ByHand, MeantOutlets, OutletSeen } from '../bench/index.ts';
import { UsageError } from '../errors.ts';
import { benchByHand, changing, columns, heldText, meantBy, tellEffect, unbroken } from './by-hand.ts';
import type { ByHandOptions } from './by-hand.ts';
import { tell } from './say.ts';

const verbs = ['on', 'off', 'cycle', 'status'] as const;

/** Switches and reads the outlets that feed the units of a topology. Returns the exit code. */
export async function power(
  path: string,
  word: string | undefined,
  wish: string | undefined,
  options: ByHandOptions,
): Promise<number> {
  const { target, verb } = meantBy(verbs, word, wish);
  const bench = await benchByHand(path, options, verb !== 'status');
  const meant = meantOutlets(bench.topology, target);
  if (verb === 'status') return status(bench, meant);
  const [one, ...others] = meant;
  if (!one || others.length > 0)
    throw new UsageError('say which unit or outlet; both units are never switched as one');
  const name = one.feeds.map(({ pdu, outlet }) => `outlet ${outlet} of ${pdu}`).join(' and ');
  return changing(bench, async () => {
    if (verb === 'on') return tellEffect(`${name} on`, await turnOn(bench, one));
    if (verb === 'off') return tellEffect(`${name} off`, await turnOff(bench, one));
    return unbroken('the power comes back first', () => cycle(bench, one, name));
  });
}

/** Off, read back, the minimum off time, on, read back; never the device's own cycle. */
async function cycle(bench: ByHand, meant: MeantOutlets, name: string): Promise<number> {
  let off: Awaited<ReturnType<typeof turnOff>>;
  try {
    off = await turnOff(bench, meant);
  } catch (error) {
    // It may have gone off all the same.
    if (bench.held.open.length > 0) await turnOn(bench, meant);
    throw error;
  }
  const code = tellEffect(`${name} off`, off);
  return off ? tellEffect(`${name} on`, await turnOn(bench, meant)) : code;
}

async function status(bench: ByHand, meant: readonly MeantOutlets[]): Promise<number> {
  const seen = await lookAtOutlets(bench, meant);
  const heading = ['OUTLET', 'FEEDS', 'POWER', 'WATTS', 'CALLED'];
  tell(columns([heading, ...seen.map(row)]) + heldText(bench));
  return 0;
}

function row({ unit, pdu, outlet, power: state, pending, watts, label }: OutletSeen): readonly string[] {
  const now = pending ? `${state}, a command waits` : state;
  return [`${pdu}:${outlet}`, unit, now, watts === undefined ? '-' : String(watts), label ?? '-'];
}
