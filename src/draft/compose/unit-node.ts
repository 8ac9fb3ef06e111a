import { physicalOf, wordFits } from '../../topology/index.ts';
import type { CableFound, FeedFound, PairFacts, UnitFacts } from '../facts.ts';
import { blank, entry, list, map, value } from '../node/draft-node.ts';
import type { DraftNode } from '../node/draft-node.ts';
import { foundNode } from './word-node.ts';

/** The part of a topology that is about one unit; every socket that the pair uses has a row among its cables. */
export function unitNode(unit: UnitFacts, pair: PairFacts): DraftNode {
  const { serial, console, consoleHint, management, power } = unit;
  const where = consoleHint === undefined ? '' : `; ${consoleHint}`;
  return map([
    entry('serial', foundNode(serial, 'as show version prints it')),
    entry(
      'console',
      console.length > 0
        ? list(console)
        : blank(`one way to it or several, such as - serial: { device: /dev/ttyUSB0 }${where}`),
    ),
    entry('management', management),
    entry(
      'power',
      power.length > 0
        ? list(power.map(feedNode))
        : blank('every feed of the unit, such as - { pdu: pdu1, outlet: 7 }'),
    ),
    entry('cables', cablesNode(unit, pair)),
  ]);
}

function feedNode({ pdu, outlet, from }: FeedFound): DraftNode {
  return map([
    entry(
      'pdu',
      wordFits('name', pdu) ? value(pdu, from) : blank(`the PDU; ${from} has ${JSON.stringify(pdu)}`),
    ),
    entry(
      'outlet',
      outlet === '' ? blank('the outlet') : value(/^[1-9]\d{0,3}$/.test(outlet) ? Number(outlet) : outlet),
    ),
  ]);
}

/** The sockets that the pair uses, in the order in which they are written. */
function socketsOf({ failover, interfaces, contexts }: PairFacts): readonly string[] {
  const links = [failover.link, failover.stateLink].map((link) => link?.interface);
  const data = [...interfaces, ...contexts.flatMap((one) => one.interfaces)].map((one) => one.interface);
  return [...data, ...links].flatMap((socket) =>
    socket !== undefined && wordFits('interface', socket) ? [physicalOf(socket)] : [],
  );
}

function cablesNode({ cables }: UnitFacts, pair: PairFacts): DraftNode {
  const found = new Map(cables.map((cable) => [cable.interface, cable]));
  const sockets = new Set([
    ...socketsOf(pair),
    ...[...found.keys()].filter((socket) => wordFits('interface', socket) && physicalOf(socket) === socket),
  ]);
  if (sockets.size === 0)
    return blank('each interface, such as GigabitEthernet0/0: { switch: sw1, port: Gi1/0/1 }');
  return map([...sockets].map((socket) => entry(socket, cableNode(found.get(socket)))));
}

const wanted = '{ switch: …, port: … } that it is plugged into';

function cableNode(cable: CableFound | undefined): DraftNode {
  if (!cable) return blank(wanted);
  const { to, from } = cable;
  if (!to) return blank(`${wanted}; ${from}`);
  if (!wordFits('name', to.switch))
    return blank(
      `${wanted}; ${from} has ${JSON.stringify(to.switch)}, which a topology does not take for a name`,
    );
  return map([
    entry('switch', value(to.switch, from)),
    entry('port', to.port === '' ? blank('the port, as the switch names it') : value(to.port)),
  ]);
}
