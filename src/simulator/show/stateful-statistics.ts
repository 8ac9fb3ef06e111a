import { inspectsGtp } from '../system/passage/inspections.ts';
import type { UpdateCounts } from '../system/state/state-exchange.ts';
import type { System } from '../system/system.ts';
import { stateLinkStatus } from './failover-link.ts';

/** What the columns of the statistics are. */
export const statisticsHead = '\tStateful Obj \txmit       xerr       rcv        rerr      ';

/** The part of `show failover` on the state link: what went over it, by kind. */
export function statefulStatistics(system: System): string[] {
  const { stateLink } = system.failover();
  const title = 'Stateful Failover Logical Update Statistics';
  if (!stateLink) return [title, '\tLink : Unconfigured.'];
  const hardware =
    stateLink.hardware ?? system.interfaces().find(({ nameif }) => nameif === stateLink.nameif)?.name ?? '';
  const { stateExchange } = system;
  const { total, queues } = stateExchange;
  return [
    title,
    `\tLink : ${stateLink.nameif} ${hardware} (${stateLinkStatus(system, hardware)})`,
    statisticsHead,
    `\tGeneral\t\t${numbers(total)}`,
    ...objects(system).map((name) => `\t${name} \t${numbers(stateExchange.countsOf(name))}`),
    '',
    '\tLogical Update Queue Information',
    '\t \t \tCur \tMax \tTotal',
    `\tRecv Q: \t${queues.receiving.join(' \t')} \t${total.rcv}`,
    `\tXmit Q: \t${queues.sending.join(' \t')} \t${total.xmit}`,
  ];
}

/** `L2BRIDGE tbl` stands there in transparent mode only, and the rows of GTP only if it is inspected. */
function objects({ box: { dialect }, config, spaces }: System): readonly string[] {
  const bridge = config.text('firewall') === undefined ? [] : ['L2BRIDGE tbl'];
  const tunnels = spaces.all.some((space) => inspectsGtp(space.config)) ? ['GTP PDP', 'GTP PDPMCB'] : [];
  const { counted } = dialect.failover;
  const calls = counted.indexOf('SIP Session');
  const before = calls < 0 ? counted : counted.slice(0, calls);
  const all = [...before, ...tunnels, ...counted.slice(before.length)];
  return all.flatMap((row) => (row === 'ARP tbl' ? [row, ...bridge] : [row]));
}

/** xmit, xerr, rcv, rerr, each in its column of eleven. */
function numbers({ xmit, xerr, rcv, rerr }: Readonly<UpdateCounts>): string {
  return `${[xmit, xerr, rcv].map((count) => String(count).padEnd(11)).join('')}${String(rerr).padEnd(10)}`;
}
