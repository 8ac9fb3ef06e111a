/** `powermand` of Debian in front of a simulated web power switch, by a device file as users write them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { within, realClock } from '../../../clock.ts';
import { programPath } from '../../../transport/peer.test-support.ts';
import { freePort } from '../../../transport/ser2net.test-support.ts';
import { community } from '../fake-bench.test-support.ts';
import { run } from '../peers.test-support.ts';

/** For the pages of a web power switch and their `httppower`. */
const deviceFile = (password: string): string => `
specification "switch" {
	timeout 10
	plug name { "1" "2" "3" "4" }
	script login {
		expect "httppower> "
		send "auth admin:${password}\\n"
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

/** `powermand` in front of a PDU, in a folder of its own; its nodes are `fw1` to `fw4`. */
export class Powermand {
  readonly #folder = mkdtempSync(join(tmpdir(), 'powermand-'));
  #child: ChildProcess | undefined;
  port = 0;

  /** Resolves when it answers for the PDU that listens there. */
  async start(where: { readonly host: string; readonly port: number }, password = community): Promise<void> {
    this.port = await freePort();
    const path = join(this.#folder, 'powerman.conf');
    const pdu = `"${programPath('httppower') ?? 'httppower'} -u http://${where.host}:${where.port} |&"`;
    writeFileSync(
      path,
      `${deviceFile(password)}listen "127.0.0.1:${this.port}"\ndevice "pdu" "switch" ${pdu}\nnode "fw[1-4]" "pdu" "[1-4]"\n`,
    );
    const child = spawn(programPath('powermand') ?? 'powermand', ['-f', '-c', path], { stdio: 'ignore' });
    this.#child = child;
    const listens = (async () => {
      while ((await this.ask('-q')).code !== 0) expect(child.exitCode, 'powermand ended').to.equal(null);
    })();
    await within(realClock, 15_000, listens);
  }

  ask(...what: string[]): ReturnType<typeof run> {
    return run('powerman', ['-h', `127.0.0.1:${this.port}`, ...what]);
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null) {
      const gone = once(child, 'exit');
      // One that was stopped hears of the end when it goes on; the program between it and the PDU ends with it.
      child.kill('SIGTERM');
      child.kill('SIGCONT');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
