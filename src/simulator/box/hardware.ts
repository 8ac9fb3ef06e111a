import type { Clock } from '../../clock.ts';
import type { UnitName } from '../../pair/index.ts';
import { physicalOf, type Topology } from '../../topology/index.ts';
import { type Dialect, dialectOf } from '../dialect/index.ts';
import { licensed } from '../dialect/features.ts';
import type { UnitTraits } from '../defect/unit-traits.ts';
import { noWeb } from '../face/web.ts';
import { NetworkPort } from '../fabric/network-port.ts';
import { SerialSocket } from '../fabric/serial/serial-socket.ts';
import { hashOf, type Random } from '../ground/random.ts';
import type { UnitMake } from '../face/bench-options.ts';
import type { Box } from './box.ts';
import { ServiceModule } from './service-module.ts';
import { FlashFiles } from './flash-files.ts';
import { Memory } from './memory.ts';
import { Nonvolatile } from './nonvolatile.ts';
import { type Model, modelOf } from './models.ts';

/** Clocks of appliances are set by hand: they are off by up to so much. */
const skewAtMostMs = 3000;

/** The day of the images in flash. */
const imageDay = new Date(Date.UTC(2015, 0, 12, 8, 12, 0));

/** Builds a unit as the topology describes it, with the cards that its cables and its configuration name. */
export function boxOf(
  topology: Topology,
  name: UnitName,
  clock: Clock,
  random: Random,
  traits: UnitTraits,
  option: UnitMake = {},
  speaks?: Dialect,
): Box {
  const { units, simulated } = topology;
  const made: UnitMake = { ...simulated?.made[name], ...option };
  const pair = { ...topology.pair, ...(speaks && plateOf(speaks, topology.pair)), ...made };
  const { serial } = units[name];
  const dialect = dialectOf(pair.platform, pair.firmware);
  const model = modelOf(pair.platform, pair.model);
  const make = { ...model, memoryMb: made.memoryMb ?? model.memoryMb };
  const image = dialect.image(pair.firmware);
  return {
    name,
    serial,
    platform: pair.platform,
    model: pair.model,
    firmware: pair.firmware,
    dialect,
    make,
    image,
    // A pair with contexts was put into multiple context mode before.
    nonvolatile: new Nonvolatile(topology.pair.contexts.length > 0 ? 'multiple' : 'single'),
    licence: { ...licensed, ...made.licence },
    module: made.module && new ServiceModule(made.module),
    cards: [...cardNames(topology, make), ...(made.moreInterfaces ?? [])].map((card, at) => ({
      name: card,
      port: new NetworkPort(`${name} ${card}`, clock),
      burnedIn: burnedIn(serial, at),
    })),
    failoverSocket: pair.platform === 'pix' ? new SerialSocket(clock) : undefined,
    files: filesOf(image, make),
    keysPerSecond: made.keysPerSecond,
    memory: new Memory(pair.model),
    web: noWeb,
    traits,
    random,
    syncStepMs: simulated?.sync ?? 400,
    clockSkewMs: Math.round(random.between(-skewAtMostMs, skewAtMostMs)),
  };
}

/** Of a bench that is told what to speak: the plate of a unit that speaks it, as near to the topology as can be. */
function plateOf(
  speaks: Dialect,
  { platform, firmware }: Topology['pair'],
): Partial<Pick<Topology['pair'], 'platform' | 'firmware' | 'model'>> {
  if (dialectOf(platform, firmware) === speaks) return {};
  const { model } = speaks;
  return {
    platform: speaks.platform,
    firmware: speaks.firmware,
    ...(platform === speaks.platform ? {} : { model }),
  };
}

/** The images that a unit boots and offers. */
function filesOf(image: string, { flashMb }: Model): FlashFiles {
  const files = new FlashFiles(flashMb * 1024 * 1024);
  addImage(files, image, { flashMb });
  files.put('asdm-722.bin', { bytes: flashMb > 16 ? 18_097_844 : 5_239_808, at: imageDay });
  return files;
}

/** Software to boot, in a Flash that has none of that name. */
export function addImage(files: FlashFiles, image: string, { flashMb }: Pick<Model, 'flashMb'>): void {
  if (files.file(image)) return;
  files.put(image, { bytes: flashMb > 16 ? 38_191_104 : 8_312_832, at: imageDay });
}

/** Both units have the same cards («Hardware Requirements»): all that either of them needs, and the usual rest. */
function cardNames({ pair, units }: Topology, { ports }: Model): readonly string[] {
  const { link, 'state-link': stateLink } = pair.failover;
  const named = [
    ...Object.keys(units.primary.cables),
    ...Object.keys(units.secondary.cables),
    ...[...pair.interfaces, ...pair.contexts.flatMap((context) => context.interfaces)].map(
      (one) => one.interface,
    ),
    ...[link?.interface, stateLink?.interface].filter((one) => one !== undefined),
  ].map(physicalOf);
  const others = [...new Set(named)].filter((one) => !ports.includes(one));
  return [...ports, ...others.toSorted()];
}

/** An address of the vendor's range that differs by unit and by card. */
export function burnedIn(serial: string, card: number): string {
  const hash = hashOf(serial);
  const last = ((hash & 0xffe0) | (card & 0x1f)).toString(16).padStart(4, '0');
  return `5897.1e${((hash >>> 16) & 0xff).toString(16).padStart(2, '0')}.${last}`;
}
