/** What makes a bench one of software, and how it behaves beside what the guides say of the pair. */
import { z } from 'zod';
import { simulatedPduFamilies } from './pdu-families.ts';
import { duration, host, interfaceName, ipv4, name, snmpAccess } from './schema-words.ts';

/** How a unit was made otherwise than its pair. */
const make = z
  .strictObject({
    model: z.string().min(1).exactOptional(),
    firmware: z.string().min(1).exactOptional(),
    memory: z.int().min(1).exactOptional().describe('Its RAM, in MB.'),
    'more-interfaces': z
      .array(interfaceName)
      .exactOptional()
      .describe('Network interfaces that the other unit has not.'),
  })
  .transform(({ memory, 'more-interfaces': moreInterfaces, ...plate }) => ({
    ...plate,
    ...(memory === undefined ? {} : { memoryMb: memory }),
    ...(moreInterfaces === undefined ? {} : { moreInterfaces }),
  }));

/** Present when the bench is made of software. */
export const simulated = z.strictObject({
  boot: duration
    .prefault('1500ms')
    .describe('How long a simulated unit takes from power to its failover process.'),
  sync: duration.prefault('400ms').describe('How long each step of the synchronization takes at least.'),
  'outlet-delay': duration
    .prefault('200ms')
    .describe('How long a simulated relay takes after its PDU said yes.'),
  pdus: z
    .record(name, z.enum(simulatedPduFamilies))
    .default({})
    .describe(
      'What a simulated PDU really is, where that is not its model: for other programs, or to see a wrong model found out.',
    ),
  'port-lag': duration
    .prefault('20ms')
    .describe('How long the agent of a simulated switch still shows the operational status from before.'),
  'spanning-tree': z
    .strictObject({
      portfast: z
        .boolean()
        .default(true)
        .describe('False: a port that comes up passes nothing for twice the delay.'),
      'forward-delay': duration.prefault('15s'),
    })
    .prefault({})
    .describe('How the simulated switches treat a port that comes up.'),
  crossover: z
    .array(interfaceName)
    .default([])
    .describe(
      'Interfaces whose two units are cabled to each other; the switch ports written for them stay empty.',
    ),
  traps: z
    .array(
      z.strictObject({
        to: snmpAccess,
        inform: z
          .boolean()
          .default(false)
          .describe('True to have every trap acknowledged (not in version 1).'),
      }),
    )
    .default([])
    .describe('Who hears of links that come and go at the simulated switches; write the port, usually 162.'),
  stations: z
    .record(ipv4, host)
    .default({})
    .describe(
      'Addresses beside the pair and the hosts that stand for them: what units send there, system messages and traps, goes to that host, at the port that the units are configured with.',
    ),
  made: z
    .strictObject({ primary: make.optional(), secondary: make.optional() })
    .default({})
    .describe('Units that were made otherwise than the pair says, so that the two may be no pair.'),
  defects: z
    .array(z.strictObject({ defect: name, unit: z.enum(['primary', 'secondary']).optional() }))
    .default([])
    .describe('What this simulated bench gets wrong on purpose; fover simulate --help lists the names.'),
});
