import { openIosSwitch } from '../../device/index.ts';
import { BenchError, UnreadLineError } from '../../errors.ts';
import { memoryLines } from '../../transport/index.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { answersIn, turn, turns } from '../far-end.ts';
import { inChunks } from '../in-chunks.ts';
import type { FuzzTarget } from '../target.ts';
import { only } from '../target.ts';

const said = (command: string, answer: string): string => `${command}\r\n${answer}\r\nsw1#`;
const opening = ['\r\nsw1#', said('terminal length 0', ''), said('terminal width 511', '')];
const status =
  'Port      Name               Status       Vlan       Duplex  Speed Type\r\n' +
  'Gi1/0/1   fw-a inside        connected    101        a-full a-1000 10/100/1000BaseTX\r\n' +
  'Gi1/0/2                      notconnect   102          auto   auto 10/100/1000BaseTX\r\n' +
  'Gi1/0/3   uplink             err-disabled trunk        full    10G SFP-10GBase-SR';
const switchport =
  'Name: Gi1/0/1\r\nSwitchport: Enabled\r\nOperational Mode: static access\r\nAccess Mode VLAN: 101 (inside)\r\n';
const counters =
  'Port            InOctets    InUcastPkts    InMcastPkts    InBcastPkts\r\nGi1/0/1   1   2   3   4\r\n\r\n' +
  'Port           OutOctets   OutUcastPkts   OutMcastPkts   OutBcastPkts\r\nGi1/0/1   18446744073709551615   2   3   4';
const addresses =
  '          Mac Address Table\r\n-------------------------------------------\r\n\r\nVlan    Mac Address       Type        Ports\r\n' +
  '----    -----------       --------    -----\r\n All    0100.0ccc.cccc    STATIC      CPU\r\n 101    00d0.c0a8.0101    DYNAMIC     Gi1/0/1\r\n' +
  'Total Mac Addresses for this criterion: 2';

const ports = said('show interfaces status', status);

/** The command line of a Cisco switch: what it answers to each question, one after the other. */
export const ios: FuzzTarget = {
  name: 'switch by its command line',
  isCostly: true,
  samples: () => [
    turns(...opening, ports, ports, said('show interfaces GigabitEthernet1/0/1 switchport', switchport)),
    turns(
      '\r\nsw1>',
      'enable\r\nPassword: ',
      '\r\nsw1#',
      ...opening.slice(1),
      ports,
      ports,
      said('show interfaces GigabitEthernet1/0/1 counters', counters),
    ),
    turns(
      ...opening,
      ports,
      said('show mac address-table', addresses),
      '*Mar  1 00:00:00.000: %LINK-5-CHANGED: x\r\nsw1#',
    ),
  ],
  async read(input) {
    const clock = new VirtualClock();
    const [ours, theirs] = memoryLines(clock);
    const answers = [...answersIn(input)];
    theirs.onBytes(() => {
      for (const chunk of inChunks(answers.shift() ?? Buffer.alloc(0)))
        void theirs.write(chunk).catch(() => undefined);
    });
    const options = { name: 'sw1', openLine: async () => ours, enable: 'quiet', protected: [] };
    return clock.runUntil(
      (async () => {
        const opened = await openIosSwitch(options, clock);
        const text = Buffer.from(input).toString('latin1');
        if (text.includes('counters')) return typeof (await opened.portCounters('Gi1/0/1')).received.octets;
        if (text.includes('switchport')) return typeof (await opened.readVlan('Gi1/0/1')).vlan;
        return (await opened.macTable()).learned.length > 0;
      })(),
    );
  },
  allows: only(BenchError, UnreadLineError),
  pieces: [turn, 'password:', 'sw1#', 'show interfaces status\r\n', 'Gi1/0/1 a connected 1 a a '],
};
