/** Programs of other people that the fronts are tried with: stock clients, as users have them. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isMissing, programPath } from '../../transport/peer.test-support.ts';

/** What a test needs on this machine, and how to get it. */
export interface Peer {
  readonly name: string;
  readonly found: boolean;
  readonly remedy: string;
}

function program(name: string, debianPackage: string): Peer {
  return { name, found: programPath(name) !== undefined, remedy: `apt-get install ${debianPackage}` };
}

/** Where Debian puts it. */
const asaCollection = '/usr/lib/python3/dist-packages/ansible_collections/cisco/asa';

export const peers = {
  ssh: program('ssh', 'openssh-client'),
  snmpwalk: program('snmpwalk', 'snmp'),
  curl: program('curl', 'curl'),
  powermand: program('powermand', 'powerman'),
  snmptrapd: program('snmptrapd', 'snmptrapd'),
  telnet: program('telnet', 'telnet'),
  ansible: {
    name: "Ansible's collection cisco.asa",
    found: programPath('ansible-playbook') !== undefined && existsSync(asaCollection),
    remedy: 'apt-get install ansible',
  },
  netmiko: {
    name: 'netmiko',
    found: existsSync('/usr/bin/python3') && existsSync('/usr/lib/python3/dist-packages/netmiko'),
    remedy: 'apt-get install python3-netmiko',
  },
} as const satisfies Record<string, Peer>;

/** A test that is pending, with its reason, where the peer is missing; where `CI` is set it fails. */
export function itWith(peer: Peer, title: string, test: () => Promise<void>): void {
  it(title, async function () {
    if (!peer.found) isMissing(this, `${peer.name} is not installed: ${peer.remedy}`);
    await test();
  });
}

interface Running {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly boundMs?: number;
}

/** How a program ended, and what it said. */
export interface Ended {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, or kills it after half a minute or the bound given. */
export function run(
  file: string,
  args: readonly string[],
  { input, env, boundMs = 30_000 }: Running = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      file,
      [...args],
      { timeout: boundMs, env: { ...process.env, ...env }, killSignal: 'SIGKILL' },
      (error, stdout, stderr) =>
        resolve({ code: error ? (error.code ?? error.signal ?? -1) : 0, stdout, stderr }),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
