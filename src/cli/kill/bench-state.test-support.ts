/** How a bench stands, as others than fover see it: asked of switch and PDU by net-snmp, and of both units at their consoles. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { doorsOf } from '../../bench/index.ts';
import { realClock } from '../../clock.ts';
import { unitNames } from '../../pair/index.ts';
import { openSecrets, readTopology } from '../../topology/index.ts';
import type { ServedRack } from './served-rack.test-support.ts';

const asked = {
  switches: {
    'administrative status (IF-MIB ifAdminStatus)': '.1.3.6.1.2.1.2.2.1.7',
    'VLAN (CISCO-VLAN-MEMBERSHIP-MIB vmVlan)': '.1.3.6.1.4.1.9.9.68.1.2.2.1.2',
  },
  pdus: { 'outlet (PowerNet-MIB rPDU2OutletSwitchedStatusState)': '.1.3.6.1.4.1.318.1.1.26.9.2.3.1.5' },
} as const;

/** Comments and what changes by itself: when it was saved and by whom, and the checksum over that. */
const fleeting = /^(?:[:!]|Cryptochecksum|ntp clock-period)|^\s*$/;

/** State of every port, outlet and VLAN, and both configurations of both units: one text for each. */
export async function stateOf(rack: ServedRack): Promise<Readonly<Record<string, string>>> {
  return { ...(await bySnmp(rack)), ...(await byConsole(rack)) };
}

async function bySnmp(rack: ServedRack): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const kind of ['switches', 'pdus'] as const)
    for (const [name, { host, port }] of Object.entries(rack.endpoints[kind]))
      for (const [what, oid] of Object.entries(asked[kind]))
        state[`${name}: ${what}`] = await walk(rack.community, `${host}:${port}`, oid);
  return state;
}

async function walk(community: string, agent: string, oid: string): Promise<string> {
  const { stdout } = await promisify(execFile)('snmpwalk', [
    '-v2c',
    '-c',
    community,
    '-On',
    '-r3',
    '-t5',
    agent,
    oid,
  ]);
  if (!stdout.includes(' = INTEGER: ')) throw new Error(`${agent} says nothing of ${oid}: ${stdout}`);
  return stdout;
}

async function byConsole(rack: ServedRack): Promise<Record<string, string>> {
  const { topology, path } = readTopology(rack.topology);
  const secrets = openSecrets(topology, path, process.env);
  const progress = { say: () => undefined, waiting: () => () => undefined };
  const doors = doorsOf({ topology, secrets, clock: realClock, progress });
  const state: Record<string, string> = {};
  for (const unit of unitNames) {
    const session = await doors.console(unit, 0);
    try {
      for (const which of ['running', 'startup']) {
        const { output } = await session.run(`show ${which}-config`, { boundMs: 60_000 });
        const lines = output.split('\n').map((line) => line.trimEnd());
        state[`${unit}: ${which} configuration`] = lines.filter((line) => !fleeting.test(line)).join('\n');
      }
    } finally {
      await session.close();
    }
  }
  return state;
}
