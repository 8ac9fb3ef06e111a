import { expect } from 'chai';
import { describeTopology } from './describe-topology.ts';
import { shipped } from './edited-topology.test-support.ts';
import { parseTopology } from './read-topology.ts';

const told = (name: Parameters<typeof shipped>[0]): string =>
  describeTopology(parseTopology(shipped(name), name)).join('\n');

describe('describeTopology', () => {
  it('says at once whether the bench is software', () => {
    expect(told('simulated')).to.match(/^simulated \(simulated: all of it is software\)/);
    expect(told('rack-asa-5520')).to.match(/^rack-asa-5520 \(real\): Two ASA 5520/);
  });

  it('tells the pair, the units with every way and feed, and the timers', () => {
    const text = told('rack-asa-5520');
    expect(text).to.include(
      'Pair: ASA5520, ASA 8.2(5), Active/Standby, failover link fover on GigabitEthernet0/2, state link state on GigabitEthernet0/3',
    );
    expect(text).to.include(
      'Unit primary: serial JMX1234L0PA; console /dev/ttyUSB0 at 9600 baud, else ssh 198.51.100.150:3007; managed by SSH 198.51.100.129:22; power pdu-a outlet 7 and pdu-b outlet 7, cut 24 times an hour and 96 times a day at most',
    );
    expect(text).to.include(
      'Timers: unit poll 1 s, hold 15 s; interface poll 5 s, hold 25 s; a unit fails with 1 interface',
    );
  });

  it('tells the cabling as a table, with what is not monitored', () => {
    const text = told('rack-asa-5520');
    expect(text).to.match(/^ {2}name +interface +primary +secondary +active \/ standby$/m);
    expect(text).to.match(
      /^ {2}inside +GigabitEthernet0\/1 +sw7 GigabitEthernet1\/0\/3 +sw7 GigabitEthernet1\/0\/4 +198\.51\.100\.1 \/ 198\.51\.100\.2$/m,
    );
    expect(text).to.match(/^ {2}manage .*, not monitored$/m);
  });

  it('tells where this machine listens, if it does', () => {
    const where = 'on a port filled in when the bench starts, told as 198.51.100.10';
    expect(told('simulated')).to.include(`Listens: syslog udp ${where}; traps ${where}`);
    expect(told('rack-asa-5520')).to.not.include('Listens');
  });

  it('tells which secret goes where', () => {
    const text = told('rack-asa-5520');
    expect(text).to.include('Secret RACK7_ENABLE: told to the units\n');
    expect(text).to.include('Secret RACK7_CONSOLE_PASSWORD: told to 198.51.100.150\n');
    expect(text).to.include('Secret RACK7_PDU_COMMUNITY: told to 198.51.100.152, 198.51.100.153');
  });

  it('tells the address of a bridge, and contexts that fail over with their unit', () => {
    const bridge = told('simulated-transparent');
    expect(bridge).to.include('Active/Standby, transparent at 192.0.2.1 / 192.0.2.2, failover link fover');
    expect(bridge).to.match(/^ {2}inside +GigabitEthernet0\/1 .* bridged$/m);
    expect(told('simulated-contexts')).to.include('Context admin: with the whole unit, admin; manage');
  });

  it('tells a failover cable, contexts and groups', () => {
    expect(told('rack-pix-515e-cable')).to.include('failover cable, state link state on Ethernet2');
    expect(told('active-active')).to.include('Context customer: failover group 2; outside, inside');
    expect(told('active-active')).to.include('state link folink (shared)');
    expect(told('active-active')).to.match(
      /^ {2}customer\/inside +GigabitEthernet0\/1\.40 +sw9 GigabitEthernet1\/0\/5 /m,
    );
  });
});
