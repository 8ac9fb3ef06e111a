import type { Clock } from '../../clock.ts';
import { dialectOf } from '../dialect/index.ts';
import type { UnitMake } from '../face/bench-options.ts';
import { NetworkPort } from '../fabric/network-port.ts';
import type { Box } from './box.ts';
import { addImage, burnedIn } from './hardware.ts';
import { Memory } from './memory.ts';
import { modelOf } from './models.ts';
import { ServiceModule } from './service-module.ts';

/**
 * A unit to stand in the place of another one: its cables and its Flash are plugged in again, and in the rest it is as
 * it was made. One of another model is another chassis, with a serial number and with addresses of its own.
 */
export function madeOtherwise(box: Box, made: UnitMake, clock: Clock): Box {
  const { model = box.model, firmware = box.firmware, memoryMb, licence, module, moreInterfaces = [] } = made;
  const serial = model === box.model ? box.serial : otherSerial(box.serial);
  const usual = model === box.model ? box.make : modelOf(box.platform, model);
  const dialect = dialectOf(box.platform, firmware);
  const image = dialect.image(firmware);
  const more = moreInterfaces.map((name) => ({ name, port: new NetworkPort(`${box.name} ${name}`, clock) }));
  const unit: Box = {
    ...box,
    serial,
    model,
    firmware,
    dialect,
    make: { ...usual, memoryMb: memoryMb ?? usual.memoryMb },
    image,
    licence: { ...box.licence, ...licence },
    module: module ? new ServiceModule(module) : box.module,
    cards: [...box.cards, ...more].map(({ name, port }, at) => ({
      name,
      port,
      burnedIn: burnedIn(serial, at),
    })),
    memory: new Memory(model),
  };
  addImage(box.files, image, unit.make);
  return unit;
}

/** A serial number like this one, and not the same: its last three places are the other way round. */
function otherSerial(serial: string): string {
  return serial.slice(0, -3) + serial.split('').slice(-3).toReversed().join('');
}
