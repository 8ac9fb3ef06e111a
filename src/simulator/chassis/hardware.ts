import type { Clock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import { physicalOf, type Topology } from '../../topology/index.ts';
import type { UnitTraits } from '../defect/unit-traits.ts';
import { NetworkPort } from '../fabric/network-port.ts';
import { hashOf, type Random } from '../random.ts';
import type { Box } from '../system/box.ts';
import { type ServiceCard, ServiceModule } from '../system/service-module.ts';
import { FlashFiles } from '../system/flash-files.ts';

/** Clocks of appliances are set by hand: they are off by up to so much. */
const skewAtMostMs = 3000;

/** The day of the images in flash. */
const imageDay = new Date(Date.UTC(2015, 0, 12, 8, 12, 0));

/** How one unit was made otherwise than its topology says: a unit that does not match its mate, or has a card. */
export interface UnitMake {
  readonly model?: string;
  readonly firmware?: string;
  /** Features whose licence differs, such as `{ 'Security Contexts': '5' }`. */
  readonly licence?: Readonly<Record<string, string>>;
  /** The service card in slot 1. */
  readonly module?: ServiceCard;
}

const features: Readonly<Record<string, string>> = {
  'Maximum Physical Interfaces': 'Unlimited',
  'Maximum VLANs': '200',
  'Inside Hosts': 'Unlimited',
  Failover: 'Active/Active',
  'Encryption-DES': 'Enabled',
  'Encryption-3DES-AES': 'Enabled',
  'Security Contexts': '2',
  'GTP/GPRS': 'Disabled',
  'AnyConnect Premium Peers': '2',
  'AnyConnect Essentials': 'Disabled',
  'Other VPN Peers': '750',
  'Total VPN Peers': '750',
  'Shared License': 'Disabled',
};

/** Builds a unit as the topology describes it, with the cards that its cables and its configuration name. */
export function boxOf(
  topology: Topology,
  name: UnitName,
  clock: Clock,
  random: Random,
  traits: UnitTraits,
  made: UnitMake = {},
): Box {
  const { units, simulated } = topology;
  const pair = { ...topology.pair, ...made };
  const { serial } = units[name];
  return {
    name,
    serial,
    platform: pair.platform,
    model: pair.model,
    firmware: pair.firmware,
    licence: { ...features, ...made.licence },
    module: made.module && new ServiceModule(made.module),
    cards: cardNames(topology).map((card, at) => ({
      name: card,
      port: new NetworkPort(`${name} ${card}`, clock),
      burnedIn: burnedIn(serial, at),
    })),
    files: filesOf(pair),
    traits,
    random,
    syncStepMs: simulated?.sync ?? 400,
    clockSkewMs: Math.round(random.between(-skewAtMostMs, skewAtMostMs)),
  };
}

/** The images that a unit boots and offers. */
function filesOf({ platform, firmware }: Pick<Topology['pair'], 'platform' | 'firmware'>): FlashFiles {
  const files = new FlashFiles();
  const version = firmware.replace(/[().]/g, '');
  files.put(platform === 'asa' ? `asa${version}-smp-k8.bin` : `pix${version}.bin`, {
    bytes: platform === 'asa' ? 38_191_104 : 8_312_832,
    at: imageDay,
  });
  files.put('asdm-722.bin', { bytes: 18_097_844, at: imageDay });
  return files;
}

/** Both units have the same cards («Hardware Requirements»): all that either of them needs, and the usual rest. */
function cardNames({ pair, units }: Topology): readonly string[] {
  const usual =
    pair.platform === 'asa'
      ? [...Array.from({ length: 8 }, (_, at) => `GigabitEthernet0/${at}`), 'Management0/0']
      : Array.from({ length: 6 }, (_, at) => `Ethernet${at}`);
  const { link, 'state-link': stateLink } = pair.failover;
  const named = [
    ...Object.keys(units.primary.cables),
    ...Object.keys(units.secondary.cables),
    ...[...pair.interfaces, ...pair.contexts.flatMap((context) => context.interfaces)].map(
      (one) => one.interface,
    ),
    ...[link?.interface, stateLink?.interface].filter((one) => one !== undefined),
  ].map(physicalOf);
  const others = [...new Set(named)].filter((one) => !usual.includes(one));
  return [...usual, ...others.toSorted()];
}

/** An address of the vendor's range that differs by unit and by card. */
function burnedIn(serial: string, card: number): string {
  const hash = hashOf(serial);
  const last = ((hash & 0xffe0) | (card & 0x1f)).toString(16).padStart(4, '0');
  return `5897.1e${((hash >>> 16) & 0xff).toString(16).padStart(2, '0')}.${last}`;
}
