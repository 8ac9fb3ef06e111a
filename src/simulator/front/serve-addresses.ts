import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import type { UnitName } from '../../pair/index.ts';
import type { AddressEndpoints, Endpoints } from '../../topology/index.ts';
import type { SimulatedAddress, SimulatedBench } from '../face/index.ts';
import { engineIdOf } from '../snmp/engine-id.ts';
import type { Opened } from './door/front.ts';
import { serveHttpsManagement } from './web/https-management.ts';
import { wantedEndpoint } from './door/listening.ts';
import { serveSnmpUnit } from './snmp/snmp-unit.ts';
import { createSshHostKey, type SshHostKey } from './terminal/ssh-host-key.ts';
import { serveSshManagement, type SshEndpoint } from './terminal/ssh-management.ts';
import { serveTelnetManagement } from './terminal/telnet-management.ts';

/** The unit beside which a topology writes the address: the active one is where the primary unit is at first. */
const writtenWith = { active: 'primary', standby: 'secondary' } as const satisfies Record<string, UnitName>;

/** Opens every door of the addresses that a pair is managed at. Throws `BenchError` if one cannot listen. */
export async function openAddresses(
  bench: SimulatedBench,
  clock: Clock,
  opened: Opened,
): Promise<Pick<Endpoints, 'management' | 'addresses'>> {
  const key = await createSshHostKey(clock.wall());
  const open = (role: 'active' | 'standby'): Promise<OpenAddress> =>
    openAddress(bench, addressOf(bench, role), { key, clock, opened });
  const [active, standby] = [await open('active'), await open('standby')];
  return {
    management: { primary: active.ssh, secondary: standby.ssh },
    addresses: { active: active.others, standby: standby.others },
  };
}

interface OpenAddress {
  readonly ssh: SshEndpoint;
  readonly others: AddressEndpoints;
}

interface Opening {
  readonly key: SshHostKey;
  readonly clock: Clock;
  readonly opened: Opened;
}

async function openAddress(
  { topology }: SimulatedBench,
  at: SimulatedAddress,
  { key, clock, opened }: Opening,
): Promise<OpenAddress> {
  const written = topology.units[writtenWith[at.role]].management?.ssh;
  const legacy = written?.legacy ?? false;
  const ssh = await opened(serveSshManagement(at, wantedEndpoint(written), clock, { key, legacy }));
  const anyPort = wantedEndpoint(undefined);
  const telnet = await opened(serveTelnetManagement(at, anyPort));
  const snmp = await opened(serveSnmpUnit(at, anyPort, engineIdOf(topology.name)));
  const https = await opened(serveHttpsManagement(at, anyPort, key));
  return { ssh, others: { telnet, https, snmp } };
}

function addressOf(bench: SimulatedBench, role: 'active' | 'standby'): SimulatedAddress {
  const found = bench.addresses.find((one) => one.role === role);
  if (!found) throw new BenchError('simulated bench', `has no ${role} address that it is managed at`);
  return found;
}
