import type { System } from '../system/system.ts';
import { linkStatus } from './failover-link.ts';

/** The part of `show failover` on the state link; its updates are counted as system commands. */
export function statefulStatistics(system: System): string[] {
  const { stateLink } = system.failover();
  const title = 'Stateful Failover Logical Update Statistics';
  if (!stateLink) return [title, '\tLink : Unconfigured.'];
  const hardware =
    stateLink.hardware ?? system.interfaces().find(({ nameif }) => nameif === stateLink.nameif)?.name ?? '';
  const { sent, received } = system.process.voice.updates;
  return [
    title,
    `\tLink : ${stateLink.nameif} ${hardware} (${linkStatus(system, hardware)})`,
    '\tStateful Obj \txmit       xerr       rcv        rerr      ',
    `\tGeneral\t\t${numbers(sent, received)}`,
    ...system.box.dialect.failover.counted.map((name) =>
      name === 'sys cmd' ? row(name, sent, received) : row(name, 0, 0),
    ),
    '',
    '\tLogical Update Queue Information',
    '\t \t \tCur \tMax \tTotal',
    `\tRecv Q: \t0 \t1 \t${received}`,
    `\tXmit Q: \t0 \t1 \t${sent}`,
  ];
}

function row(name: string, sent: number, received: number): string {
  return `\t${name} \t${numbers(sent, received)}`;
}

/** xmit, xerr, rcv, rerr, each in its column of eleven. */
function numbers(sent: number, received: number): string {
  return `${[sent, 0, received].map((count) => String(count).padEnd(11)).join('')}0         `;
}
