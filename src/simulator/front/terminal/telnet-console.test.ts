import { expect } from 'chai';
import { BenchError } from '../../../errors.ts';
import { FakeUnit } from '../fake-bench.test-support.ts';
import type { Front } from '../door/front.ts';
import { RawClient } from './raw-client.test-support.ts';
import { serveTelnetConsole } from './telnet-console.ts';

const anyPort = { host: '127.0.0.1', port: 0 };

describe('telnet console', () => {
  let unit: FakeUnit;
  let front: Front;

  beforeEach(async () => {
    unit = new FakeUnit('primary');
    unit.console.onType = (keys) => unit.console.printed.tell(keys);
    front = await serveTelnetConsole(unit, anyPort, 'telnet');
  });
  afterEach(() => front.close());

  it('offers to echo, hands over keys, and prints what the unit prints', async () => {
    const client = await RawClient.open(front.endpoint);
    expect(await client.bytes(9)).to.deep.equal([255, 251, 1, 255, 251, 3, 255, 253, 3]);
    client.write('show failover\r\n');
    await client.until(/show failover\r/);
    expect(Buffer.from(unit.console.typed).toString()).to.equal('show failover\r');
  });

  it('doubles 255 both ways', async () => {
    const client = await RawClient.open(front.endpoint);
    await client.bytes(9);
    client.write(Uint8Array.of(255, 255, 65));
    expect((await client.bytes(12)).slice(9)).to.deep.equal([255, 255, 65]);
    expect(unit.console.typed).to.deep.equal([255, 65]);
  });

  it('drops what the unit prints while nobody is attached', async () => {
    unit.console.printed.tell(Buffer.from('into the void'));
    const client = await RawClient.open(front.endpoint);
    await client.bytes(9);
    unit.console.printed.tell(Buffer.from('heard'));
    await client.until(/heard/);
    expect(client.text).to.equal('heard');
  });

  it('turns a second client away, and takes it once the first has left', async () => {
    const first = await RawClient.open(front.endpoint);
    await first.bytes(9);
    const second = await RawClient.open(front.endpoint);
    await second.closed;
    expect(second.text).to.equal('Port already in use\r\n');
    first.write('x');
    await first.until(/x/);
    first.socket.destroy();
    await first.closed;
    await untilTaken(front);
  });

  it('keeps the line through a power loss: it only falls silent', async () => {
    const client = await RawClient.open(front.endpoint);
    await client.bytes(9);
    unit.losePower();
    unit.console.printed.tell(Buffer.from('booting'));
    await client.until(/booting/);
    expect(client.socket.destroyed).to.equal(false);
  });

  it('is bare bytes when the topology says tcp', async () => {
    const bare = await serveTelnetConsole(unit, anyPort, 'tcp');
    try {
      const client = await RawClient.open(bare.endpoint);
      client.write(Uint8Array.of(255, 13, 10));
      expect(await client.bytes(3)).to.deep.equal([255, 13, 10]);
    } finally {
      await bare.close();
    }
  });

  it('says which console could not have its port, and what to do', async () => {
    const error = await serveTelnetConsole(unit, front.endpoint, 'telnet').then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(BenchError);
    expect(String(error)).to.include('console of the primary unit');
    expect(String(error)).to.include(`127.0.0.1:${front.endpoint.port}`);
    expect(String(error)).to.include('EADDRINUSE').and.to.include('write port 0');
  });

  it('leaves the unit and every client when it is closed, once or twice', async () => {
    const client = await RawClient.open(front.endpoint);
    await client.bytes(9);
    await Promise.all([front.close(), front.close()]);
    await client.closed;
    expect(unit.console.printed.count).to.equal(0);
  });
});

/** The far end learns of a client's leaving a moment after the client itself: ask until the line is free. */
async function untilTaken(front: Front): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const client = await RawClient.open(front.endpoint);
    await client.bytes(9);
    client.socket.destroy();
    if (client.received[0] === 255) return;
    await client.closed;
  }
  throw new Error('the line never became free');
}
