import type { FieldReader } from '../line/fields.ts';
import { shaped } from '../line/fields.ts';
import type { InterfaceFacts } from './facts.ts';

type Reader = FieldReader<InterfaceFacts>;

/** What a tunnel and a loopback print behind the name of their hardware, in the same line. */
const macBehindHardware = /^Hardware is (\S.*?) (MAC address \S+, MTU (?:\d+|not set))$/i;

const hardware: Reader = shaped(/^Hardware is (.+)$/i, (words = '') => {
  const parts = words.split(', ');
  const bandwidth = parts.find((part) => part.startsWith('BW '))?.slice('BW '.length);
  const delay = parts.find((part) => part.startsWith('DLY '))?.slice('DLY '.length);
  // PIX 6 prints the MAC address here.
  const mac = parts.find((part) => part.startsWith('address is '))?.slice('address is '.length);
  const name = parts.filter((part) => !/^(?:BW|DLY|address is) /.test(part)).join(', ');
  return {
    hardware: name,
    ...(bandwidth !== undefined && { bandwidth }),
    ...(delay !== undefined && { delay }),
    ...(mac !== undefined && { mac }),
  };
});

const macAndMtu: Reader = shaped(
  /^MAC address ([0-9a-fx.:]+|N\/A), MTU (\d+|not set)$/i,
  (mac = '', mtu = '') => ({
    ...(mac.toUpperCase() !== 'N/A' && { mac }),
    ...(/^\d/.test(mtu) && { mtu: Number(mtu) }),
  }),
);

const withMac: Reader = shaped(macBehindHardware, (name = '', rest = '') => {
  const found = macAndMtu(rest);
  return found && { hardware: name, ...found };
});

const address: Reader = shaped(
  /^IP address ([0-9a-fx.:/]+)(?:, subnet mask ([0-9x.]+))?$/i,
  (ip = '', mask = '') => ({
    address: ip,
    ...(mask !== '' && { mask }),
  }),
);

/** A reader for each line that stands once under an interface. */
export const singleLines: readonly Reader[] = [
  withMac,
  hardware,
  address,
  shaped(/^VLAN identifier (\d+)$/i, (vlan = '') => ({ vlan: Number(vlan) })),
  shaped(
    /^((?:Auto-|Full-|Half-)Duplex\S*|\((?:Full|Half)-duplex\)), (\S.*)$/i,
    (duplex = '', speed = '') => ({ duplex, speed }),
  ),
  shaped(/^Input flow control is (\S+), output flow control is (\S+)$/i, (input = '', output = '') => ({
    inputFlowControl: input,
    outputFlowControl: output,
  })),
  shaped(/^Description:(?: (.+))?$/i, (description = '') => ({ description })),
  macAndMtu,
  // A VXLAN interface has them in lines of their own.
  shaped(/^MTU: ?(\d+)$/i, (mtu = '') => ({ mtu: Number(mtu) })),
  shaped(/^MAC: ?([0-9a-fx.]+)$/i, (mac = '') => ({ mac })),
  shaped(
    /^MTU (\d+) bytes, BW (\d+ [KMG]?bit)(?:\/sec)?,? (full|half) duplex$/i,
    (mtu = '', bandwidth = '', duplex = '') => ({
      mtu: Number(mtu),
      bandwidth,
      duplex,
    }),
  ),
  shaped(/^(?:(?:Active|Inactive|Standby) )?member of (\S+)$/i, (memberOf = '') => ({ memberOf })),
];
