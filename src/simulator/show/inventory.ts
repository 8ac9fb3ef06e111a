import type { System } from '../system/system.ts';

/** `show inventory`: the chassis, and the service card if there is one. */
export function showInventory({ box }: System): string[] {
  const { module } = box;
  return [
    ...part('Chassis', box.make.description, box.model, box.serial),
    ...(module ? part('slot 1', 'Security Services Module', module.card.model, `${box.serial}1`) : []),
  ];
}

function part(name: string, description: string, id: string, serial: string): string[] {
  return [
    `Name: "${name}", DESCR: "${description}"`,
    `PID: ${id.padEnd(18)}, VID: V01     , SN: ${serial}`,
    '',
  ];
}
