import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { holdersInWords, holdersOf, realPath } from './device-holders.ts';

/** A serial device that is plugged in. */
export interface SerialPortSeen {
  /** As the kernel calls it now: /dev/ttyUSB0. */
  readonly device: string;
  /** The name that stays when adapters are plugged in another order: /dev/serial/by-id/…. */
  readonly stable?: string;
  /** Maker and serial number, as far as they are known. */
  readonly made?: string;
  /** Who has it open or locked, as far as this user may look. */
  readonly heldBy?: string;
}

/** What is plugged in, and who told: udev, or the folders of the kernel. */
export interface SerialPortList {
  readonly ports: readonly SerialPortSeen[];
  readonly by: 'udev' | 'folders';
}

/** Where Linux shows devices; others only in tests. */
export interface DeviceFolders {
  readonly byId: string;
  readonly tty: string;
  readonly dev: string;
}

const usualFolders: DeviceFolders = { byId: '/dev/serial/by-id', tty: '/sys/class/tty', dev: '/dev' };

/** One device as the package for serial ports lists it. */
export interface ListedPort {
  readonly path: string;
  readonly pnpId?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
}

/** Lists serial devices; without udevadm from the folders of the kernel. Opens none. */
export async function listSerialPorts(
  list: () => Promise<readonly ListedPort[]> = askPackage,
  folders: DeviceFolders = usualFolders,
): Promise<SerialPortList> {
  try {
    const listed = await list();
    const used = listed.filter(({ path }) => !isUnused(basename(path), folders.tty));
    return { by: 'udev', ports: sorted(used.map((port) => withHolder(described(port, folders)))) };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { by: 'folders', ports: sorted(fromFolders(folders).map(withHolder)) };
  }
}

async function askPackage(): Promise<readonly ListedPort[]> {
  const { SerialPort } = await import('serialport');
  return SerialPort.list();
}

function described(
  { path, pnpId, manufacturer, serialNumber }: ListedPort,
  { byId }: DeviceFolders,
): SerialPortSeen {
  const made = [manufacturer, serialNumber && `serial number ${serialNumber}`].filter(Boolean).join(', ');
  return {
    device: path,
    ...(pnpId ? { stable: join(byId, pnpId) } : {}),
    ...(made === '' ? {} : { made }),
  };
}

/** A terminal that is wired has a device behind it; those of the kernel's own have none. */
function fromFolders({ byId, tty, dev }: DeviceFolders): readonly SerialPortSeen[] {
  const stable = new Map(
    entries(byId).map((name) => [basename(realPath(join(byId, name))), join(byId, name)]),
  );
  const wired = entries(tty).filter((name) => existsSync(join(tty, name, 'device')) && !isUnused(name, tty));
  return [...new Set([...wired, ...stable.keys()])].map((name) => {
    const known = stable.get(name);
    return { device: join(dev, name), ...(known === undefined ? {} : { stable: known }) };
  });
}

/** The kernel makes names for chips that may be there; those that are not are of type 0. */
function isUnused(name: string, tty: string): boolean {
  try {
    return readFileSync(join(tty, name, 'type'), 'latin1').trim() === '0';
  } catch {
    return false;
  }
}

function withHolder(port: SerialPortSeen): SerialPortSeen {
  const holders = holdersOf(port.device);
  return holders.length === 0 ? port : { ...port, heldBy: holdersInWords(holders) };
}

function sorted(ports: readonly SerialPortSeen[]): readonly SerialPortSeen[] {
  return ports.toSorted((a, b) => a.device.localeCompare(b.device, 'en', { numeric: true }));
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
