import { TopologyError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { UnitName } from '../../pair/index.ts';
import { physicalOf } from '../../topology/index.ts';
import { choosePair } from '../choose-pair.ts';
import type { WantedUnits } from '../choose-pair.ts';
import { noFacts } from '../facts.ts';
import type { CableFound, DraftFacts, PduFacts, SwitchFacts, UnitFacts } from '../facts.ts';
import { told } from '../told.ts';
import {
  consoleNode,
  isConsole,
  managementNode,
  switchNode,
  testbedConnections,
} from './testbed-connections.ts';
import { testbedInterfaces } from './testbed-links.ts';
import type { TestbedInterface } from './testbed-links.ts';
import { testbedPair } from './testbed-pair.ts';
import { testbedFeeds } from './testbed-power.ts';
import { testbedSecret } from './testbed-secret.ts';
import type { SecretsMet } from './testbed-secret.ts';
import { openTestbed } from './testbed-view.ts';
import type { TestbedView } from './testbed-view.ts';

type Units = Readonly<Record<UnitName, string>>;

/**
 * Reads a testbed of pyATS: its two firewalls as the units, what they are linked to as switches. Passwords become
 * references. What has no place in a topology is told by its place. Throws `TopologyError` and `UsageError`.
 */
export function factsOfTestbed(text: string, file: string, wanted: WantedUnits): DraftFacts {
  const testbed = openTestbed(text, file);
  const { root } = testbed;
  const devices = root.at('devices');
  const names = devices?.keys() ?? [];
  if (!devices || names.length === 0)
    throw new TopologyError([
      {
        place: { file, line: 1, column: 1 },
        message: 'there is no map of devices; is it a testbed of pyATS?',
      },
    ]);
  const likely = names.filter((name) => isFirewall(devices.at(name)));
  const { units, note } = choosePair(file, names, likely, wanted);
  const met: SecretsMet = { secrets: [], notes: note === undefined ? [] : [note] };
  const interfaces = testbedInterfaces(root.at('topology'));
  const name = root.at('testbed')?.at('name')?.text();
  const pdus: PduFacts[] = [];
  const unit = (of: UnitName): UnitFacts => unitFacts(units, of, { devices, interfaces, met, pdus });
  const parts = { primary: unit('primary'), secondary: unit('secondary') };
  return {
    ...noFacts,
    ...(name === undefined ? {} : { name: told(name, file) }),
    pair: testbedPair(root, units, interfaces, met),
    units: parts,
    switches: switchesOf(parts, devices, root, met),
    pdus,
    secrets: met.secrets,
    notes: [...met.notes, ...testbed.leftOver()],
  };
}

function isFirewall(device: TestbedView | undefined): boolean {
  const words = ['os', 'type', 'platform', 'series', 'model'].map((key) => device?.at(key)?.text() ?? '');
  return words.some((word) => /^(?:asa|pix|ftd|fxos)|firewall/i.test(word));
}

interface Rack {
  readonly devices: TestbedView;
  readonly interfaces: readonly TestbedInterface[];
  readonly met: SecretsMet;
  readonly pdus: PduFacts[];
}

function unitFacts(units: Units, unit: UnitName, { devices, interfaces, met, pdus }: Rack): UnitFacts {
  const device = units[unit];
  const view = devices.at(device);
  const connections = testbedConnections(device, view?.at('connections'), met);
  const management = managementNode(connections.filter((one) => !isConsole(one)));
  const { feeds, pdus: found } = testbedFeeds(view?.at('peripherals')?.at('power_cycler'), pdus, met);
  pdus.push(...found);
  return {
    console: connections.filter(isConsole).map((one) => consoleNode(one, device, met)),
    ...(management && { management }),
    power: feeds,
    cables: cablesOf(units, unit, interfaces, met),
  };
}

/** A link joins the interfaces that name it; only one that joins two tells what is plugged into what. */
function cablesOf(
  units: Units,
  unit: UnitName,
  interfaces: readonly TestbedInterface[],
  met: SecretsMet,
): readonly CableFound[] {
  return interfaces
    .filter((one) => one.device === units[unit])
    .flatMap(({ link, socket, name, place }) => {
      if (socket === undefined) {
        met.notes.push(`${place}: ${name} is no interface of an appliance`);
        return [];
      }
      const far = interfaces.filter(
        (one) => link !== undefined && one.link === link && one.device !== units[unit],
      );
      const [only] = far;
      const from = `${place}, link ${link ?? 'none'}`;
      if (only && far.length === 1 && !unitNames.some((each) => units[each] === only.device))
        return [{ interface: physicalOf(socket), from, to: { switch: only.device, port: only.name } }];
      const ends = far.map((one) => `${one.device} ${one.name}`).join(', ');
      return [{ interface: physicalOf(socket), from: ends === '' ? from : `${from} leads to ${ends}` }];
    });
}

function switchesOf(
  { primary, secondary }: Readonly<Record<UnitName, UnitFacts>>,
  devices: TestbedView,
  root: TestbedView,
  met: SecretsMet,
): readonly SwitchFacts[] {
  const names = new Set([...primary.cables, ...secondary.cables].flatMap(({ to }) => to?.switch ?? []));
  return [...names].map((name) => {
    const view = devices.at(name);
    const from = view?.place() ?? name;
    const isIos = /^ios(?:-?xe)?$/i.test(view?.at('os')?.text() ?? '');
    if (!isIos) return { name, from, protected: [] };
    const own =
      view?.at('credentials')?.at('default') ?? root.at('testbed')?.at('credentials')?.at('default');
    const login = {
      username: own?.at('username')?.text(),
      secret: testbedSecret(own?.at('password'), `${name} password`, `of the switch ${name}`, met),
    };
    const cli = switchNode(testbedConnections(name, view?.at('connections'), met), login);
    return { name, from, protected: [], ...(cli && { cli }) };
  });
}
