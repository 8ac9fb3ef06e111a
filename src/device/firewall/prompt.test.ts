import { expect } from 'chai';
import { parseGluedPrompts, parsePrompt, splitPrompt } from './prompt.ts';
import { parseQuestion } from './question.ts';

describe('prompts', () => {
  const table: readonly (readonly [string, Record<string, unknown> | undefined])[] = [
    ['edge> ', { mode: 'user', hostname: 'edge' }],
    ['edge# ', { mode: 'enable', hostname: 'edge' }],
    ['edge#', { mode: 'enable', hostname: 'edge' }],
    ['edge(config)# ', { mode: 'config', hostname: 'edge' }],
    ['edge(config-if)# ', { mode: 'config', hostname: 'edge', submode: 'config-if' }],
    ['edge(config-fover-group)# ', { mode: 'config', hostname: 'edge', submode: 'config-fover-group' }],
    ['edge(cfg-crypto)# ', { mode: 'config', hostname: 'edge', submode: 'cfg-crypto' }],
    ['edge/pri/act# ', { mode: 'enable', hostname: 'edge', priority: 'primary', state: 'act' }],
    ['edge/sec/stby> ', { mode: 'user', hostname: 'edge', priority: 'secondary', state: 'stby' }],
    ['edge/stb# ', { mode: 'enable', hostname: 'edge', state: 'stb' }],
    ['/sec/actNoFailover# ', { mode: 'enable', hostname: '', priority: 'secondary', state: 'actNoFailover' }],
    [
      'edge/pri/stbyNoFailover(config)# ',
      { mode: 'config', hostname: 'edge', priority: 'primary', state: 'stbyNoFailover' },
    ],
    [
      'edge/lab/act/sec# ',
      { mode: 'enable', hostname: 'edge', context: 'lab', priority: 'secondary', state: 'act' },
    ],
    [
      'edge/pri/act/lab# ',
      { mode: 'enable', hostname: 'edge', context: 'lab', priority: 'primary', state: 'act' },
    ],
    ['pri/act/edge# ', { mode: 'enable', hostname: 'edge', priority: 'primary', state: 'act' }],
    ['act/pri/act# ', { mode: 'enable', hostname: 'act', priority: 'primary', state: 'act' }],
    ['act# ', { mode: 'enable', hostname: 'act' }],
    ['Rack-7_b.lab# ', { mode: 'enable', hostname: 'Rack-7_b.lab' }],
    ['rommon #0>', { mode: 'rommon', hostname: '' }],
    ['rommon 1 > ', { mode: 'rommon', hostname: '' }],
    ['rommon 12>', { mode: 'rommon', hostname: '' }],
    ['monitor> ', { mode: 'monitor', hostname: '' }],
    ['rommon> ', { mode: 'rommon', hostname: '' }],
    ['> ', { mode: 'ftd', hostname: '' }],
    ['fp2110 /system/services* # ', { mode: 'chassis', hostname: 'fp2110' }],
    ['fp2110(local-mgmt)# ', { mode: 'chassis', hostname: 'fp2110', submode: 'local-mgmt' }],
    ['10.4# ', { mode: 'enable', hostname: '10.4' }],
    ['stby/sec/edge# ', { mode: 'enable', hostname: 'edge', priority: 'secondary', state: 'stby' }],
    [
      'lab_2/edge.9/stby/sec> ',
      { mode: 'user', hostname: 'lab_2', context: 'edge.9', priority: 'secondary', state: 'stby' },
    ],
    // Nothing happens:
    ['', undefined],
    ['#', undefined],
    ['>', undefined],
    ['-->', undefined],
    ['...#', undefined],
    ['root@fp2110:~#', undefined],
    ['admin@fp2110:~$ ', undefined],
    ['!!!!!!>', undefined],
    ['*#', undefined],
    ['0x07ffe8:edge>', undefined],
    ['####', undefined],
    ['edge(config)> ', undefined],
    ['edge # ', undefined],
    ['two words# ', undefined],
    ['edge# show', undefined],
    ['<--- More --->', undefined],
    ['a tag <b>', undefined],
    ['<b>', undefined],
    [`${'x'.repeat(400)}# `, undefined],
  ];
  for (const [row, wanted] of table) {
    it(`${JSON.stringify(row.slice(0, 40))} is ${wanted ? 'a prompt' : 'none'}`, () => {
      expect(parsePrompt(row)).to.deep.equal(wanted && { text: row.trimEnd(), ...wanted });
    });
  }

  it('are split from what stands behind them', () => {
    expect(splitPrompt('edge/pri/act# show clock')).to.deep.include({ rest: 'show clock' });
    expect(splitPrompt('edge/pri/act# ')).to.deep.include({ rest: '' });
    expect(splitPrompt('rommon #3> boot')).to.deep.include({ rest: 'boot' });
    expect(splitPrompt('This host: Primary - Active')).to.equal(undefined);
    expect(splitPrompt('edge#show')).to.equal(undefined);
  });
});

describe('prompts in one row', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['fw/pri/stby# fw/pri/act# ', 'fw/pri/act#'],
    ['fw/pri/stby# fw/pri/act#', 'fw/pri/act#'],
    ['fw/pri/act> fw/pri/actNoFailover> fw/pri/stby> ', 'fw/pri/stby>'],
    ['fw/sec/stby(config)# fw/sec/act(config)# ', 'fw/sec/act(config)#'],
    ['fw# fw# ', 'fw#'],
    ['fw/pri/act# ', 'fw/pri/act#'],
    // Nothing happens:
    ['fw/pri/stby# lab/pri/act# ', undefined],
    ['fw/pri/stby# fw/sec/act# ', undefined],
    ['fw/pri/stby# show fw/pri/act# ', undefined],
    ['fw/pri/stby# fw/pri/act# show', undefined],
    ['fw/pri/stby#fw/pri/act# ', undefined],
    ['', undefined],
  ];
  for (const [row, last] of table) {
    it(`${JSON.stringify(row)} ${last ? `stands at ${last}` : 'stands at none'}`, () => {
      expect(parseGluedPrompts(row)?.text).to.equal(last);
    });
  }
});

describe('questions', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['Username: ', 'username'],
    ['edge7 login: ', 'username'],
    ['Password: ', 'password'],
    ["lab@192.0.2.7's Password: ", 'password'],
    ['Enter  Password: ', 'new-password'],
    ['Repeat Password: ', 'repeat-password'],
    ['Proceed with reload? [confirm] ', 'confirm'],
    ['         reboot. Do you wish to proceed? [confirm]: ', 'confirm'],
    ['Erase configuration in flash memory? [confirm]', 'confirm'],
    ['System config has been modified. Save? [Y]es/[N]o/[S]ave all/[C]ancel:  ', 'save'],
    ['improve the product? [Y]es, [N]o, [A]sk later: ', 'error-reporting'],
    ['Pre-configure Firewall now through interactive prompts [yes]? ', 'pre-configure'],
    ['Firewall Mode [Routed]: ', 'setup'],
    ['Enable password [<use current password>]: ', 'setup'],
    ['Allow password recovery [yes]? ', 'setup'],
    ['  Year [2003]: ', 'setup'],
    ['  Time [08:10:20]: ', 'setup'],
    ['Inside IP address [0.0.0.0]: ', 'setup'],
    ['Management IP address: ', 'setup'],
    ['Management network mask [255.255.255.0]: ', 'setup'],
    ['Host name [ciscoasa]: ', 'setup'],
    ['Domain name: ', 'setup'],
    ['IP address of host running Device Manager: ', 'setup'],
    ['Use this configuration and write to flash? ', 'setup'],
    ['Use this configuration and save to flash? [yes] ', 'setup'],
    ['Source filename [running-config]? ', 'value'],
    ['Destination filename [startup-config]? ', 'value'],
    ['Address or name of remote host []? ', 'value'],
    ['Do you want to replace it? [yes/no]: ', 'yes-or-no'],
    ['Continue (y/n)? ', 'yes-or-no'],
    ['Do you wish to change this configuration? y/n [n]: ', 'yes-or-no'],
    ['Do you wish to copy the install image into flash? [n] ', 'yes-or-no'],
    ['Keep it? [Y]es/[N]o:', 'yes-or-no'],
    ['login: ', 'username'],
    ['PIX passwd: ', 'password'],
    // Nothing happens:
    ['Logins over the last 12 days: 4.  Last login: 10:11:12 UTC Jan 3 2026 from 192.0.2.9', undefined],
    ['Failed logins since the last login: 0.  ', undefined],
    ['Failed logins since the last login: ', undefined],
    ['Last login: ', undefined],
    ['Usage:  [no] ', undefined],
    ['Really? [no]', 'yes-or-no'],
    ['Continue [yes]? ', 'yes-or-no'],
    ['Problems with your login: ', undefined],
    ['Enable password: not shown here', undefined],
    ['edge# ', undefined],
    ['', undefined],
  ];
  for (const [row, kind] of table) {
    it(`${JSON.stringify(row)} ${kind ? `asks for ${kind}` : 'asks nothing'}`, () => {
      expect(parseQuestion(row)?.kind).to.equal(kind);
    });
  }
});
