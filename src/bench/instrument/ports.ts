import type { PortSettings } from '../../device/index.ts';
import { missingSwitch } from './cabled-sockets.ts';
import { readEachPort } from './each-port.ts';
import type { Instrument } from './instrument.ts';

/**
 * How the switch ports are set that the units are cabled to: `sw1 Gi1/0/3 admin up link up vlan 102 portfast on
 * spanning-tree forwarding trunk off channel off speed 1000 primary inside`; `unknown` for what a switch does not say.
 */
export const ports: Instrument = {
  name: 'ports',
  missing: ({ topology }) => missingSwitch(topology),
  read: (bench) =>
    readEachPort(bench, async (of, port) => {
      const settings = await of.portSettings(port);
      return { ...settings, words: inWords(settings) };
    }),
};

function inWords({ portfast, errDisabled, ...settings }: PortSettings): string {
  const words: Readonly<Record<string, string | number | undefined>> = {
    admin: settings.admin,
    link: settings.oper,
    vlan: settings.vlan,
    portfast: portfast === undefined ? undefined : portfast ? 'on' : 'off',
    'spanning-tree': settings.spanningTree,
    trunk: settings.trunk,
    channel: settings.channel,
    speed: settings.speedMbps,
  };
  const said = Object.entries(words).map(([what, word]) => `${what} ${word ?? 'unknown'}`);
  return [...said, ...(errDisabled === undefined ? [] : [`err-disabled ${errDisabled}`])].join(' ');
}
