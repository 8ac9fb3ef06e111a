import { BenchError } from '../../errors.ts';
import type { PortReading } from '../../device/index.ts';
import { cablesOf } from '../breaking/cable.ts';
import { untilEffective } from '../breaking/effect.ts';
import type { ChangedOf } from '../journal/changed.ts';
import type { Back } from './back.ts';
import { onceSettled } from './once-settled.ts';
import type { Reach } from './reach.ts';
import type { Recovering } from './recovering.ts';

type Port = ChangedOf<'port'>;

/**
 * Brings a port up again that was up, if it is not. One that had a link has to get it back, unless its unit is without
 * power; a unit that boots has as long for that as the topology gives a pair. Throws `BenchError` when it does not.
 */
export async function portBack(
  recovering: Recovering,
  reach: Reach,
  changed: Port,
  when: string,
): Promise<Back> {
  const { port, prior, linked } = changed;
  refuseOtherCable(recovering, changed);
  const of = await reach.switch(changed.switch);
  const name = `${port} of ${of.name}`;
  if (prior === 'down') return { outcome: 'as-before', why: `${name} was shut before, and is left as it is` };
  const { settle = 0, poll = 0 } = recovering.topology.switches[of.name] ?? {};
  const read = (): Promise<PortReading> => of.readPort(port);
  const { admin } = await onceSettled(
    recovering,
    { when, settleMs: settle },
    read,
    (now) => now.admin === 'up',
  );
  if (admin !== 'up') await of.setPort(port, 'up');
  const isDark = linked && !(await isFed(recovering, reach, changed));
  const wants = linked && !isDark ? ({ oper }: PortReading) => oper === 'up' : () => true;
  const atMostMs = settle + (linked && !isDark ? recovering.topology.pair.steady : 0);
  const what = `${name} reads up${linked && !isDark ? ', with its link' : ''}`;
  await untilEffective(
    { what, device: of.name, everyMs: poll, atMostMs },
    async () => {
      const reading = await read();
      return { reached: reading.admin === 'up' && wants(reading), answeredMs: reading.answeredMs };
    },
    recovering.clock,
    recovering.progress,
  );
  const why = isDark ? `${what}; its unit is without power, so it has no link` : what;
  return { outcome: admin === 'up' ? 'as-before' : 'put-back', why };
}

/** Throws `BenchError` where the topology does not lead to that port any more. */
export function refuseOtherCable({ topology }: Recovering, changed: Port | ChangedOf<'vlan'>): void {
  const { unit, port } = changed;
  const isCabled = cablesOf(topology, unit).some(
    (cable) => cable.switch === changed.switch && cable.port === port,
  );
  if (isCabled) return;
  throw new BenchError(
    changed.switch,
    `${port} is not touched: ${unit} was cabled to it when it was changed, and the topology does not say so any more`,
  );
}

async function isFed({ topology }: Recovering, reach: Reach, { unit }: Port): Promise<boolean> {
  for (const { pdu, outlet } of topology.units[unit].power)
    if ((await (await reach.pdu(pdu)).read(outlet)).power === 'on') return true;
  return topology.units[unit].power.length === 0;
}
