import type { Clock } from '../../clock.ts';
import { openConsole, openIosSwitch, openSnmpSwitch } from '../../device/index.ts';
import type { ConsoleWay, Switch } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import type { Secrets, TopologySwitch } from '../../topology/index.ts';
import type { Fence } from '../lease/index.ts';
import type { Progress } from '../progress.ts';
import { revealLogin, revealTrust } from './reveal-way.ts';
import { revealAccess } from './reveal.ts';

/** What opening a switch takes beside what is written of it. */
interface SwitchOpening {
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly knownHosts?: string;
  readonly fence?: Fence | undefined;
}

/** Opens a switch as the topology says that it is reached. Throws `BenchError` when it cannot be. */
export function openSwitch(name: string, written: TopologySwitch, opening: SwitchOpening): Promise<Switch> {
  const { snmp, cli, protected: kept } = written;
  const { secrets, clock, progress, knownHosts } = opening;
  const mayAct = opening.fence?.mayAct;
  if (snmp)
    return openSnmpSwitch({ name, access: revealAccess(snmp, secrets), protected: kept, mayAct }, clock);
  if (!cli) throw new BenchError(name, 'the topology does not say how it is reached; add snmp or cli');
  const way = wayTo(cli, secrets);
  const warn = (text: string): void => progress.say(text);
  const openLine = async () => {
    const hosts = knownHosts === undefined ? {} : { knownHosts };
    return (await openConsole(`${name} command line`, [way], { clock, warn, ...hosts })).line;
  };
  const enable = cli.enable && secrets.reveal(cli.enable);
  return openIosSwitch(
    { name, openLine, protected: kept, mayAct, ...(enable === undefined ? {} : { enable }) },
    clock,
  );
}

/** The command line is reached as a console is, by a login that leads to a shell. */
function wayTo({ ssh, telnet }: NonNullable<TopologySwitch['cli']>, secrets: Secrets): ConsoleWay {
  if (ssh) {
    const { host, port, login } = ssh;
    return { ssh: { host, port, ...revealLogin(login, secrets), ...revealTrust(ssh) } };
  }
  if (!telnet) throw new BenchError('topology', 'a command line is reached by ssh or telnet');
  const { host, port, login } = telnet;
  return { telnet: { host, port, login: revealLogin(login, secrets) } };
}
