import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { Space } from '../system/space.ts';
import { showInterface } from './interface.ts';

/**
 * `show interface detail`: with the packets that came back another way (ASA 5580 guide, «Configuring Support for
 * Asymmetrically Routed Packets»).
 */
export function showInterfaceDetail(space: Space, only?: string): string[] {
  return space
    .interfaces()
    .filter(({ name, nameif }) => only === undefined || only === name || only === nameif)
    .flatMap((one) => [...showInterface(space, one.name), ...controlPoint(space, one)]);
}

function controlPoint(space: Space, one: InterfaceSettings): string[] {
  if (one.purpose !== 'traffic') return [];
  const { received, transmitted, dropped } = space.strays.of(one.name);
  const state = !one.shutdown && space.unit.cards.linkUp(one.hardware) ? 'active' : 'not active';
  return [
    '  Control Point Interface States:',
    `\tInterface number is ${space.interfaces().indexOf(one) + 1}`,
    `\tInterface config status is ${one.shutdown ? 'not active' : 'active'}`,
    `\tInterface state is ${state}`,
    '  Asymmetrical Routing Statistics:',
    `\tReceived ${received} packets`,
    `\tTransmitted ${transmitted} packets`,
    `\tDropped ${dropped} packets`,
  ];
}
