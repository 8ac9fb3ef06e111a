/** A way to a unit beside its console: a login at an address that the pair is managed at. */
import { askIdentity, FirewallSession, openConsole } from '../../device/index.ts';
import { BenchError, messageOf } from '../../errors.ts';
import { mateOf, unitNames } from '../../pair/index.ts';
import type { IdentitySighting, UnitName } from '../../pair/index.ts';
import type { Topology } from '../../topology/index.ts';
import type { BenchParts } from '../parts.ts';
import { commandBoundMs } from './place.ts';
import { revealLogin, revealTrust } from '../opening/reveal-way.ts';
import { activeUnit } from '../rest/steady.ts';
import type { Watch } from '../watch.ts';

/** An address that the pair is managed at: that of whichever unit is active, or that of the other. */
export type ManagedRole = 'active' | 'standby';

/** A login at an address, and who answered there. */
export interface ManagementLogin {
  readonly session: FirewallSession;
  /** The unit with the serial number of whoever answered; absent for a serial number of neither. */
  readonly unit?: UnitName;
  readonly identity: IdentitySighting;
}

/** What of a bench a login takes. */
type Managed = Pick<BenchParts, 'topology' | 'secrets' | 'clock' | 'progress' | 'knownHosts' | 'fence'> & {
  readonly watch: Pick<Watch, 'latest'>;
};

/** What stands with the primary unit is the active address. */
const writtenWith = { active: 'primary', standby: 'secondary' } as const;

/** Why nobody can log in to the units beside their consoles, or nothing. */
export function missingManagement({ units }: Topology): string | undefined {
  const isReachable = unitNames.every((unit) => {
    const { ssh, telnet } = units[unit].management ?? {};
    return (ssh?.port ?? telnet?.port ?? 0) > 0;
  });
  return isReachable
    ? undefined
    : 'the topology does not say where both units are managed; add management to them';
}

/**
 * Logs in at the active or the standby address, by SSH or else by telnet as the topology says, and asks who answers.
 * Takes one of the five sessions of the unit until it is closed. Throws `BenchError` with what every way said, and
 * `NoAnswer` or `UnreadLineError` when whoever took the login does not say who it is.
 */
export async function openManagementAt(bench: Managed, role: ManagedRole): Promise<ManagementLogin> {
  const { topology } = bench;
  const session = await logIn(bench, role);
  try {
    const { saw: identity } = await askIdentity(session, { boundMs: commandBoundMs });
    const unit = unitNames.find((one) => topology.units[one].serial === identity.serial);
    return { session, identity, ...(unit ? { unit } : {}) };
  } catch (error) {
    await session.close();
    throw error;
  }
}

/**
 * A session with this very unit over the network, proven by its serial number: whose address is whose moves with
 * the roles, and host keys go with them. It is asked at the address that goes with its role first, and at the other
 * then. Throws `BenchError` with what came of both.
 */
export async function openManagement(bench: Managed, unit: UnitName): Promise<FirewallSession> {
  const failures: string[] = [];
  for (const role of likelyRoles(bench, unit)) {
    try {
      const { session, ...answered } = await openManagementAt(bench, role);
      if (answered.unit === unit) return session;
      await session.close();
      failures.push(`at the ${role} address, ${whoAnswers(answered, unit)}`);
    } catch (error) {
      failures.push(`at the ${role} address, ${messageOf(error)}`);
    }
  }
  const said = failures.map((failure) => `\n  - ${failure}`).join('');
  throw new BenchError(`${unit} management`, `no login leads to this unit:${said}`);
}

function whoAnswers({ unit, identity }: Omit<ManagementLogin, 'session'>, wanted: UnitName): string {
  if (unit === mateOf(wanted)) return `${unit} answers`;
  return `a unit answers whose serial number ${identity.serial} the topology does not know`;
}

function likelyRoles({ watch }: Managed, unit: UnitName): readonly ManagedRole[] {
  return activeUnit(watch.latest) === mateOf(unit) ? ['standby', 'active'] : ['active', 'standby'];
}

async function logIn(bench: Managed, role: ManagedRole): Promise<FirewallSession> {
  const { topology, secrets, clock, progress, knownHosts, fence } = bench;
  const { ssh, telnet, login = topology.pair.login } = topology.units[writtenWith[role]].management ?? {};
  const name = `${role} address`;
  if (!ssh && !telnet)
    throw new BenchError(
      name,
      `the topology does not say where it is; add management to ${writtenWith[role]}`,
    );
  const { username, password } = revealLogin(login, secrets);
  const ways = [
    ...(ssh ? [{ ssh: { host: ssh.host, port: ssh.port, username, password, ...revealTrust(ssh) } }] : []),
    ...(telnet ? [{ telnet }] : []),
  ];
  const warn = (text: string): void => progress.say(text);
  const opening = { clock, warn, ...(knownHosts === undefined ? {} : { knownHosts }) };
  const { line } = await openConsole(name, ways, opening);
  return new FirewallSession(line, clock, {
    name,
    username,
    password: () => secrets.reveal(login.password),
    enable: () => secrets.reveal(topology.pair.login.enable),
    mayAct: fence?.mayAct,
  });
}
