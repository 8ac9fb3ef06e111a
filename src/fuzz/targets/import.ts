import { TopologyError, UsageError } from '../../errors.ts';
import { consoleSpec, factsOfFile, secretName, switchSpec } from '../../draft/index.ts';
import { wordFits } from '../../topology/index.ts';
import type { TopologyWord } from '../../topology/index.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing, only, textOf, utf8 } from '../target.ts';

const testbed = `testbed: {name: rack7, credentials: {default: {username: lab, password: "%ENV{LAB_PW}"}}}
devices:
  fw-a:
    os: asa
    type: firewall
    platform: asa5520
    credentials: {enable: {password: hunter2secret}}
    connections:
      console: { protocol: telnet, ip: 10.1.1.9, port: 2007 }
      a: { command: telnet 10.1.1.9 2008 }
    peripherals:
      power_cycler:
        - { type: apc-rpdu, connection_type: snmpv2c, host: 10.1.1.6, read_community: public77, outlets: [7] }
  fw-b: { os: asa, type: firewall, connections: { cli: { protocol: ssh, ip: 198.51.100.130, port: 22 } } }
  sw7: { os: iosxe, type: switch, credentials: { default: { username: net, password: "%ASK{of it?}" } } }
topology:
  links: { l1: { alias: to-outside } }
  fw-a:
    interfaces:
      GigabitEthernet0/0: { type: ethernet, alias: outside, link: l1, ipv4: 192.0.2.1/24 }
  fw-b:
    interfaces:
      GigabitEthernet0/0: { type: ethernet, alias: outside, link: l2, ipv4: 192.0.2.2/24 }
  sw7:
    interfaces:
      GigabitEthernet1/0/1: { type: ethernet, link: l1 }
      GigabitEthernet1/0/2: { type: ethernet, link: l2 }
`;

const cables = `# rack 7
StartDevice,StartPort,EndDevice,EndPort,Colour,Owner
fw-a,Gi0/0,sw7,GigabitEthernet1/0/1,red,me
fw-b,Gi0/0,sw7,GigabitEthernet1/0/2,red,me
sw7,GigabitEthernet1/0/3,fw-a,"Gi0/1",,
sw7,GigabitEthernet1/0/4,fw-b,GigabitEthernet 0/1,,
fw-a,console,ts1,2007,,
fw-b,con0,ts1,line 8,,
fw-a,psu1,pdu-a,7,,
fw-b,PSU 1,pdu-a,outlet 8,,
`;

const importing = (name: string, file: string, sample: string, pieces: readonly string[]): FuzzTarget => ({
  name,
  samples: () => utf8(sample, sample.replaceAll('\n', '\r\n')),
  read: (input) => factsOfFile(textOf(input), file, {}).notes.length > 0,
  allows: only(TopologyError, UsageError),
  pieces,
});

/** Files of other tools. */
export const imports: readonly FuzzTarget[] = [
  importing('testbed', 'lab.yaml', testbed, ['%ENV{', '&a [*a] ', 'telnet a 1 ', 'device: {']),
  importing('cable list', 'cables.csv', cables, ['"a"', 'a,b\n', '"",', ';', '\t']),
];

/** What is typed on a command line about a console or a switch. */
export const specs: readonly FuzzTarget[] = [
  {
    name: 'console on the command line',
    samples: () =>
      utf8(
        '/dev/ttyUSB0',
        'telnet://10.1.1.9:2007',
        'ssh://lab@[2001:db8::1]:22',
        'conserver://u@h/fw-a',
        'rfc2217://h:1',
      ),
    read: (input) => consoleSpec(textOf(input), 'LAB_PW').secret ?? 'none',
    allows: only(UsageError),
    pieces: ['a@', '::', '://'],
  },
  {
    name: 'switch on the command line',
    samples: () => utf8('sw1=10.1.1.5', 'sw1=user@10.1.1.5:1161', 'sw1=[::1]:161'),
    read: (input) => switchSpec(textOf(input)).secrets.length,
    allows: only(UsageError),
    pieces: ['a@', '=', '::'],
  },
];

const words: readonly TopologyWord[] = ['name', 'nameif', 'interface', 'address', 'mac', 'username'];

/** A word of the topology language, and the name of a secret that is made of it. */
export const word: FuzzTarget = {
  name: 'word',
  samples: () =>
    utf8('fw-a', 'inside', 'GigabitEthernet0/1.10', '192.0.2.1', '00d0.c0a8.0101', 'lab', 'Management0/0'),
  read: (input) => {
    const text = textOf(input);
    secretName(text, 'enable');
    return words.filter((each) => wordFits(each, text)).join(' ');
  },
  allows: nothing,
  pieces: ['0/', '0.', '00:', 'a-'],
};
