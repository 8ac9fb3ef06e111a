/** The devices of a topology, each by itself: for whoever looks at a bench before it is made live. */
import type { Clock } from '../../clock.ts';
import { FirewallSession, openConsole, openPdu } from '../../device/index.ts';
import type { ConsoleWay, Pdu, Switch } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import type { UnitName } from '../../pair/index.ts';
import type { Secrets, Topology } from '../../topology/index.ts';
import { Gate } from '../interlock/index.ts';
import type { BenchFolder } from '../kept/bench-folder.ts';
import type { Fence } from '../lease/index.ts';
import { openSwitch } from './open-switch.ts';
import type { Progress } from '../progress.ts';
import { revealPdu } from './reveal-pdu.ts';
import { revealLogin, revealTrust, revealWay } from './reveal-way.ts';
import { pixTypingMs } from './typing-pace.ts';

/** How a unit is managed beside its console. */
export type ManagedBy = 'ssh' | 'telnet';

/** Opens one device at a time. Each throws `BenchError` with what came of it; whoever opens closes. */
export interface BenchDoors {
  /** One of the ways to the console of a unit, counted from 0. A busy line is left to whoever holds it. */
  console(unit: UnitName, way: number): Promise<FirewallSession>;
  /** What is written with that unit: the active address stands with the primary. Takes one of five sessions. */
  management(unit: UnitName, by: ManagedBy): Promise<FirewallSession>;
  switch(name: string): Promise<Switch>;
  pdu(name: string): Promise<Pdu>;
}

/** What the doors are opened with. */
export interface DoorsOpening {
  readonly topology: Topology;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly progress: Progress;
  /** The file where host keys are pinned that the topology says nothing of; without it, they are refused. */
  readonly knownHosts?: string;
  /** What is kept of the bench between runs; left out where the bench ends with the process. */
  readonly kept?: BenchFolder | undefined;
  /** That the bench is ours, where others may take it; without it, nobody asks before something is changed. */
  readonly fence?: Fence | undefined;
}

/** The doors of a topology. Opens none. */
export function doorsOf(opening: DoorsOpening): BenchDoors {
  const { topology, secrets, clock } = opening;
  const mayAct = opening.fence?.mayAct;
  const gate = new Gate(opening);
  return {
    console: async (unit, way) => {
      const written = topology.units[unit].console[way];
      if (!written) throw new BenchError(`${unit} console`, `the topology has no way number ${way + 1}`);
      return logIn(opening, `${unit} console`, leavingOthers(revealWay(written, secrets)));
    },
    management: async (unit, by) => {
      const name = `${unit === 'primary' ? 'active' : 'standby'} address`;
      return logIn(opening, name, managementWay(opening, unit, by), topology.units[unit].management?.login);
    },
    switch: async (name) => {
      const written = topology.switches[name];
      if (!written) throw new BenchError(name, 'the topology has no such switch');
      return gate.guardSwitch(await openSwitch(name, written, opening));
    },
    pdu: async (name) => {
      const written = topology.pdus[name];
      if (!written) throw new BenchError(name, 'the topology has no such PDU');
      const { model, protected: kept } = written;
      return gate.guardPdu(
        await openPdu({ name, model, access: revealPdu(written, secrets), protected: kept, mayAct }, clock),
      );
    },
  };
}

/** Nobody is thrown out of a line for a look at it. */
function leavingOthers(way: ConsoleWay): ConsoleWay {
  if (!('telnet' in way)) return way;
  const { clearLine: _, ...telnet } = way.telnet;
  return { ...way, telnet };
}

function managementWay({ topology, secrets }: DoorsOpening, unit: UnitName, by: ManagedBy): ConsoleWay {
  const { ssh, telnet, login = topology.pair.login } = topology.units[unit].management ?? {};
  if (by === 'telnet' && telnet) return { telnet };
  if (by === 'ssh' && ssh) {
    const { host, port } = ssh;
    return { ssh: { host, port, ...revealLogin(login, secrets), ...revealTrust(ssh) } };
  }
  throw new BenchError('topology', `${unit} is not managed by ${by}`);
}

async function logIn(
  { topology, secrets, clock, progress, knownHosts, fence }: DoorsOpening,
  name: string,
  way: ConsoleWay,
  login: Pick<Topology['pair']['login'], 'username' | 'password'> = topology.pair.login,
): Promise<FirewallSession> {
  const warn = (text: string): void => progress.say(text);
  const hosts = knownHosts === undefined ? {} : { knownHosts };
  const { line, paceMs } = await openConsole(name, [way], { clock, warn, ...hosts });
  const { pair } = topology;
  return new FirewallSession(line, clock, {
    name,
    username: login.username,
    password: () => secrets.reveal(login.password),
    enable: () => secrets.reveal(pair.login.enable),
    mayAct: fence?.mayAct,
    msPerCharacter: paceMs ?? (pair.platform === 'pix' && name.endsWith(' console') ? pixTypingMs : 0),
  });
}
