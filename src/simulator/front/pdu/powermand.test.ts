import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { within, realClock } from '../../../clock.ts';
import { programPath } from '../../../transport/peer.test-support.ts';
import { community } from '../fake-bench.test-support.ts';
import { itWith, peers, run } from '../peers.test-support.ts';
import { closeServed, delayMs, powers, serve, type Served } from './served-pdu.test-support.ts';

/** A device file as users write them, for the pages of a web power switch and their `httppower`. */
const device = `
specification "switch" {
	timeout 10
	plug name { "1" "2" "3" "4" }
	script login {
		expect "httppower> "
		send "auth admin:${community}\\n"
		expect "httppower> "
	}
	script logout {
		send "quit\\n"
	}
	script status_all {
		send "get index.htm\\n"
		expect "Controller:"
		foreachplug {
			expect "Outlet ([1-4]+) is <b>(ON|OFF)"
			setplugstate $1 $2 on="ON" off="OFF"
		}
		expect "httppower> "
	}
	script on {
		send "post outlet %s=ON\\n"
		expect "httppower> "
	}
	script off {
		send "post outlet %s=OFF\\n"
		expect "httppower> "
	}
}
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** `powermand` in front of a PDU, in a folder of its own. */
class Powermand {
  readonly #folder = mkdtempSync(join(tmpdir(), 'powermand-'));
  #child: ChildProcess | undefined;
  port = 0;

  async start({ where }: Served): Promise<void> {
    this.port = await freePort();
    const path = join(this.#folder, 'powerman.conf');
    const pdu = `"${programPath('httppower') ?? 'httppower'} -u http://${where.host}:${where.port} |&"`;
    writeFileSync(
      path,
      `${device}listen "127.0.0.1:${this.port}"\ndevice "pdu" "switch" ${pdu}\nnode "fw[1-4]" "pdu" "[1-4]"\n`,
    );
    const child = spawn(programPath('powermand') ?? 'powermand', ['-f', '-c', path], { stdio: 'pipe' });
    this.#child = child;
    const listens = (async () => {
      while ((await this.ask('-q')).code !== 0) expect(child.exitCode, 'powermand ended').to.equal(null);
    })();
    await within(realClock, 15_000, listens);
  }

  ask(...what: string[]): ReturnType<typeof run> {
    return run('powerman', ['-h', `127.0.0.1:${this.port}`, ...what]);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

describe('a simulated web power switch behind powermand', () => {
  let powermand: Powermand | undefined;
  afterEach(async () => {
    await powermand?.stop();
    powermand = undefined;
    await closeServed();
  });

  itWith(peers.powermand, 'is switched, and read back', async () => {
    const served = await serve('digital-loggers');
    powermand = new Powermand();
    await powermand.start(served);
    const off = await powermand.ask('-0', 'fw3');
    expect(off.stdout).to.match(/Command completed successfully/);
    await served.clock.advance(delayMs);
    expect(powers(served)).to.equal('on on off on');
    expect((await powermand.ask('-q')).stdout)
      .to.match(/^on: +fw\[1-2,4\]$/m)
      .and.match(/^off: +fw3$/m);
    await powermand.ask('-1', 'fw3');
    await served.clock.advance(delayMs);
    expect((await powermand.ask('-q')).stdout).to.match(/^on: +fw\[1-4\]$/m);
  });
});
