import { BenchError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { Instrument } from './instrument.ts';
import { togetherOf } from './together.ts';

/** The outlets that feed the units: `pdu1 outlet 1 on primary`. */
export const outlets: Instrument = {
  name: 'outlets',
  missing: () => undefined,
  read: async ({ topology, pdus }) => {
    const feeds = unitNames.flatMap((unit) => topology.units[unit].power.map((feed) => ({ unit, ...feed })));
    const told = feeds.map(async ({ unit, pdu: name, outlet }) => {
      const pdu = pdus.get(name);
      if (!pdu) throw new BenchError(name, `no such PDU on this bench, yet ${unit} is fed from it`);
      const { power, askedMs, answeredMs } = await pdu.read(outlet);
      const lines = [`${name} outlet ${outlet} ${power} ${unit}`];
      return { witness: `pdu ${name}`, lines, askedMs, answeredMs };
    });
    return togetherOf(await Promise.all(told));
  },
};
