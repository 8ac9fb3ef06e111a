/**
 * Loaded into a process of fover before anything else (`node --import`): kills it, as by SIGKILL from outside, at one
 * instant of its life. Instants are counted in order: every write to a journal, in the middle of the line and after it (which is
 * before the deed that it speaks of); every SNMP SET, when the datagram has left; with `KILL_TYPED`, every line that is
 * typed on a console and is no question, when it has left. `KILL_AT=7` is the seventh of them. With `KILL_POINTS=<file>`
 * nothing is killed, and each instant is named in that file.
 */
import dgram from 'node:dgram';
import fs from 'node:fs';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const killAt = Number(process.env['KILL_AT'] ?? 0);
const list = process.env['KILL_POINTS'];
const { writeSync, appendFileSync, readlinkSync } = fs;
let reached = 0;

/** One more instant; the last one of a process that is to be killed here. */
function instant(name: string): void {
  reached++;
  if (list !== undefined) appendFileSync(list, `${name}\n`);
  if (reached === killAt) die();
}

/** SIGKILL to itself is delivered before the call returns. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('a process cannot outlive SIGKILL');
}

const isJournal = (fd: number): boolean => readlinkSync(`/proc/self/fd/${fd}`).endsWith('journal.ndjson');

fs.writeSync = ((fd: number, what: string | NodeJS.ArrayBufferView, ...rest: never[]): number => {
  if (!isJournal(fd)) return writeSync(fd, what as string, ...rest);
  if (reached + 1 === killAt) {
    const bytes =
      typeof what === 'string'
        ? Buffer.from(what)
        : Buffer.from(what.buffer, what.byteOffset, what.byteLength);
    writeSync(fd, bytes, 0, Math.floor(bytes.length / 2));
  }
  instant('journal, in the middle of a line');
  const written = writeSync(fd, what as string, ...rest);
  instant('journal, after a line');
  return written;
}) as typeof fs.writeSync;
syncBuiltinESMExports();

/** A message of SNMP is a sequence of version, community and PDU; that of a SET is tagged 0xA3. */
function isSet(message: Uint8Array): boolean {
  let at = 0;
  const enter = (tag: number): number | undefined => {
    if (message[at++] !== tag) return undefined;
    const length = message[at++] ?? 0;
    if (length < 0x80) return length;
    let long = 0;
    for (let count = length & 0x7f; count > 0; count--) long = long * 256 + (message[at++] ?? 0);
    return long;
  };
  if (enter(0x30) === undefined) return false;
  for (const tag of [0x02, 0x04]) {
    const length = enter(tag);
    if (length === undefined) return false;
    at += length;
  }
  return message[at] === 0xa3;
}

// oxlint-disable-next-line typescript/unbound-method -- it is called on the socket that it is asked of
const send = dgram.Socket.prototype.send as (this: dgram.Socket, ...sent: unknown[]) => void;
dgram.Socket.prototype.send = function (this: dgram.Socket, ...sent: unknown[]) {
  const [message, offset, length, port] = sent;
  const bytes = message instanceof Uint8Array ? message : undefined;
  const whole =
    bytes && typeof offset === 'number' && typeof length === 'number' && port !== undefined
      ? bytes.subarray(offset, offset + length)
      : bytes;
  if (!whole || !isSet(whole)) return send.apply(this, sent);
  const told = sent.at(-1);
  const isTold = typeof told === 'function';
  // A datagram has left when its callback is called, not when `send` returns.
  const left = (...said: unknown[]): void => {
    instant('SET, when it has left');
    if (isTold) (told as (...said: unknown[]) => void)(...said);
  };
  send.apply(this, [...(isTold ? sent.slice(0, -1) : sent), left]);
} as typeof send;

const isTypedCounted = process.env['KILL_TYPED'] !== undefined;
const question = /^(?:show|terminal|enable|exit|end|changeto|login|\s)/;

// oxlint-disable-next-line typescript/unbound-method -- it is called on the socket that it is asked of
const write = net.Socket.prototype.write as (this: net.Socket, ...written: unknown[]) => boolean;
net.Socket.prototype.write = function (this: net.Socket, ...written: unknown[]) {
  const [bytes] = written;
  const isSent = write.apply(this, written);
  const line = isTypedCounted && bytes instanceof Uint8Array ? Buffer.from(bytes).toString('latin1') : '';
  if (/^[ -~]+\r/.test(line) && !question.test(line)) instant(`typed «${line.trimEnd()}»`);
  return isSent;
} as typeof write;
