import type { SnmpModel } from '../snmp-model.ts';

const port = '1.3.6.1.2.1.105.1.1.1';

/**
 * A port of a switch that powers what is plugged into it: an outlet of its own kind. It reads on only while it delivers
 * power. Any switch may have it, so sysObjectID does not tell.
 */
export const poePort: SnmpModel = {
  reach: 'snmp',
  name: 'poe-port',
  title: 'power over Ethernet, port of a switch',
  source: 'RFC 3621, pethPsePortTable',
  proof: 'written',
  probes: [],
  control: {
    on: { column: `${port}.3`, value: 1 },
    off: { column: `${port}.3`, value: 2 },
  },
  status: { column: `${port}.6`, power: { 1: 'off', 3: 'on' } },
};
