import { expect } from 'chai';
import { TopologyError, UsageError } from '../../errors.ts';
import { draftText } from '../compose/draft-text.ts';
import { readYaml } from '../../topology/index.ts';
import { cablesSample as sample } from '../import-samples.test-support.ts';
import { factsOfCables } from './facts-of-cables.ts';

const read = (text: string, wanted = {}) => factsOfCables(text, 'c.csv', wanted);
const cablesOf = (text: string) =>
  read(text).units.primary.cables.map(({ interface: socket, to }) => [socket, to?.switch, to?.port]);

describe('a cable list', () => {
  it('gives cables, consoles and feeds of both units, whichever end stands first', () => {
    const { units } = read(sample);
    expect(cablesOf(sample)).to.deep.equal([
      ['GigabitEthernet0/0', 'sw7', 'GigabitEthernet1/0/1'],
      ['GigabitEthernet0/1', 'sw7', 'GigabitEthernet1/0/3'],
    ]);
    expect(units.secondary.power).to.deep.equal([{ pdu: 'pdu-a', outlet: '8', from: 'c.csv, line 11' }]);
    const text = draftText(read(sample), { by: 'a test', schema: 'x', name: 'rack' });
    expect(text).to.contain('host: ts1 # c.csv, line 8\n          port: 2007');
    expect(text).to.contain('port: # fill in: the TCP port of "line 8"');
  });

  it('protects ports and outlets that serve others', () => {
    const { switches, pdus } = read(sample);
    expect(switches.map(({ name, protected: kept }) => [name, kept])).to.deep.equal([
      ['sw7', [{ value: 'GigabitEthernet1/0/48', from: 'core1' }]],
    ]);
    expect(pdus.map(({ name, protected: kept }) => [name, kept])).to.deep.equal([
      ['pdu-a', [{ value: '1', from: 'sw7' }]],
    ]);
  });

  it('tells what was not understood, by its place', () => {
    expect(read(sample).notes.slice(1)).to.deep.equal([
      'c.csv:2:48: the column "Owner" was not understood',
      'c.csv:13:6: "usb" is no interface, console or power inlet',
      'c.csv, line 14: a cable of neither unit, nor of their switches and PDUs',
    ]);
    expect(
      read('device,interface,peer,port\nfw-a,Gi0/0,,x\nfw-b,Gi0/0,s,y\nfw-a,Gi0/1,s,z').notes.join(),
    ).to.contain('c.csv:2:1: a cell');
    expect(read('device,interface,peer,port\nfw-a,Gi0/3,fw-b,Gi0/3').notes.join()).to.contain(
      'from unit to unit',
    );
  });

  it('knows the headings by several names, in any order, with any separator', () => {
    for (const [header, row] of [
      ['device,interface,peer,port', 'fw-a,Gi0/0,sw1,p1'],
      ['Device;Port;Peer;Peer Port', 'fw-a;Gi0/0;sw1;p1'],
      ['A Device\tA Port\tB Device\tB Port', 'fw-a\tGi0/0\tsw1\tp1'],
      ['remote_port,remote_device,local_port,local_device', 'p1,sw1,Gi0/0,fw-a'],
      ['hostname,local interface,neighbor,neighbor interface', 'fw-a,Gi0/0,sw1,p1'],
      ['from,from port,to,to port,label', 'fw-a,Gi0/0,sw1,p1,"a, ""b"""'],
      ['\uFEFFUnit,Interface,Connected To,Port', 'fw-a,Gi0/0,sw1,p1'],
    ] as const) {
      const mate = row.replace('fw-a', 'fw-b').replace('p1', 'p2');
      expect(cablesOf(`${header}\r\n${row}\r\n${mate}\r\n`), header).to.deep.equal([
        ['GigabitEthernet0/0', 'sw1', 'p1'],
      ]);
    }
  });

  it('takes the kind of a cable from its own column too', () => {
    const { units } = read(
      'device,port,peer,peer port,type\nfw-a,7,pdu1,7,power\nfw-b,8,pdu1,8,power\nfw-a,j1,ts,/dev/ttyS1,console',
    );
    expect(units.primary.power).to.deep.equal([{ pdu: 'pdu1', outlet: '7', from: 'c.csv, line 2' }]);
    expect(JSON.stringify(units.primary.console)).to.contain('/dev/ttyS1');
  });

  it('refuses what cannot be read, with line and column', () => {
    for (const [text, said] of [
      ['device,interface,peer\nfw-a,Gi0/0,x', 'c.csv:1:1: no column for the port of the peer'],
      ['device,device,peer,port', 'c.csv:1:8: there is a column for the device already'],
      ['device,interface,peer,port\nfw-a,"Gi0/0,x,y\n', 'c.csv:2:6: this quote is never closed'],
      [
        'device,interface,peer,port\nfw-a,Gi0/0,s,a\nfw-b,Gi0/0,s,b\nfw-a,Gi0/0,s,c',
        'c.csv:4:6: GigabitEthernet0/0 of the primary unit is cabled twice',
      ],
      ['device,interface,peer,port\nfw-a,Gi0/0,"s\n1",a', 'c.csv:2:12: a cell holds a control character'],
      [`device,interface,peer,port\nfw-a,${'x'.repeat(300)},s,a`, 'c.csv:2:6: a cell is longer'],
      ['a,'.repeat(400_000), 'c.csv:1:1: the file is longer'],
      ['', 'no column for the device'],
    ] as const)
      expect(() => read(text), said).to.throw(TopologyError, said);
  });

  it('asks which two devices are the pair where that is not plain', () => {
    const list = 'device,interface,peer,port\nx,Gi0/0,s,a\ny,Gi0/0,s,b\n';
    expect(() => read(list)).to.throw(UsageError, /which two devices are the pair.*"x", "s", "y"/);
    expect(read(list, { primary: 'y', secondary: 'X' }).units.primary.cables[0]?.to?.port).to.equal('b');
    expect(() => read(list, { primary: 'y', secondary: 'y' })).to.throw(UsageError, 'cannot be both');
  });

  it('writes names that a topology does not take nowhere but into comments and quotes', () => {
    const list =
      'device,interface,peer,port\nfw-a,Gi0/0,__proto__,a\nfw-b,Gi0/0,"s: {x}# y","b # c: d"\nfw-a,psu1,- p,"1: x"';
    const text = draftText(read(list), { by: 'a test', schema: 'x', name: 'rack' });
    const { value } = readYaml(text, 'd.yaml');
    expect(value).to.have.keys(['name', 'secrets', 'pair', 'units', 'switches', 'pdus', 'flows']);
    expect(value).to.deep.include({ switches: {}, pdus: {} });
  });
});
