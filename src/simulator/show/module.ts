import type { System } from '../system/system.ts';

/** `show module`: the main board, and the service card in slot 1 if there is one. */
export function showModule({ box }: System): string[] {
  const { module } = box;
  return [
    '',
    'Mod Card Type                                    Model              Serial No. ',
    ruler,
    row(0, `${box.model} Adaptive Security Appliance`, box.model, box.serial),
    ...(module ? [row(1, 'Security Services Module', module.card.model, `${box.serial}1`)] : []),
    '',
    'Mod Status             Data Plane Status     Compatibility',
    `--- ${'-'.repeat(18)} ${'-'.repeat(21)} ${'-'.repeat(13)}`,
    statusRow(0, 'Up Sys'),
    ...(module ? [statusRow(1, module.status)] : []),
    '',
  ];
}

const ruler = `--- ${'-'.repeat(44)} ${'-'.repeat(18)} ${'-'.repeat(11)}`;

function row(slot: number, type: string, model: string, serial: string): string {
  return `${String(slot).padStart(3)} ${type.padEnd(44)} ${model.padEnd(18)} ${serial}`;
}

function statusRow(slot: number, status: string): string {
  return `${String(slot).padStart(3)} ${status.padEnd(18)} ${'Not Applicable'.padEnd(21)}`;
}
