import { createSocket } from 'node:dgram';
import { EventEmitter, once } from 'node:events';
import { pause } from '../../clock.ts';
import { openPdu, openSnmpSwitch } from '../../device/index.ts';
import { BenchError } from '../../errors.ts';
import { openAgent, openTrapEar, snmpNumber, snmpText } from '../../transport/index.ts';
import type { ReceivedTrap } from '../../transport/index.ts';
import { oid, piecesOf, small, tlv } from '../ber.ts';
import { hastyClock } from '../hasty-clock.ts';
import { hold } from '../hold.ts';
import type { FuzzTarget } from '../target.ts';
import { only } from '../target.ts';

const host = '127.0.0.1';
/** Stands for the number of the request that is answered. */
const requestId = 'REQI';
const community = Buffer.from('public');

/** A value of every type, as SNMP has them: counters at their ends, and exceptions. */
const values: readonly Buffer[] = [
  small(1),
  tlv(2, Buffer.from('7fffffff', 'hex')),
  tlv(4, Buffer.from('fw-a\0')),
  tlv(4, Buffer.from('ff00c380', 'hex')),
  tlv(5),
  oid(1, 3, 6, 1, 4, 1, 318, 1, 3, 4, 6),
  tlv(0x40, Buffer.from([10, 1, 1, 1])),
  tlv(0x41, Buffer.from('ffffffff', 'hex')),
  tlv(0x42, Buffer.from('00ffffffff', 'hex')),
  tlv(0x43, Buffer.from('ffffffff', 'hex')),
  tlv(0x44, Buffer.from('9f7804deadbeef', 'hex')),
  tlv(0x46, Buffer.from('ffffffffffffffff', 'hex')),
  tlv(0x46, Buffer.from('00ffffffffffffffff', 'hex')),
  tlv(0x80),
  tlv(0x82),
];
const sysUpTime = [1, 3, 6, 1, 2, 1, 1, 3, 0];
const binding = (name: Buffer, value: Buffer): Buffer => tlv(0x30, name, value);

function message(version: number, pdu: number, ...bindings: readonly Buffer[]): Buffer {
  const inside = [tlv(2, Buffer.from(requestId)), small(0), small(0), tlv(0x30, ...bindings)];
  return tlv(0x30, small(version), tlv(4, community), tlv(pdu, ...inside));
}

const trap1 = tlv(
  0x30,
  small(0),
  tlv(4, community),
  tlv(
    0xa4,
    oid(1, 3, 6, 1, 4, 1, 9, 9, 41, 2),
    tlv(0x40, Buffer.from([10, 1, 1, 1])),
    small(6),
    small(1),
    tlv(0x43, small(1)),
    tlv(
      0x30,
      binding(
        oid(1, 3, 6, 1, 4, 1, 9, 9, 41, 1, 2, 3, 1, 5, 1),
        tlv(4, Buffer.from('%ASA-1-104001: (Primary) x')),
      ),
    ),
  ),
);
const trapOid = binding(oid(1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0), oid(1, 3, 6, 1, 4, 1, 9, 9, 41, 2, 0, 1));
const trap2 = (pdu: number): Buffer =>
  message(
    1,
    pdu,
    binding(oid(...sysUpTime), tlv(0x43, small(7))),
    trapOid,
    ...values.map((value) => binding(oid(1, 3, 6, 1), value)),
  );
const header3 = tlv(0x30, small(1), tlv(2, Buffer.from([0, 0xff, 0xe3])), tlv(4, Buffer.from([4])), small(3));
const trap3 = tlv(
  0x30,
  small(3),
  header3,
  tlv(
    4,
    tlv(
      0x30,
      tlv(4, Buffer.from('8000000903', 'hex')),
      small(1),
      small(2),
      tlv(4, Buffer.from('lab')),
      tlv(4),
      tlv(4),
    ),
  ),
  tlv(0x30, tlv(4), tlv(4), tlv(0xa7, small(1), small(0), small(0), tlv(0x30, trapOid))),
);

const password = 'quiet-quiet';
const audience = {
  communities: ['public'],
  users: [{ user: 'lab', auth: { protocol: 'sha', password }, priv: { protocol: 'aes', password } }],
} as const;

/** A datagram at the port for notifications: told or refused, and nothing else comes of it. */
export const traps: FuzzTarget = {
  name: 'snmp notification',
  isCostly: true,
  samples: () => [trap1, trap2(0xa7), trap2(0xa6), trap3],
  async read(input) {
    const told: ReceivedTrap[] = [];
    let refused = 0;
    const at = { host, port: 0, bufferBytes: 262_144 };
    const heard = new EventEmitter();
    const ear = await openTrapEar(at, audience, hastyClock, {
      onTrap: (trap) => heard.emit('any', told.push(trap)),
      onRefused: () => heard.emit('any', (refused += 1)),
    });
    const mouth = createSocket('udp4');
    try {
      mouth.send(input.subarray(0, 65_000), ear.port, host);
      const waited = pause(hastyClock, 20_000);
      await Promise.race([once(heard, 'any'), waited]);
    } finally {
      mouth.close();
      await ear.close();
    }
    hold(told.length + refused <= 1, 'one datagram is several');
    for (const { objects } of told)
      for (const { value } of objects) [snmpText(value), snmpNumber(value)].map(String);
    return told.length > 0 ? `told, version ${told[0]?.version}` : refused > 0 ? 'refused' : 'passed over';
  },
  allows: only(BenchError),
};

/** What `ask` comes to with an agent that answers each datagram with what `answer` makes of it. */
async function withAgent<T>(
  answer: (asked: Buffer) => Buffer,
  ask: (port: number) => Promise<T>,
): Promise<T> {
  const agent = createSocket('udp4');
  agent.on('message', (asked, from) => agent.send(answer(asked), from.port, from.address));
  agent.bind(0, host);
  await once(agent, 'listening');
  try {
    return await ask(agent.address().port);
  } finally {
    agent.close();
  }
}

/** What a request asks for: its number, what kind it is, and the names of the objects. */
function requestIn(asked: Buffer): {
  readonly id: Buffer;
  readonly pdu: number;
  readonly names: readonly Buffer[];
} {
  const [, , pdu] = piecesOf(piecesOf(asked)[0]?.content ?? Buffer.alloc(0));
  const [id, , , bindings] = piecesOf(pdu?.content ?? Buffer.alloc(0));
  const names = piecesOf(bindings?.content ?? Buffer.alloc(0)).map(({ content }) =>
    tlv(6, piecesOf(content)[0]?.content ?? content),
  );
  return { id: id?.content ?? Buffer.alloc(4), pdu: pdu?.tag ?? 0, names };
}

/** A datagram in answer to one question, whatever it is. */
export const snmpAnswer: FuzzTarget = {
  name: 'snmp answer',
  isCostly: true,
  samples: () => [
    message(1, 0xa2, binding(oid(...sysUpTime), tlv(0x43, small(7)))),
    message(1, 0xa2, ...values.map((value) => binding(oid(...sysUpTime), value))),
    message(1, 0xa8),
  ],
  read: (input) =>
    withAgent(
      (asked) => {
        const { id } = requestIn(asked);
        const answer = Buffer.from(input.subarray(0, 65_000));
        const at = answer.indexOf(requestId);
        if (at >= 0 && id.length === 4) id.copy(answer, at);
        return answer;
      },
      async (port) => {
        const agent = openAgent({ host, port, version: '2c', community: 'public' }, hastyClock);
        try {
          const { values: read } = await agent.get([sysUpTime.join('.')], { retries: 0 });
          return [...read.values()].map((value) => typeof value).join(' ');
        } finally {
          await agent.close();
        }
      },
    ),
  allows: only(BenchError),
};

/** Agents that answer in the right form, with values of any type where others belong, to those who read devices. */
export const snmpValues: FuzzTarget = {
  name: 'snmp values',
  isCostly: true,
  samples: () => [Buffer.from([...values.keys()]), Buffer.from([1, 0, 0, 0]), Buffer.from('5a0102', 'hex')],
  read(input) {
    let [at, rows] = [0, 0];
    const next = (): Buffer =>
      values[(input[at++ % Math.max(1, input.length)] ?? 0) % values.length] ?? small(0);
    const answer = (asked: Buffer): Buffer => {
      const { id, pdu, names } = requestIn(asked);
      const isWalk = pdu === 0xa1 || pdu === 0xa5;
      const named = isWalk
        ? names.flatMap((name) => [1, 2, 3].map((row) => tlv(6, name.subarray(2), Buffer.from([row]))))
        : names;
      rows += 1;
      const isOver = isWalk && rows % 3 === 0;
      const bindings = named.map((name) => binding(name, isOver ? tlv(0x82) : next()));
      const inside = [tlv(2, id), small(0), small(0), tlv(0x30, ...bindings)];
      return tlv(0x30, small(1), tlv(4, community), tlv(0xa2, ...inside));
    };
    return withAgent(answer, async (port) => {
      const access = { host, port, version: '2c', community: 'public' } as const;
      const [first = 0] = input;
      if (first % 3 === 0) {
        const opened = await openSnmpSwitch({ name: 'sw1', access, protected: [] }, hastyClock);
        try {
          const [port1 = ''] = await opened.ports();
          const { oper } = await opened.readPort(port1);
          await opened.portSettings(port1);
          await opened.macTable();
          return oper;
        } finally {
          await opened.close();
        }
      }
      const model = first % 3 === 1 ? 'poe-port' : 'apc-rpdu2';
      const pdu = await openPdu({ name: 'pdu1', model, access: { snmp: access }, protected: [] }, hastyClock);
      try {
        const [outlet = ''] = await pdu.outlets();
        return (await pdu.read(outlet)).power;
      } finally {
        await pdu.close();
      }
    });
  },
  allows: only(BenchError),
};
