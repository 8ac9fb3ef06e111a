import { expect } from 'chai';
import { edited, refusals, shipped, shippedNames } from './edited-topology.test-support.ts';
import type { Edit, ShippedName } from './edited-topology.test-support.ts';

/** A topology that is wrong in one way: what is changed, what is said, and what stands at the place of it. */
interface Wrong {
  readonly what: string;
  readonly of?: ShippedName;
  readonly edits: readonly Edit[];
  readonly says: RegExp;
  readonly at: RegExp;
}

const failover = (key: string) => ['pair', 'failover', key];
const outside = (key: string) => ['pair', 'interfaces', 0, key];
const inside = (key: string) => ['pair', 'interfaces', 1, key];
const context = (index: number, key: string) => ['pair', 'contexts', index, key];

// prettier-ignore
const timers: readonly Wrong[] = [
  { what: 'a unit poll time below 200 ms', edits: [[failover('unit-poll'), '199ms']], says: /^unit-poll is 199ms; expected 200ms to 999ms, or whole seconds from 1s to 15s \(ASA 5580 guide.*13-34\)$/, at: /^199ms/ },
  { what: 'a unit poll time above 15 s', edits: [[failover('unit-poll'), '16s'], [failover('unit-hold'), '45s']], says: /^unit-poll is 16s; expected/, at: /^16s/ },
  { what: 'a unit poll time between the seconds', edits: [[failover('unit-poll'), '1500ms'], [failover('unit-hold'), '5s']], says: /^unit-poll is 1500ms; expected/, at: /^1500ms/ },
  { what: 'a unit hold time below 800 ms', edits: [[failover('unit-poll'), '200ms'], [failover('unit-hold'), '799ms']], says: /^unit-hold is 799ms; expected 800ms to 999ms, or whole seconds from 1s to 45s/, at: /^799ms/ },
  { what: 'a unit hold time above 45 s', edits: [[failover('unit-hold'), '46s']], says: /^unit-hold is 46s; expected/, at: /^46s/ },
  { what: 'a unit hold time below three poll times', edits: [[failover('unit-poll'), '2s'], [failover('unit-hold'), '5s']], says: /^unit-hold \(5s\) must be at least 3 times unit-poll \(2s\): 6s or more/, at: /^5s/ },
  { what: 'an interface poll time below 500 ms', edits: [[failover('interface-poll'), '499ms']], says: /^interface-poll is 499ms; expected 500ms to 999ms, or whole seconds from 1s to 15s/, at: /^499ms/ },
  { what: 'an interface hold time below 5 s', edits: [[failover('interface-hold'), '4s']], says: /^interface-hold is 4s; expected whole seconds from 5s to 75s/, at: /^4s/ },
  { what: 'an interface hold time above 75 s', edits: [[failover('interface-hold'), '76s']], says: /^interface-hold is 76s; expected/, at: /^76s/ },
  { what: 'an interface hold time below five poll times', edits: [[failover('interface-poll'), '2s'], [failover('interface-hold'), '9s']], says: /^interface-hold \(9s\) must be at least 5 times interface-poll \(2s\): 10s or more/, at: /^9s/ },
];

// prettier-ignore
const listeners: readonly Wrong[] = [
  { what: 'a listener behind an interface that is not there', edits: [[['listen', 'syslog', 'interface'], 'insde']], says: /^insde is no interface of the pair; did you mean "inside"\?$/, at: /^insde/ },
  { what: 'a listener that has an address of the pair', edits: [[['listen', 'traps', 'address'], '198.51.100.2']], says: /^198\.51\.100\.2 is an address of inside; write that of this machine$/, at: /^198/ },
  { what: 'a listener whom nobody stands for', edits: [[['simulated', 'stations'], undefined], [['listen', 'traps'], undefined]], says: /^nobody stands for 198\.51\.100\.10 beside the simulated pair; add 198\.51\.100\.10: 127\.0\.0\.1 to simulated\.stations$/, at: /^198/ },
  { what: 'a listener without a port', edits: [[['listen', 'syslog', 'udp'], undefined]], says: /^there is no port to listen at; add udp or tcp$/, at: /./ },
  { what: 'a port that units do not send syslog to', edits: [[['listen', 'syslog', 'udp'], 515]], says: /^the units send to udp port 514, or to one from 1025 on; not to 515$/, at: /^515/ },
  { what: 'a port that units do not send syslog to by TCP', edits: [[['listen', 'syslog', 'tcp'], 514]], says: /^the units send to tcp port 1470, or to one from 1025 on; not to 514$/, at: /^514/ },
  { what: 'SNMP version 3 of old firmware', edits: [[['pair', 'firmware'], '8.0(4)'], [['listen', 'traps'], { interface: 'inside', address: '198.51.100.10', version: 3, user: 'lab', auth: { protocol: 'sha', password: '${FOVER_SIMULATED_ENABLE}' }, priv: { protocol: 'aes', password: '${FOVER_SIMULATED_ENABLE}' } }]], says: /^firmware 8\.0\(4\) knows no SNMP version 3, which came with 8\.2; expected 1 or 2c$/, at: /^3/ },
  { what: 'a listener at port 0 of a real bench', of: 'rack-asa-5520', edits: [[['listen'], { syslog: { interface: 'inside', address: '198.51.100.10', tcp: 0 } }]], says: /^port 0 is filled in on a simulated bench only/, at: /^0/ },
  { what: 'a listener behind a context that is not the admin context', of: 'active-active', edits: [[['listen'], { syslog: { interface: 'nowhere', address: '198.51.100.10', udp: 5514 } }]], says: /^nowhere is no interface of the admin context, by which failover logs/, at: /^nowhere/ },
];

// prettier-ignore
const links: readonly Wrong[] = [
  { what: 'no failover link', edits: [[failover('link'), undefined]], says: /^there is no failover link; add link \(ASA 5580 guide/, at: /./ },
  { what: 'no failover link of a PIX', of: 'rack-pix-515e-cable', edits: [[failover('cable'), undefined]], says: /^there is no failover link; add link, or cable: true for the failover cable of a PIX/, at: /^state-link/ },
  { what: 'a failover cable on an ASA', edits: [[failover('cable'), true]], says: /^only a PIX has a failover cable; describe the failover link of this ASA instead/, at: /^true/ },
  { what: 'a cable and a link', edits: [[['pair', 'platform'], 'pix'], [failover('cable'), true]], says: /^the failover cable is the failover link; remove either/, at: /^nameif: fover/ },
  { what: 'a failover link on a data interface', edits: [[['pair', 'failover', 'link', 'interface'], 'GigabitEthernet0/1']], says: /^GigabitEthernet0\/1 is the data interface inside; the failover link needs an interface of its own/, at: /^GigabitEthernet0\/1/ },
  { what: 'a failover link named as a data interface', edits: [[['pair', 'failover', 'link', 'nameif'], 'inside']], says: /^the name inside is that of a data interface/, at: /^inside/ },
  { what: 'a state link that shares what is not there', edits: [[failover('state-link'), { nameif: 'foverr' }]], says: /^the state link has no interface, and foverr is no interface that it could share; did you mean "fover"\?$/, at: /^foverr/ },
  { what: 'a shared state link with addresses', edits: [[failover('state-link'), { nameif: 'inside', active: '10.9.9.1' }]], says: /^a state link without an interface of its own shares another's, with its addresses; remove active/, at: /^active: 10/ },
  { what: 'a state link on the failover link by its interface', edits: [[['pair', 'failover', 'state-link', 'interface'], 'GigabitEthernet0/2']], says: /^to share the failover link, the state link gives its name only: \{ nameif: fover \}/, at: /^GigabitEthernet0\/2/ },
  { what: 'a state link with the name of the failover link', edits: [[['pair', 'failover', 'state-link', 'nameif'], 'fover']], says: /^to share the failover link, the state link gives its name only/, at: /^fover/ },
  { what: 'a state link on a data interface by its interface', edits: [[['pair', 'failover', 'state-link', 'interface'], 'GigabitEthernet0/1']], says: /^inside on GigabitEthernet0\/1 is a data interface; to share it, give the state link its name only: \{ nameif: inside \}/, at: /^GigabitEthernet0\/1/ },
  { what: 'a state link of its own without addresses', edits: [[['pair', 'failover', 'state-link', 'standby'], undefined]], says: /^a state link with an interface of its own needs standby/, at: /^nameif: state/ },
  { what: 'HTTP replication without a state link', edits: [[failover('state-link'), undefined], [failover('replicate-http'), true]], says: /^HTTP connections are replicated over the state link, and there is none/, at: /^true/ },
  { what: 'a data interface as state link of contexts', of: 'active-active', edits: [[failover('state-link'), { nameif: 'inside' }]], says: /^the state link can share a data interface in single context, routed mode only/, at: /^inside/ },
];

// prettier-ignore
const addresses: readonly Wrong[] = [
  { what: 'a standby address in another subnet', edits: [[outside('standby'), '192.0.3.2']], says: /^the standby address 192\.0\.3\.2 of outside is not in the subnet of its active address 192\.0\.2\.1 with mask 255\.255\.255\.0 \(ASA 5580/, at: /^192\.0\.3\.2/ },
  { what: 'a standby address that is the active one', edits: [[outside('standby'), '192.0.2.1']], says: /^192\.0\.2\.1 is already the active address of outside$/, at: /^192\.0\.2\.1/ },
  { what: 'an address of another interface', edits: [[inside('active'), '192.0.2.2'], [inside('standby'), '192.0.2.3']], says: /^192\.0\.2\.2 is already the standby address of outside$/, at: /^192\.0\.2\.2/ },
  { what: 'an address of a link', edits: [[['pair', 'failover', 'state-link', 'active'], '10.99.0.1'], [['pair', 'failover', 'state-link', 'standby'], '10.99.0.3']], says: /^10\.99\.0\.1 is already the active address of fover$/, at: /^10\.99\.0\.1/ },
  { what: 'a mask with holes', edits: [[inside('mask'), '255.0.255.0']], says: /^255\.0\.255\.0 is no mask of a subnet; expected one such as 255\.255\.255\.0$/, at: /^255\.0/ },
  { what: 'a mask of nothing', edits: [[inside('mask'), '0.0.0.0']], says: /^0\.0\.0\.0 is no mask of a subnet/, at: /^0\.0/ },
  { what: 'the address of a network', edits: [[inside('active'), '198.51.100.0']], says: /^198\.51\.100\.0 is the first or the last address of its subnet/, at: /^198\.51\.100\.0/ },
  { what: 'a broadcast address', edits: [[['pair', 'failover', 'link', 'standby'], '10.99.0.3']], says: /^10\.99\.0\.3 is the first or the last address of its subnet \(mask 255\.255\.255\.252\)/, at: /^10\.99\.0\.3/ },
  { what: 'a failover link with its addresses apart', edits: [[['pair', 'failover', 'link', 'standby'], '10.99.0.9']], says: /^the standby address 10\.99\.0\.9 of fover is not in the subnet/, at: /^10\.99\.0\.9/ },
];

// prettier-ignore
const interfaces: readonly Wrong[] = [
  { what: 'a name given twice', edits: [[inside('nameif'), 'outside']], says: /^the name outside is given twice/, at: /^outside/ },
  { what: 'an interface described twice', edits: [[inside('interface'), 'GigabitEthernet0/0']], says: /^GigabitEthernet0\/0 is described twice/, at: /^GigabitEthernet0\/0/ },
  { what: 'a monitored interface without a standby address', edits: [[inside('standby'), undefined]], says: /^inside is monitored but has no standby address/, at: /^interface: GigabitEthernet0\/1/ },
  { what: 'half a pair of virtual MAC addresses', edits: [[inside('active-mac'), '0200.5e00.0001']], says: /^virtual MAC addresses come in pairs; add standby-mac/, at: /^0200/ },
  { what: 'a virtual MAC address given twice', edits: [[inside('active-mac'), '0200.5e00.000a'], [inside('standby-mac'), '0200.5E00.000A']], says: /^the MAC address 0200\.5E00\.000A is given twice/, at: /^0200\.5E00/ },
  { what: 'a subinterface without a VLAN', edits: [[inside('interface'), 'GigabitEthernet0/1.10']], says: /^the subinterface GigabitEthernet0\/1\.10 needs a vlan$/, at: /^GigabitEthernet0\/1\.10/ },
  { what: 'a VLAN on a whole interface', edits: [[inside('vlan'), 10]], says: /^GigabitEthernet0\/1 is no subinterface and has no vlan; write GigabitEthernet0\/1\.10$/, at: /^10/ },
  { what: 'virtual MAC addresses of a subinterface', edits: [[inside('interface'), 'GigabitEthernet0/1.10'], [inside('vlan'), 10], [inside('active-mac'), '0200.5e00.0001'], [inside('standby-mac'), '0200.5e00.0002']], says: /^virtual MAC addresses belong to a physical interface/, at: /^0200/ },
  { what: 'a policy of more interfaces than are monitored', edits: [[failover('interface-policy'), 3]], says: /^3 interfaces must fail, but only 2 are monitored/, at: /^3/ },
];

// prettier-ignore
const units: readonly Wrong[] = [
  { what: 'one serial number for both units', edits: [[['units', 'secondary', 'serial'], 'FCH1931J0PA']], says: /^both units have the serial number FCH1931J0PA/, at: /^FCH1931J0PA/ },
  { what: 'a PDU that there is not', edits: [[['units', 'primary', 'power', 0, 'pdu'], 'pud1']], says: /^there is no PDU "pud1"; did you mean "pdu1"\?$/, at: /^pud1/ },
  { what: 'a PDU named as what every object has', edits: [[['units', 'primary', 'power', 0, 'pdu'], 'constructor']], says: /^there is no PDU "constructor"; known here: pdu1$/, at: /^constructor/ },
  { what: 'a switch that there is not', edits: [[['units', 'primary', 'cables', 'GigabitEthernet0/1', 'switch'], 'sw11']], says: /^there is no switch "sw11"; did you mean "sw1"\?$/, at: /^sw11/ },
  { what: 'one outlet for both units', edits: [[['units', 'secondary', 'power', 0, 'outlet'], 1]], says: /^outlet 1 of pdu1 already feeds the primary unit$/, at: /^1/ },
  { what: 'one outlet twice for one unit', edits: [[['units', 'primary', 'power', 1], { pdu: 'pdu1', outlet: '1' }]], says: /^outlet 1 of pdu1 already feeds the primary unit$/, at: /^"1"/ },
  { what: 'a protected outlet', edits: [[['pdus', 'pdu1', 'protected'], [2]]], says: /^outlet 2 of pdu1 is protected, so fover must not switch it, yet it feeds the secondary unit$/, at: /^2/ },
  { what: 'one switch port for two cables', edits: [[['units', 'secondary', 'cables', 'GigabitEthernet0/1', 'port'], 'GigabitEthernet1/0/3']], says: /^GigabitEthernet1\/0\/3 of sw1 is already cabled to GigabitEthernet0\/1 of the primary unit$/, at: /^GigabitEthernet1\/0\/3/ },
  { what: 'a protected port', edits: [[['switches', 'sw1', 'protected'], ['GigabitEthernet1/0/7']]], says: /^GigabitEthernet1\/0\/7 of sw1 is protected, so fover must not shut it, yet GigabitEthernet0\/3 of the primary unit is cabled to it$/, at: /^GigabitEthernet1\/0\/7/ },
  { what: 'a protected port by its short name', edits: [[['switches', 'sw1', 'protected'], ['gi1/0/7']]], says: /^GigabitEthernet1\/0\/7 of sw1 is protected/, at: /^GigabitEthernet1\/0\/7/ },
  { what: 'a PDU that is described twice', of: 'rack-asa-5520', edits: [[['pdus', 'pdu-b', 'snmp', 'host'], '198.51.100.152']], says: /^pdu-b is at 198\.51\.100\.152 port 161, as pdu-a is; describe it once$/, at: /./ },
  { what: 'more power cycles in an hour than in a day', edits: [[['units', 'primary', 'power-cycles'], { hour: 5, day: 4 }]], says: /expected no more cuts in an hour than in a day/, at: /^\{? ?hour/ },
  { what: 'an interface without its cable', edits: [[['units', 'secondary', 'cables', 'GigabitEthernet0/1'], undefined]], says: /^GigabitEthernet0\/1 \(inside\) of the secondary unit is not cabled/, at: /^cables:/ },
  { what: 'a state link without its cable', edits: [[['units', 'primary', 'cables', 'GigabitEthernet0/3'], undefined]], says: /^GigabitEthernet0\/3 \(state\) of the primary unit is not cabled/, at: /^cables:/ },
  { what: 'a cable at a misnamed interface', edits: [[['units', 'primary', 'cables', 'GigabitEthernet0/2'], undefined], [['units', 'primary', 'cables', 'GigabitEthernet0/22'], { switch: 'sw1', port: 'GigabitEthernet1/0/5' }]], says: /^GigabitEthernet0\/2 \(fover\) of the primary unit is not cabled; .*; is it the cable that is written for GigabitEthernet0\/22\?$/, at: /^cables:/ },
  { what: 'a cable at a subinterface', of: 'active-active', edits: [[['units', 'primary', 'cables', 'GigabitEthernet0/1.30'], { switch: 'sw9', port: 'GigabitEthernet1/0/9' }]], says: /^a subinterface has no socket of its own; cable GigabitEthernet0\/1$/, at: /^GigabitEthernet0\/1\.30/ },
  { what: 'one console line for both units', of: 'rack-pix-515e-cable', edits: [[['units', 'secondary', 'console', 0], { serial: { device: '/dev/ttyS0' } }]], says: /^the console line \/dev\/ttyS0 is given twice; each leads to one unit$/, at: /^serial:/ },
];

// prettier-ignore
const modes: readonly Wrong[] = [
  { what: 'groups of an Active/Standby pair', edits: [[['pair', 'groups'], { 1: { prefer: 'primary' } }]], says: /^groups belong to mode: active-active, and this pair is active-standby/, at: /^groups:/ },
  { what: 'contexts in groups of an Active/Standby pair', of: 'active-active', edits: [[['pair', 'mode'], 'active-standby'], [['pair', 'groups'], undefined]], says: /^failover groups belong to mode: active-active/, at: /^group: 2/ },
  { what: 'interfaces outside of the contexts of an Active/Standby pair', edits: [[['pair', 'contexts'], [{ name: 'admin', admin: true, interfaces: [] }]]], says: /^with contexts the interfaces are configured in their contexts/, at: /^interfaces:/ },
  { what: 'a management address of a routed pair', edits: [[['pair', 'management-address'], { active: '10.1.1.1', mask: '255.255.255.0', standby: '10.1.1.2' }]], says: /^a management-address is of firewall: transparent/, at: /^management-address:/ },
  { what: 'a routed interface without an address', edits: [[inside('active'), undefined]], says: /^inside needs active, for it has addresses/, at: /^interface: GigabitEthernet0\/1/ },
  { what: 'a transparent pair without a management address', of: 'simulated-transparent', edits: [[['pair', 'management-address'], undefined]], says: /^a transparent pair is managed at an address of its own; add management-address/, at: /^platform:/ },
  { what: 'a management address outside of its subnet', of: 'simulated-transparent', edits: [[['pair', 'management-address', 'standby'], '192.0.3.2']], says: /^the standby address 192\.0\.3\.2 of the bridge is not in the subnet/, at: /^192\.0\.3\.2/ },
  { what: 'a port of a bridge with an address', of: 'simulated-transparent', edits: [[outside('active'), '198.51.100.1']], says: /^in transparent mode outside is a port of the bridge and has no address; remove active/, at: /^active:/ },
  { what: 'the state of a bridge on a port of it', of: 'simulated-transparent', edits: [[failover('state-link'), { nameif: 'inside' }]], says: /^the state link can share a data interface in single context, routed mode only/, at: /^inside/ },
  { what: 'a transparent pair with contexts', of: 'simulated-contexts', edits: [[['pair', 'firewall'], 'transparent']], says: /^fover describes a transparent pair in single context mode only/, at: /^transparent/ },
  { what: 'a pair without interfaces', edits: [[['pair', 'interfaces'], []], [['flows'], []]], says: /^the pair has no interfaces/, at: /^platform:/ },
  { what: 'an Active/Active pair without contexts', of: 'active-active', edits: [[['pair', 'contexts'], []]], says: /^an Active\/Active pair needs contexts/, at: /^platform:/ },
  { what: 'an Active/Active pair without groups', of: 'active-active', edits: [[['pair', 'groups'], undefined]], says: /^an Active\/Active pair needs groups/, at: /^platform:/ },
  { what: 'interfaces outside of contexts', of: 'active-active', edits: [[['pair', 'interfaces'], [{ interface: 'GigabitEthernet0/2', nameif: 'dmz', 'security-level': 50, active: '203.0.113.33', mask: '255.255.255.240', standby: '203.0.113.34' }]]], says: /^with contexts the interfaces are configured in their contexts/, at: /^interfaces:/ },
  { what: 'a third group', of: 'active-active', edits: [[['pair', 'groups', '3'], { prefer: 'primary' }]], says: /^unknown key "3"; known here: 1, 2$/, at: /^"?3/ },
  { what: 'a context in a group beyond two', of: 'active-active', edits: [[context(1, 'group'), 3]], says: /^expected failover group 1 or 2$/, at: /^3/ },
  { what: 'a context in a group that is not described', of: 'active-active', edits: [[['pair', 'groups', '2'], undefined]], says: /^failover group 2 is not described; add '2' to groups$/, at: /^2/ },
  { what: 'no admin context', of: 'active-active', edits: [[context(0, 'admin'), false]], says: /^no context is the admin context; mark one with admin: true$/, at: /^- name: admin/ },
  { what: 'two admin contexts', of: 'active-active', edits: [[context(1, 'admin'), true], [context(1, 'group'), 1]], says: /^there is one admin context, and admin is it already$/, at: /^true/ },
  { what: 'the admin context in group 2', of: 'active-active', edits: [[context(0, 'group'), 2]], says: /^the admin context is always a member of failover group 1 \(.*step 5\)$/, at: /^2/ },
  { what: 'two contexts of one name', of: 'active-active', edits: [[context(1, 'name'), 'Admin']], says: /^the context Admin is described twice$/, at: /^Admin/ },
  { what: 'a preemption delay between the seconds', of: 'active-active', edits: [[['pair', 'groups', '1', 'preempt'], '1500ms']], says: /^expected a delay of whole seconds from 1s to 1200s/, at: /^1500ms/ },
  { what: 'a group policy of more interfaces than the group has', of: 'active-active', edits: [[['pair', 'groups', '1', 'interface-policy'], 2]], says: /^2 interfaces must fail, but only 1 are monitored/, at: /^2/ },
];

// prettier-ignore
const rest: readonly Wrong[] = [
  { what: 'a flow from where there is no interface', edits: [[['flows', 0, 'from'], 'insid']], says: /^no interface of the pair is named insid; did you mean "inside"\?$/, at: /^insid/ },
  { what: 'a flow back to where it came from', edits: [[['flows', 0, 'to'], 'inside']], says: /^the flow leads back to inside/, at: /^inside/ },
  { what: 'a flow described twice', edits: [[['flows', 1, 'name'], 'inside-to-outside']], says: /^the flow inside-to-outside is described twice$/, at: /^inside-to-outside/ },
  { what: 'a flow without a pause', edits: [[['flows', 0, 'every'], '0ms']], says: /^expected a time from 1ms to 10s between probes$/, at: /^0ms/ },
  { what: 'a flow that arrives nowhere', edits: [[['flows', 0, 'receive'], {}]], says: /^probes arrive nowhere; add bind/, at: /^\{\}/ },
  { what: 'a console on port 0 of a real bench', of: 'rack-asa-5520', edits: [[['units', 'secondary', 'console', 0, 'telnet', 'port'], 0]], says: /^port 0 is filled in on a simulated bench only; write the port, or add simulated$/, at: /^0/ },
  { what: 'a management address on port 0 of a real bench', of: 'rack-asa-5520', edits: [[['units', 'primary', 'management', 'ssh', 'port'], 0]], says: /^port 0 is filled in/, at: /^0/ },
  { what: 'a switch on port 0 of a real bench', of: 'rack-asa-5520', edits: [[['switches', 'sw7', 'snmp', 'port'], 0]], says: /^port 0 is filled in/, at: /^0/ },
  { what: 'a switch reached in two ways', of: 'rack-asa-5520', edits: [[['switches', 'sw7', 'cli'], { dialect: 'cisco-ios', ssh: { host: 'h', login: { username: 'fover', password: '${RACK7_SWITCH_AUTH}' } } }]], says: /^sw7 is reached in one way; keep snmp, or cli where SNMP may not write$/, at: /^\{|^dialect/ },
  { what: 'a switch reached in no way', of: 'rack-asa-5520', edits: [[['switches', 'sw7', 'snmp'], undefined]], says: /^nothing says how sw7 is reached; add snmp, or cli$/, at: /^(sw7|protected|#)/ },
  { what: 'a command line of a simulated switch', edits: [[['switches', 'sw1', 'snmp'], undefined], [['switches', 'sw1', 'cli'], { dialect: 'cisco-ios', telnet: { host: 'h', login: { username: 'fover', password: '${FOVER_SIMULATED_COMMUNITY}' } } }]], says: /^a simulated switch has no command line; write snmp$/, at: /^\{|^dialect/ },
  { what: 'a source of messages that is nobody', edits: [[['listen', 'sources'], { '192.0.2.200': 'sw11' }]], says: /^sw11 is neither a unit nor a switch nor a PDU; did you mean "sw1"\?$/, at: /sw11|192/ },
  { what: 'a source of messages that is an address of the pair', edits: [[['listen', 'sources'], { '192.0.2.1': 'primary' }]], says: /^192\.0\.2\.1 is an address of the pair, which no unit keeps; leave it out$/, at: /primary|192/ },
  { what: 'a PDU on port 0 of a real bench', of: 'rack-asa-5520', edits: [[['pdus', 'pdu-b', 'snmp', 'port'], 0]], says: /^port 0 is filled in/, at: /^0/ },
  { what: 'a simulated PDU that is nowhere', edits: [[['simulated', 'pdus'], { pdu2: 'raritan-px2' }]], says: /^there is no PDU "pdu2"; did you mean "pdu1"\?$/, at: /^pdu2/ },
  { what: 'a session for HTTP at another port', edits: [[['flows', 0, 'sessions', 'http'], { to: { host: 'h', port: 8080 } }]], says: /^an appliance takes a session for HTTP by its port; expected 80$/, at: /^8080/ },
  { what: 'a plain session at the port of HTTP', edits: [[['flows', 0, 'sessions', 'tcp'], { to: { host: 'h', port: 80 } }]], says: /^at port 80 an appliance takes it for HTTP; write it under http/, at: /^80/ },
  { what: 'an echo on port 0 of a real bench', of: 'rack-asa-5520', edits: [[['flows', 0, 'sessions'], { tcp: { to: { host: 'h', port: 7 }, echo: { host: 'h', port: 0 } } }]], says: /^port 0 is filled in/, at: /^0/ },
  { what: 'a receiver on port 0 of a real bench', of: 'rack-asa-5520', edits: [[['flows', 0, 'receive', 'bind', 'port'], 0]], says: /^port 0 is filled in/, at: /^0/ },
  { what: 'firmware of another time', edits: [[['pair', 'firmware'], '6.3(5)']], says: /^firmware 6\.3\(5\) speaks the commands of PIX 6; expected 7\.0 or later$/, at: /^6\.3/ },
  { what: 'what is no firmware version', edits: [[['pair', 'firmware'], 'latest']], says: /^expected a version as show version prints it, such as 8\.0\(4\)$/, at: /^latest/ },
  { what: 'two lines of configuration in one', edits: [[['pair', 'extra'], ['names\nno names']]], says: /^a line of configuration is one line of printable ASCII/, at: /./ },
  { what: 'a question mark in a line of configuration', edits: [[['pair', 'extra'], ['names', 'show ?']]], says: /^a line of configuration .* without question marks, which call for help/, at: /^show/ },
  { what: 'a user name of two lines', edits: [[['pair', 'login', 'username'], 'lab\nreload']], says: /^expected a user name of printable ASCII/, at: /./ },
];

describe('crossCheck', () => {
  for (const name of shippedNames)
    it(`has nothing to say against ${name}.yaml`, () => expect(refusals(shipped(name))).to.deep.equal([]));

  for (const { what, of = 'simulated', edits, says, at } of [
    ...timers,
    ...links,
    ...addresses,
    ...interfaces,
    ...units,
    ...modes,
    ...listeners,
    ...rest,
  ])
    it(`refuses ${what}`, () => {
      const all = refusals(edited(shipped(of), edits));
      const refusal = all.find(({ message }) => says.test(message));
      expect(refusal, JSON.stringify(all)).to.not.be.undefined;
      expect(refusal?.at).to.match(at);
    });

  // prettier-ignore
  const sound: readonly { what: string; of?: ShippedName; edits: readonly Edit[] }[] = [
    { what: 'the shortest timers', edits: [[failover('unit-poll'), '200ms'], [failover('unit-hold'), '800ms'], [failover('interface-poll'), '500ms'], [failover('interface-hold'), '5s']] },
    { what: 'the longest timers', edits: [[failover('unit-poll'), '15s'], [failover('unit-hold'), '45s'], [failover('interface-poll'), '15s'], [failover('interface-hold'), '75s']] },
    { what: 'a unit hold time of 999 ms, which a live unit took', edits: [[failover('unit-poll'), '333ms'], [failover('unit-hold'), '999ms']] },
    { what: 'a state link on the failover link', edits: [[failover('state-link'), { nameif: 'fover' }]] },
    { what: 'a state link on a data interface', edits: [[failover('state-link'), { nameif: 'inside' }]] },
    { what: 'no state link', edits: [[failover('state-link'), undefined]] },
    { what: 'cables of interfaces that are nowhere used', edits: [[['units', 'primary', 'cables', 'GigabitEthernet0/4'], { switch: 'sw1', port: 'GigabitEthernet1/0/10' }]] },
    { what: 'an interface without a standby address that is not monitored', edits: [[inside('standby'), undefined], [inside('monitored'), false]] },
    { what: 'a subinterface with its VLAN', edits: [[inside('interface'), 'GigabitEthernet0/1.10'], [inside('vlan'), 10]] },
    { what: 'a pair that monitors nothing', edits: [[inside('monitored'), false], [outside('monitored'), false]] },
    { what: 'a failover link that is a cable from unit to unit', edits: [[['simulated', 'crossover'], ['GigabitEthernet0/2']], [['units', 'primary', 'cables', 'GigabitEthernet0/2'], undefined], [['units', 'secondary', 'cables', 'GigabitEthernet0/2'], undefined]] },
    { what: 'a subnet of two', edits: [[['pair', 'failover', 'link', 'mask'], '255.255.255.254'], [['pair', 'failover', 'link', 'active'], '10.99.1.0'], [['pair', 'failover', 'link', 'standby'], '10.99.1.1']] },
    { what: 'listeners of a real bench', of: 'rack-asa-5520', edits: [[['listen'], { syslog: { interface: 'outside', address: '192.0.2.99', udp: 514, tcp: 1470 }, traps: { interface: 'outside', address: '192.0.2.99', version: 1, community: '${LAB_COMMUNITY}' } }]] },
    { what: 'a management interface with addresses beside a bridge', of: 'simulated-transparent', edits: [[['pair', 'interfaces', 2], { interface: 'Management0/0', nameif: 'manage', 'security-level': 100, active: '203.0.113.1', mask: '255.255.255.0', standby: '203.0.113.2' }], [['units', 'primary', 'cables', 'Management0/0'], { switch: 'sw1', port: 'GigabitEthernet1/0/13' }], [['units', 'secondary', 'cables', 'Management0/0'], { switch: 'sw1', port: 'GigabitEthernet1/0/14' }]] },
    { what: 'contexts that reuse names of each other', of: 'active-active', edits: [[['pair', 'contexts', 1, 'interfaces', 1, 'nameif'], 'manage']] },
    { what: 'a PIX with a failover link', of: 'rack-pix-515e-cable', edits: [[failover('cable'), false], [failover('link'), { nameif: 'fover', interface: 'Ethernet3', active: '203.0.113.13', mask: '255.255.255.252', standby: '203.0.113.14' }], [['units', 'primary', 'cables', 'Ethernet3'], { switch: 'sw3', port: 'FastEthernet0/7' }], [['units', 'secondary', 'cables', 'Ethernet3'], { switch: 'sw3', port: 'FastEthernet0/8' }]] },
  ];
  for (const { what, of = 'simulated', edits } of sound)
    it(`takes ${what}`, () => expect(refusals(edited(shipped(of), edits))).to.deep.equal([]));

  it('says everything that is wrong, not just the first of it', () => {
    const text = edited(shipped('simulated'), [
      [failover('unit-hold'), '46s'],
      [['units', 'primary', 'power', 0, 'pdu'], 'pdu2'],
      [['flows', 0, 'to'], 'inside'],
    ]);
    expect(refusals(text).map(({ message }) => message.split(/[;,]/)[0])).to.deep.equal([
      'unit-hold is 46s',
      'there is no PDU "pdu2"',
      'the flow leads back to inside',
    ]);
  });
});
