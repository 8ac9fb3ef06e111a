import { listSerialPorts } from '../transport/index.ts';
import type { SerialPortSeen } from '../transport/index.ts';
import { tell, tellJson } from './say.ts';

/** Lists the serial devices that are plugged in, and who uses them. Opens none. */
export async function ports({ json }: { readonly json?: boolean | undefined }): Promise<number> {
  const { ports: seen, by } = await listSerialPorts();
  if (json) tellJson({ ports: seen, by });
  else tell(inWords(seen, by));
  return 0;
}

const sources = {
  udev: '',
  folders:
    'udevadm is not there (apt-get install udev), so this is what /dev/serial/by-id and /sys/class/tty show;\n' +
    'makers and serial numbers stand in the names only.\n',
} as const;

function inWords(seen: readonly SerialPortSeen[], by: keyof typeof sources): string {
  if (seen.length === 0) return `No serial device is plugged in.\n${sources[by]}`;
  const rows = seen.map(({ device, stable, made, heldBy }) =>
    [
      stable ?? device,
      ...(stable === undefined ? [] : [`  now ${device}`]),
      ...(made === undefined ? [] : [`  ${made}`]),
      ...(heldBy === undefined ? [] : [`  used by ${heldBy}`]),
    ].join('\n'),
  );
  return `${rows.join('\n')}\n${sources[by]}`;
}
