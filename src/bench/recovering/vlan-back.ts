import type { Switch } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import { untilEffective } from '../breaking/effect.ts';
import { isolationVlans } from '../breaking/isolation.ts';
import type { ChangedOf } from '../journal/changed.ts';
import type { Back } from './back.ts';
import { onceSettled } from './once-settled.ts';
import { refuseOtherCable } from './port-back.ts';
import type { Reach } from './reach.ts';
import type { Recovering } from './recovering.ts';

/**
 * Puts a port back into its VLAN, if it is where it was put. Throws `BenchError` where it is in a third one, into which
 * somebody else must have put it, and when the switch does not follow.
 */
export async function vlanBack(
  recovering: Recovering,
  reach: Reach,
  changed: ChangedOf<'vlan'>,
  when: string,
): Promise<Back> {
  const { port, prior, apart } = changed;
  refuseOtherCable(recovering, changed);
  const of = await reach.switch(changed.switch);
  const { settle = 0, poll = 0 } = recovering.topology.switches[of.name] ?? {};
  const read = (): ReturnType<Switch['readVlan']> => of.readVlan(port);
  const { vlan } = await onceSettled(
    recovering,
    { when, settleMs: settle },
    read,
    (now) => now.vlan === prior,
  );
  const what = `${port} of ${of.name} reads VLAN ${prior}`;
  if (vlan === prior) return { outcome: 'as-before', why: what };
  if (!isolationVlans(recovering.topology, of.name).includes(apart))
    throw new BenchError(
      of.name,
      `${port} is not touched: it is said to have been put into VLAN ${apart}, which is none of its isolation-vlans`,
    );
  if (vlan !== apart)
    throw new BenchError(
      of.name,
      `${port} is not touched: it was put from VLAN ${prior} into ${apart}, and somebody else put it into ${vlan}`,
    );
  await of.setVlan(port, prior);
  await untilEffective(
    { what, device: of.name, everyMs: poll, atMostMs: settle },
    async () => {
      const { vlan: now, answeredMs } = await read();
      return { reached: now === prior, answeredMs };
    },
    recovering.clock,
    recovering.progress,
  );
  return { outcome: 'put-back', why: what };
}
