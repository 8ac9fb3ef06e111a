import type { LearnedMac } from '../../device/index.ts';
import { cabledSockets, missingSwitch } from './cabled-sockets.ts';
import type { CabledSocket } from './cabled-sockets.ts';
import type { Instrument } from './instrument.ts';
import { togetherOf } from './together.ts';

/**
 * Behind which port the switches have heard each address last, and who that is if the topology says:
 * `sw1 Gi1/0/3 vlan 102 0011.2233.4455 primary inside`. An address that nobody uses any more stays for minutes.
 */
export const macTable: Instrument = {
  name: 'mac-table',
  missing: ({ topology }) => missingSwitch(topology),
  read: async ({ topology, switches }) => {
    const sockets = cabledSockets(topology);
    const told = [...switches.values()].map(async (of) => {
      const { learned, askedMs, answeredMs } = await of.macTable();
      const mine = sockets.filter((socket) => socket.switch === of.name);
      const lines = learned.map((one) => `${of.name} ${inWords(one, mine)}`);
      return { witness: `switch ${of.name}`, lines, askedMs, answeredMs };
    });
    return togetherOf(await Promise.all(told));
  },
};

function inWords({ mac, port, vlan }: LearnedMac, sockets: readonly CabledSocket[]): string {
  const cabled = sockets.filter((socket) => port.includes(socket.port));
  const name = cabled[0]?.port ?? port[0] ?? 'a port without a name';
  return [name, `vlan ${vlan ?? 'unknown'}`, mac, ...cabled.map(({ called }) => called)].join(' ');
}
