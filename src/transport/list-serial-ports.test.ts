import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { DeviceFolders } from './list-serial-ports.ts';
import { listSerialPorts } from './list-serial-ports.ts';

const noUdev = (): Promise<never> => Promise.reject(Object.assign(new Error('spawn'), { code: 'ENOENT' }));

describe('serial ports', () => {
  let root = '';
  let folders: DeviceFolders;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fover-ports-'));
    folders = { byId: join(root, 'by-id'), tty: join(root, 'tty'), dev: join(root, 'dev') };
    for (const folder of [folders.byId, folders.tty, folders.dev]) mkdirSync(folder);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** A terminal as the kernel shows it. */
  function terminal(name: string, { wired = true, type = '' } = {}): void {
    mkdirSync(join(folders.tty, name, ...(wired ? ['device'] : [])), { recursive: true });
    if (type !== '') writeFileSync(join(folders.tty, name, 'type'), `${type}\n`);
    writeFileSync(join(folders.dev, name), '');
  }

  it('are told by udev with their makers, chips that are not there left out', async () => {
    terminal('ttyS3', { type: '0' });
    const listed = [
      { path: '/dev/ttyUSB1', pnpId: 'usb-FTDI_A1-if00', manufacturer: 'FTDI', serialNumber: 'A1' },
      { path: '/dev/ttyS3' },
      { path: '/dev/ttyS0' },
    ];
    expect(await listSerialPorts(async () => listed, folders)).to.deep.equal({
      by: 'udev',
      ports: [
        { device: '/dev/ttyS0' },
        {
          device: '/dev/ttyUSB1',
          stable: join(folders.byId, 'usb-FTDI_A1-if00'),
          made: 'FTDI, serial number A1',
        },
      ],
    });
  });

  it('without udev, are what the folders show: wired ones, and the names that stay', async () => {
    terminal('tty1', { wired: false });
    terminal('ttyS0', { type: '4' });
    terminal('ttyS1', { type: '0' });
    terminal('ttyUSB10');
    terminal('ttyUSB2');
    symlinkSync(join(folders.dev, 'ttyUSB10'), join(folders.byId, 'usb-FTDI_A1'));
    const { by, ports } = await listSerialPorts(noUdev, folders);
    expect(by).to.equal('folders');
    expect(ports).to.deep.equal([
      { device: join(folders.dev, 'ttyS0') },
      { device: join(folders.dev, 'ttyUSB2') },
      { device: join(folders.dev, 'ttyUSB10'), stable: join(folders.byId, 'usb-FTDI_A1') },
    ]);
  });

  it('without any folder, are none', async () => {
    rmSync(folders.byId, { recursive: true });
    rmSync(folders.tty, { recursive: true });
    expect(await listSerialPorts(noUdev, folders)).to.deep.equal({ by: 'folders', ports: [] });
    mkdirSync(folders.byId);
    mkdirSync(folders.tty);
  });

  it('that udev cannot tell of for another reason are an error', async () => {
    const broken = listSerialPorts(() => Promise.reject(new Error('udevadm exited with 1')), folders);
    const [settled] = await Promise.allSettled([broken]);
    expect(settled).to.have.property('status', 'rejected');
  });
});
