import type { Cancel, Clock } from '../../../clock.ts';
import type { Secrets, SnmpAccess } from '../../../topology/index.ts';
import type { LinkNews, SimulatedSwitch } from '../../face/index.ts';
import { timeTicks } from '../../snmp/managed-object.ts';
import { netSnmp, type SnmpSession, type SnmpVarbind } from './net-snmp.ts';
import { snmpUser } from './snmp-user.ts';

/** Who hears of links; an inform is one that is acknowledged, and repeated until then. */
export interface TrapReceiver {
  readonly to: SnmpAccess;
  readonly inform: boolean;
  /** The address of this machine that it is sent from; any if left out. */
  readonly from?: string | undefined;
}

const { ObjectType, TrapType } = netSnmp;
const ifEntry = '1.3.6.1.2.1.2.2.1';
/** An inform is sent so often at most, so long apart. */
const informs = { retries: 3, timeout: 2000 } as const;

/** The `linkUp` and `linkDown` notifications of a switch (RFC 2863), for the ports that are to tell. */
export class LinkTraps {
  readonly #device: SimulatedSwitch;
  readonly #clock: Clock;
  readonly #sessions: readonly { readonly session: SnmpSession; readonly inform: boolean }[];
  readonly #silent = new Set<number>();
  readonly #stop: Cancel;

  constructor(device: SimulatedSwitch, receivers: readonly TrapReceiver[], secrets: Secrets, clock: Clock) {
    this.#device = device;
    this.#clock = clock;
    this.#sessions = receivers.map(({ to, inform, from }) => ({
      session: sessionTo(to, from, secrets),
      inform: inform && to.version !== '1',
    }));
    this.#stop = device.onLink((news) => this.#tell(news));
  }

  /** Without anybody to tell, no port tells. */
  tells(index: number): boolean {
    return this.#sessions.length > 0 && !this.#silent.has(index);
  }

  setTells(index: number, wish: boolean): void {
    if (wish) this.#silent.delete(index);
    else this.#silent.add(index);
  }

  /** Safe twice. */
  close(): void {
    this.#stop();
    for (const { session } of this.#sessions) session.close();
  }

  #tell({ port, oper }: LinkNews): void {
    if (!this.tells(port.index)) return;
    const integer = (column: number, value: number): SnmpVarbind => ({
      oid: `${ifEntry}.${column}.${port.index}`,
      type: ObjectType.Integer,
      value,
    });
    const varbinds = [
      integer(1, port.index),
      integer(7, port.admin === 'up' ? 1 : 2),
      integer(8, oper === 'up' ? 1 : 2),
      // As IOS adds it.
      { oid: `${ifEntry}.2.${port.index}`, type: ObjectType.OctetString, value: port.name },
    ];
    const type = oper === 'up' ? TrapType.LinkUp : TrapType.LinkDown;
    const upTime = timeTicks(this.#device.startedMs, this.#clock.nowMs());
    for (const { session, inform } of this.#sessions) {
      // Whether a notification arrives is between the network and its receiver; nobody is told.
      if (inform) session.inform(type, varbinds, { upTime }, () => undefined);
      else session.trap(type, varbinds, { upTime }, () => undefined);
    }
  }
}

function sessionTo(to: SnmpAccess, sourceAddress: string | undefined, secrets: Secrets): SnmpSession {
  const options = { ...informs, port: to.port, trapPort: to.port, sourceAddress };
  const session =
    to.version === '3'
      ? netSnmp.createV3Session(to.host, snmpUser(to, secrets), { ...options, version: netSnmp.Version3 })
      : netSnmp.createSession(to.host, secrets.reveal(to.community), {
          ...options,
          version: to.version === '1' ? netSnmp.Version1 : netSnmp.Version2c,
        });
  // A receiver that is not there concerns nobody but itself.
  session.on('error', () => undefined);
  return session;
}
