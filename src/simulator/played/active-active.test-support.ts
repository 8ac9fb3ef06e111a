/** An Active/Active pair on a virtual clock: two contexts, one in each failover group, typed in as the guide says. */
import { type UnitName, unitNames } from '../../pair/index.ts';
import type { SimulatedBenchOptions } from '../bench.ts';
import { PlayedPair, testTopology } from './played-pair.test-support.ts';

const activeActive = (text: string): string =>
  text
    .replace('mode: active-standby', 'mode: active-active')
    .replace(/ {2}interfaces:\n(?: {4}- .*\n)+/, contextsOfTopology())
    .replace(/flows:\n(?: {2}- .*\n)+/, '')
    .replaceAll(
      /( {6})GigabitEthernet0\/3: \{ switch: sw, port: Gi1\/0\/(\d) \}/g,
      (line, blank: string, at) =>
        [4, 5]
          .map(
            (card, number) =>
              `${blank}GigabitEthernet0/${card}: { switch: sw, port: Gi1/0/${Number(at) + 2 * (number + 1)} }`,
          )
          .reduce((lines, one) => `${lines}\n${one}`, line),
    );

function contextsOfTopology(): string {
  const interfaces = (first: number, net: number): string =>
    ['outside', 'inside']
      .map(
        (nameif, at) =>
          `        - { interface: GigabitEthernet0/${first + at}, nameif: ${nameif}, security-level: ${100 * at}, active: 10.${net}.${at}.1, mask: 255.255.255.0, standby: 10.${net}.${at}.2 }`,
      )
      .join('\n');
  return `  groups:
    '1': { prefer: primary }
    '2': { prefer: secondary }
  contexts:
    - name: admin
      admin: true
      group: 1
      interfaces:
${interfaces(0, 1)}
    - name: branch
      group: 2
      interfaces:
${interfaces(4, 2)}
`;
}

/** Cards of the contexts: GigabitEthernet0/0 and 0/1 are lent to `admin`, 0/4 and 0/5 to `branch`. */
const cardsOf = { admin: [0, 1], branch: [4, 5] } as const;
type ContextName = keyof typeof cardsOf;

function contextLines(name: ContextName): string[] {
  const lent = cardsOf[name].map((card) => `allocate-interface GigabitEthernet0/${card}`);
  return [`context ${name}`, ...lent, `config-url disk0:/${name}.cfg`];
}

function interfaceLines(name: ContextName): string[] {
  const net = name === 'admin' ? 1 : 2;
  return cardsOf[name].flatMap((card, at) => [
    `interface GigabitEthernet0/${card}`,
    `nameif ${at === 0 ? 'outside' : 'inside'}`,
    `security-level ${100 * at}`,
    `ip address 10.${net}.${at}.1 255.255.255.0 standby 10.${net}.${at}.2`,
    'no shutdown',
  ]);
}

const link = [
  'interface GigabitEthernet0/2',
  'no shutdown',
  'failover lan interface folink GigabitEthernet0/2',
  'failover interface ip folink 172.31.0.1 255.255.255.252 standby 172.31.0.2',
  'failover link folink GigabitEthernet0/2',
];

/** Lines for each group, below `failover group`. */
export interface GroupLines {
  readonly 1?: readonly string[];
  readonly 2?: readonly string[];
}

export class ActiveActivePair extends PlayedPair {
  constructor(change: (text: string) => string = (text) => text, options: SimulatedBenchOptions = {}) {
    super(
      options,
      testTopology((text) => change(activeActive(text))),
    );
  }

  /** From blank flash to a pair that runs, both groups active on the primary unit if no group says otherwise. */
  async open(groups: GroupLines = {}): Promise<this> {
    await this.clock.advance(2500);
    for (const unit of unitNames) await this.enable(unit);
    await this.configure('primary', [
      'hostname wall',
      'prompt hostname context priority',
      ...[0, 1, 4, 5].flatMap((card) => [`interface GigabitEthernet0/${card}`, 'no shutdown']),
      'failover lan unit primary',
      ...link,
      'failover polltime unit msec 500 holdtime 3',
      'failover polltime interface msec 500 holdtime 5',
      'failover group 1',
      'primary',
      ...(groups[1] ?? []),
      'failover group 2',
      'secondary',
      ...(groups[2] ?? []),
      'admin-context admin',
      ...contextLines('admin'),
      ...contextLines('branch'),
      'join-failover-group 2',
    ]);
    for (const name of ['admin', 'branch'] as const) {
      await this.say('primary', `changeto context ${name}`);
      await this.configure('primary', interfaceLines(name));
    }
    await this.say('primary', 'changeto system');
    await this.configure('primary', ['failover']);
    await this.until(async () => (await this.shown('primary')).startsWith('Active Active'));
    await this.configure('secondary', [...link, 'failover lan unit secondary', 'failover']);
    await this.ready();
    await this.say('primary', 'write memory all /noconfirm', 800);
    return this;
  }

  /** Every group is active on one unit and ready on the other, and every interface monitored. */
  async ready(capMs = 60_000): Promise<void> {
    await this.until(async () => {
      const rows = (await this.ask('primary', 'show failover')).join('\n');
      const states = await this.shown('primary');
      return (
        states
          .split(' / ')
          .every((one) =>
            /^(Active Active|Active Standby Ready|Standby Ready Active|Standby Ready Standby Ready)$/.test(
              one,
            ),
          ) && (rows.match(/\): Normal \(Monitored\)$/gm) ?? []).length === 8
      );
    }, capMs);
    await this.clock.advance(1500);
  }

  /** The states of groups 1 and 2 on this host, then on the other: `Active Standby Ready / Standby Ready Active`. */
  async shown(unit: UnitName): Promise<string> {
    const text = (await this.ask(unit, 'show failover')).join('\n');
    const states = [...text.matchAll(/^ {2}Group \d\tState:\t\t(.*)$/gm)].map(([, state = '']) => state);
    return `${states.slice(0, 2).join(' ')} / ${states.slice(2).join(' ')}`;
  }

  /** Waits until a unit shows these states. */
  async becomes(unit: UnitName, shown: string, capMs?: number): Promise<number> {
    let last = '';
    try {
      return await this.until(async () => (last = await this.shown(unit)) === shown, capMs);
    } catch {
      throw new Error(`${unit} shows ${last}, and not ${shown}`);
    }
  }
}
