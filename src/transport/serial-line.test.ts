import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { realClock } from '../clock.ts';
import { BenchError } from '../errors.ts';
import { eventually, socatPeer } from './far-end.test-support.ts';
import { openSerialLine } from './index.ts';

async function refusal(promise: Promise<unknown>): Promise<BenchError> {
  const [settled] = await Promise.allSettled([promise]);
  if (settled.status === 'rejected' && settled.reason instanceof BenchError) return settled.reason;
  throw new Error('expected a BenchError');
}

describe('serial line', () => {
  const closing: (() => unknown)[] = [];

  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  it('that is not there: after three attempts, with what to look at', async () => {
    const error = await refusal(openSerialLine({ device: '/dev/no-such-device' }, realClock));
    expect(error.device).to.equal('serial /dev/no-such-device at 9600 baud');
    expect(error.message).to.contain('3 attempts').and.to.contain('fover ports');
  });

  it('that somebody holds: says who, and is free once he lets go', async function () {
    const { device, close } = await socatPeer(this);
    closing.push(close);
    const line = await openSerialLine({ device }, realClock);
    const error = await refusal(openSerialLine({ device }, realClock));
    expect(error.message).to.contain('lock').and.to.contain('this very process');
    await line.close();
    const again = await openSerialLine({ device }, realClock);
    await again.close();
  });

  it('that somebody uses without a lock: is opened, and told who', async function () {
    const { device, close } = await socatPeer(this);
    closing.push(close);
    const other = spawn('sh', ['-c', `exec sleep 60 < ${device}`]);
    closing.push(async () => {
      other.kill();
      await once(other, 'exit');
    });
    await eventually('the other one has it open', () =>
      execFileSync('ls', ['-l', `/proc/${other.pid}/fd`])
        .toString()
        .includes('/pts/'),
    );
    const warnings: string[] = [];
    const line = await openSerialLine({ device, warn: (text) => warnings.push(text) }, realClock);
    await line.close();
    expect(warnings.join()).to.contain(`sleep (process ${other.pid})`);
  });

  it('is set as told, and as consoles ship when nothing is', async function () {
    const { device, close } = await socatPeer(this);
    closing.push(close);
    const stty = (): string => execFileSync('stty', ['-a', '-F', device]).toString();
    const usual = await openSerialLine({ device }, realClock);
    expect(stty())
      .to.match(/speed 9600 /)
      .and.match(/-parenb .*cs8 -hupcl -cstopb .*-crtscts/);
    await usual.close();
    const line = await openSerialLine(
      { device, baud: 19200, dataBits: 7, parity: 'even', stopBits: 2, flowControl: 'rts-cts' },
      realClock,
    );
    expect(line.name).to.match(/ at 19200 baud 7E2 rts-cts$/);
    expect(stty())
      .to.match(/speed 19200 /)
      .and.match(/ cstopb .* crtscts/);
    await line.close();
  });

  it('says so when its device cannot send a break, and carries on', async function () {
    const { device, far, close } = await socatPeer(this);
    closing.push(close);
    const line = await openSerialLine({ device }, realClock);
    closing.push(() => line.close());
    expect((await refusal(line.sendBreak())).message).to.contain('could not send a break');
    await line.write(Uint8Array.of(65));
    await eventually('a byte', () => far.received.length > 0);
    expect(far.received).to.deep.equal([65]);
  });
});
