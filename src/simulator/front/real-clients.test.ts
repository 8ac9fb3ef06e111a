import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { itWith, peers, run, type Ended } from './peers.test-support.ts';
import { ServedPair, until } from './served-pair.test-support.ts';

const beside = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));
const rule = 'access-list lab extended permit udp any any eq 7';

describe('a pair in the hands of programs that others wrote', function () {
  this.timeout(100_000);
  let pair: ServedPair;
  afterEach(() => pair.served.close());

  /** The configuration of both units, as their flashes have it. */
  const stored = async (): Promise<readonly string[]> => {
    const { units } = pair.served.bench;
    const printed = { primary: '', secondary: '' };
    for (const unit of ['primary', 'secondary'] as const) {
      const cancel = units[unit].console.onBytes((bytes) => (printed[unit] += Buffer.from(bytes).toString()));
      pair.type(unit, 'terminal pager 0', 'show startup-config', 'show clock');
      await until(`${unit} has shown it`, () => /UTC \w+ \w+ \d+ \d+\r\n\S+# $/.test(printed[unit]));
      cancel();
    }
    return Object.values(printed);
  };

  const netmiko = (program: string, ...words: readonly string[]): Promise<Ended> => {
    const { host, port } = pair.door('active').ssh;
    return run('/usr/bin/python3', [beside(program), host, String(port), pair.username, ...words], {
      env: { LOGIN_PASSWORD: pair.password, ENABLE_PASSWORD: pair.enable },
    });
  };

  itWith(peers.netmiko, 'such as netmiko, which configures and saves', async () => {
    pair = await ServedPair.start([]);
    const { code, stdout, stderr } = await netmiko('netmiko-configure.py', rule, 'logging enable');
    expect(code, stderr).to.equal(0);
    expect(stdout).to.include(`(config)# ${rule}`).and.to.include('[OK]');
    for (const flash of await stored()) expect(flash).to.include(rule);
  });

  itWith(peers.netmiko, 'such as netmiko, which changes between contexts', async () => {
    pair = await ServedPair.start([], {}, 'simulated-active-active');
    const { code, stdout, stderr } = await netmiko(
      'netmiko-change-context.py',
      'changeto context one',
      'show running-config hostname',
      'changeto system',
      'show mode',
    );
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/fw\/one\S*# hostname|\/one\S*# /);
    expect(stdout).to.include('Security context mode: multiple');
  });

  itWith(peers.ansible, 'such as Ansible, which looks, configures and saves', async () => {
    pair = await ServedPair.start([]);
    const { host, port } = pair.door('active').ssh;
    const home = mkdtempSync(join(tmpdir(), 'fover-ansible-'));
    const variables = {
      ansible_connection: 'ansible.netcommon.network_cli',
      ansible_network_os: 'cisco.asa.asa',
      ansible_port: port,
      ansible_user: pair.username,
      ansible_password: pair.password,
      ansible_become: true,
      ansible_become_method: 'ansible.netcommon.enable',
      ansible_become_password: pair.enable,
      line: rule,
    };
    const playbook = ['-i', `${host},`, '-e', JSON.stringify(variables), beside('ansible-configure.yml')];
    const { code, stdout, stderr } = await run('ansible-playbook', playbook, {
      env: { HOME: home, ANSIBLE_HOST_KEY_CHECKING: 'False', ANSIBLE_NOCOLOR: '1' },
      boundMs: 60_000,
    }).finally(() => rmSync(home, { recursive: true }));
    expect(code, stdout + stderr).to.equal(0);
    expect(stdout)
      .to.include('This host: Primary - Active')
      .and.to.match(/changed=1 .*failed=0/);
    for (const flash of await stored()) expect(flash).to.include(rule);
  });

  itWith(peers.telnet, 'such as telnet', async () => {
    pair = await ServedPair.start(['telnet 0 0 inside', 'passwd cables']);
    const { host, port } = pair.door('active').telnet;
    const client = spawn('telnet', [host, String(port)]);
    let heard = '';
    client.stdout.on('data', (text: Buffer) => (heard += text.toString()));
    try {
      for (const [wanted, line] of [
        [/User Access Verification\r\n\r\nPassword: $/, 'cables'],
        [/> $/, 'enable'],
        [/enable\r\nPassword: $/, pair.enable],
        [/# $/, 'show failover state'],
        [/Standby Ready[^]*# $/, 'exit'],
      ] as const) {
        await until(`${line} is wanted`, () => wanted.test(heard));
        client.stdin.write(`${line}\n`);
      }
      await until('the unit hangs up', () => client.exitCode !== null);
    } finally {
      client.kill();
    }
    expect(heard).to.match(/Logoff/);
  });
});
