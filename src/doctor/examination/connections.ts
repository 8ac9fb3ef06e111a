import { unitNames } from '../../pair/index.ts';
import type { Examination } from '../examination.ts';
import { openedOnceConfigured } from '../physical-unit.ts';
import { about } from '../row.ts';
import type { Look, Row } from '../row.ts';

/** Every way to every device. */
export const connections: Examination = {
  name: 'connections',
  examine: ({ topology, units, switches, pdus }) => [
    ...unitNames.flatMap((unit) =>
      units[unit].ways.map((way) => {
        const todo = way.kind === 'console' ? consoleTodo : managementTodo;
        return reached(unit, way.way, openedOnceConfigured(units[unit], way), todo);
      }),
    ),
    ...[...switches].map(([name, { opened }]) =>
      reached(name, topology.switches[name]?.cli ? 'command line' : 'SNMP agent', opened, agentTodo),
    ),
    ...[...pdus].map(([name, { opened }]) =>
      reached(name, `PDU ${topology.pdus[name]?.model ?? ''}`, opened, agentTodo),
    ),
  ],
};

const consoleTodo =
  'look at the power of the unit, the line, and who else holds it; `fover ports` lists serial ports';
const managementTodo = 'look at the address, and at what the unit lets in there (ssh …, telnet …)';
const agentTodo = 'look at its address, its access lists and the secrets of the topology';

function reached(device: string, way: string, opened: Look<true>, todo: string): Row {
  const told = about(device, way);
  return 'saw' in opened ? told.ok('answers') : told.unknown(opened, todo);
}
