import type { Clock } from '../../../clock.ts';
import { BenchError } from '../../../errors.ts';
import { suggestion } from '../../../nearest.ts';
import type { Line, MayAct } from '../../../transport/index.ts';
import type { Acknowledgement } from '../../acknowledgement.ts';
import { onDevice } from '../../on-device.ts';
import type {
  Answered,
  MacTable,
  PortCounters,
  PortReading,
  PortSettings,
  PortVlanReading,
  Switch,
} from '../switch.ts';
import { IosSession } from './ios-session.ts';
import { portSettings } from './port-settings.ts';
import { readCounters } from './show-counters.ts';
import type { IosPort } from './show-interfaces-status.ts';
import { readInterfacesStatus } from './show-interfaces-status.ts';
import { readMacAddressTable } from './show-mac-address-table.ts';
import { readSwitchport } from './show-switchport.ts';
import { readVlans } from './show-vlan-brief.ts';

/** Which switch, reached how. */
export interface IosSwitchOptions {
  readonly name: string;
  /** Opens its command line, by SSH or telnet, logged in. Called again when the switch has hung up on an idle one. */
  readonly openLine: () => Promise<Line>;
  /** Where the login leads to user EXEC. */
  readonly enable?: string;
  /** Ports that are never switched, by any of their names. */
  readonly protected: readonly string[];
  /** Asked before anything is configured: whether it still may. */
  readonly mayAct?: MayAct | undefined;
}

/** A port as the switch has just told of it. */
interface PortNow extends Answered {
  readonly port: IosPort;
}

/**
 * A Cisco switch by its command line, for those that nobody may write to by SNMP. Reads its ports at once; throws
 * `BenchError` if it cannot be logged in to, or if a protected port is not among them.
 */
export async function openIosSwitch(options: IosSwitchOptions, clock: Clock): Promise<Switch> {
  const { name, openLine, enable, mayAct } = options;
  const session = new IosSession({
    name,
    openLine,
    clock,
    mayAct,
    ...(enable === undefined ? {} : { enable }),
  });
  const opened = new IosSwitch(options, session);
  try {
    const known = await opened.allPorts();
    for (const kept of options.protected)
      opened.named(known.ports, kept, 'is protected in the topology, but ');
    return opened;
  } catch (error) {
    await session.close();
    throw error;
  }
}

class IosSwitch implements Switch {
  readonly name: string;
  readonly #protected: readonly string[];
  readonly #session: IosSession;

  constructor(options: IosSwitchOptions, session: IosSession) {
    this.name = options.name;
    this.#protected = options.protected;
    this.#session = session;
  }

  async ports(): Promise<readonly string[]> {
    return (await this.allPorts()).ports.map(({ names }) => names[0] ?? '');
  }

  readPort(port: string): Promise<PortReading> {
    return onDevice(this.name, `read port ${port}`, async () => {
      const { port: now, ...answered } = await this.#portNow(port);
      return { admin: now.admin, oper: now.oper, ...answered };
    });
  }

  setPort(port: string, wish: 'up' | 'down'): Promise<Acknowledgement> {
    return onDevice(this.name, `set port ${port} ${wish}`, async () => {
      const name = await this.#mayBeSwitched(port);
      return this.#session.configure(name, wish === 'up' ? 'no shutdown' : 'shutdown');
    });
  }

  portSettings(port: string): Promise<PortSettings> {
    return onDevice(this.name, `read the settings of port ${port}`, async () => {
      const { port: now, ...answered } = await this.#portNow(port);
      return portSettings(this.#session, now, answered);
    });
  }

  portCounters(port: string): Promise<PortCounters> {
    return onDevice(this.name, `read the counters of port ${port}`, async () => {
      const { port: now } = await this.#portNow(port);
      const answer = await this.#session.ask(`show interfaces ${now.interface} counters`);
      return { ...readCounters(answer.raw), ...answer };
    });
  }

  macTable(): Promise<MacTable> {
    return onDevice(this.name, 'read the addresses that it has learned', async () => {
      const answer = await this.#session.ask('show mac address-table');
      return { learned: readMacAddressTable(answer.raw), ...answer };
    });
  }

  vlans(): Promise<readonly number[]> {
    return onDevice(this.name, 'read its VLANs', async () => {
      const known = readVlans((await this.#session.ask('show vlan brief')).raw);
      return [...known].flatMap(([vlan, isActive]) => (isActive ? [vlan] : []));
    });
  }

  readVlan(port: string): Promise<PortVlanReading> {
    return onDevice(this.name, `read the VLAN of port ${port}`, async () => {
      const { port: now, askedMs, raw } = await this.#portNow(port);
      const answer = await this.#session.ask(`show interfaces ${now.interface} switchport`);
      const { isSwitched, trunk, accessVlan: vlan } = readSwitchport(answer.raw);
      if (!isSwitched || trunk === 'on' || vlan === undefined)
        throw new BenchError(
          this.name,
          `port ${port} has no VLAN that can be set: it is a trunk or a routed port`,
        );
      const { admin, oper } = now;
      return { admin, oper, vlan, askedMs, answeredMs: answer.answeredMs, raw: `${raw}\n${answer.raw}` };
    });
  }

  setVlan(port: string, vlan: number): Promise<Acknowledgement> {
    return onDevice(this.name, `put port ${port} into VLAN ${vlan}`, async () => {
      const name = await this.#mayBeSwitched(port);
      await this.readVlan(port);
      const known = readVlans((await this.#session.ask('show vlan brief')).raw);
      // IOS would make the VLAN by itself, and keep it for ever.
      if (known.get(vlan) !== true) {
        const how = known.has(vlan) ? 'is not active' : 'does not exist';
        throw new BenchError(
          this.name,
          `VLAN ${vlan} ${how} on this switch; create it there, or name another`,
        );
      }
      return this.#session.configure(name, `switchport access vlan ${vlan}`);
    });
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  /** Ports are looked up with each question, and so are never those of before a restart. */
  allPorts(): Promise<Answered & { readonly ports: readonly IosPort[] }> {
    return onDevice(this.name, 'read the ports of the switch', async () => {
      const answer = await this.#session.ask('show interfaces status');
      return { ports: readInterfacesStatus(answer.raw), ...answer };
    });
  }

  /** The one port of that name; `before` stands before what is said of one that is not there. */
  named(ports: readonly IosPort[], name: string, before = ''): IosPort {
    const first = ports.filter(({ names }) => names[0] === name);
    const [found, ...others] = first.length > 0 ? first : ports.filter(({ names }) => names.includes(name));
    if (found && others.length === 0) return found;
    const known = ports.flatMap(({ names }) => names);
    const what = found ? 'names several ports; use a name that only one has' : 'is not known to the device';
    throw new BenchError(this.name, `port ${name} ${before}${what}${found ? '' : suggestion(name, known)}`);
  }

  async #portNow(name: string): Promise<PortNow> {
    const { ports, ...answered } = await this.allPorts();
    return { port: this.named(ports, name), ...answered };
  }

  async #mayBeSwitched(name: string): Promise<string> {
    const { port } = await this.#portNow(name);
    const kept = this.#protected.find((one) => port.names.includes(one));
    if (kept === undefined) return port.interface;
    const alias = kept === name ? '' : ` (it is ${kept})`;
    throw new BenchError(
      this.name,
      `port ${name}${alias} is protected in the topology and is never switched`,
    );
  }
}
