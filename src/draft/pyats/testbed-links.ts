import { applianceSocket } from '../appliance-socket.ts';
import type { TestbedView } from './testbed-view.ts';

/** An interface of a device, as the topology of a testbed has it. */
export interface TestbedInterface {
  readonly device: string;
  readonly name: string;
  /** The whole name, where it is one of an appliance. */
  readonly socket?: string;
  readonly alias?: string;
  readonly link?: string;
  readonly address?: { readonly address: string; readonly mask: string };
  readonly place: string;
}

/** Every interface of every device in the `topology` of a testbed, but for its `links`, which only describe. */
export function testbedInterfaces(topology: TestbedView | undefined): readonly TestbedInterface[] {
  return (topology?.keys() ?? [])
    .filter((device) => device !== 'links')
    .flatMap((device) => {
      const interfaces = topology?.at(device)?.at('interfaces');
      return (interfaces?.keys() ?? []).flatMap((name) => {
        const view = interfaces?.at(name);
        return view ? [interfaceOf(device, name, view)] : [];
      });
    });
}

function interfaceOf(device: string, name: string, view: TestbedView): TestbedInterface {
  const socket = applianceSocket(name) ?? subinterface(name);
  const alias = view.at('alias')?.text();
  const link = view.at('link')?.text();
  const address = addressOf(view.at('ipv4')?.text());
  view.at('type')?.text();
  return {
    device,
    name,
    ...(socket === undefined ? {} : { socket }),
    ...(alias === undefined ? {} : { alias }),
    ...(link === undefined ? {} : { link }),
    ...(address ? { address } : {}),
    place: view.place(),
  };
}

function subinterface(name: string): string | undefined {
  const [, physical = '', number = ''] = /^(.{1,40})\.(\d{1,4})$/.exec(name) ?? [];
  const socket = applianceSocket(physical);
  return socket === undefined ? undefined : `${socket}.${number}`;
}

/** `192.0.2.1/24`, or nothing: what else it may be is of IPv6, or only pyATS could look it up. */
function addressOf(text: string | undefined): TestbedInterface['address'] {
  const [, address, digits] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(text ?? '') ?? [];
  const length = Number(digits);
  if (address === undefined || length > 32) return undefined;
  const bits = length === 0 ? 0 : (0xff_ff_ff_ff << (32 - length)) >>> 0;
  return { address, mask: [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.') };
}
