import { outletPlaces } from '../bench/index.ts';
import type { Fault } from './fault.ts';

/** Every feed of the unit is switched off at its PDU: «the unit has a hardware failure or a power failure». */
export const unitPowerLoss: Fault = {
  name: 'unit-power-loss',
  needs: ['outlet'],
  did: ({ unit }) => `power of ${unit} cut`,
  mended: ({ unit }) => `power of ${unit} back`,
  stimuli: ({ unit }) => ({
    injected: [{ stimulus: 'unit-silent', unit }],
    healed: [{ stimulus: 'unit-booting', unit }],
  }),
  missing: ({ topology }, { unit }) => {
    const kept = outletPlaces(topology, unit).find(({ device = '', name }) =>
      topology.pdus[device]?.protected.some((each) => each === name),
    );
    return kept && `${kept.called} is protected`;
  },
  touches: ({ topology }, { unit }) => outletPlaces(topology, unit),
  inject: (bench, { unit }) => bench.cutPower(unit),
  heal: (bench, { unit }) => bench.restorePower(unit),
};
