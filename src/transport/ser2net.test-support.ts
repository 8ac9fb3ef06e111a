/** Serial devices and console servers of other people: `socat` for the wire, `ser2net` for the server. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually, portOf } from './far-end.test-support.ts';
import type { AskingTest } from './peer.test-support.ts';
import { needsProgram } from './peer.test-support.ts';

/** Something that runs until it is closed. */
export interface Running {
  readonly child: ChildProcess;
  close(): Promise<void>;
}

/** A serial device whose other end is a TCP server on this machine; its folder goes with it. */
export async function ptyTo(
  test: AskingTest,
  port: number,
  device = newDevice(),
): Promise<Running & { device: string }> {
  const socat = needsProgram(test, 'socat');
  mkdirSync(dirname(device), { recursive: true });
  const child = spawn(socat, [`PTY,raw,echo=0,link=${device}`, `TCP:127.0.0.1:${port}`], { stdio: 'ignore' });
  const close = async (): Promise<void> => {
    await ended(child);
    rmSync(dirname(device), { recursive: true });
  };
  try {
    await eventually('the device is there', () => existsSync(device));
  } catch (error) {
    await close();
    throw error;
  }
  return { child, device, close };
}

/** A path for a device, in a folder of its own. */
export function newDevice(): string {
  return join(mkdtempSync(join(tmpdir(), 'fover-tty-')), 'tty');
}

/** How `ser2net` serves a device. */
export type Accepter = 'tcp' | 'telnet,tcp' | 'telnet(rfc2217),tcp';

/** One line of `ser2net` for a device, as Debian's example has it; the second caller is told so and sent away. */
export async function ser2net(
  test: AskingTest,
  accepter: Accepter,
  device: string,
  speed = '9600n81',
): Promise<Running & { port: number }> {
  const program = needsProgram(test, 'ser2net');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'fover-ser2net-'));
  const file = join(folder, 'ser2net.yaml');
  writeFileSync(
    file,
    `%YAML 1.1
---
connection: &line
  accepter: ${accepter},127.0.0.1,${port}
  connector: serialdev,${device},${speed},local
  options:
    kickolduser: false
    max-connections: 1
`,
  );
  const child = spawn(program, ['-n', '-d', '-u', '-c', file], { stdio: 'ignore' });
  const close = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true });
  };
  try {
    await eventually('ser2net listens', () => listens(port));
  } catch (error) {
    await close();
    throw error;
  }
  return { child, port, close };
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether somebody listens there, without calling: a call would take the line. */
export function listens(port: number): boolean {
  const address = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync('/proc/net/tcp', 'latin1')
    .split('\n')
    .some((row) => new RegExp(`^ *\\d+: ${address} \\S+ 0A `).test(row));
}

/** Ends a program, even one that is stopped. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
