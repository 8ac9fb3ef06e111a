/** A small Cisco IOS, written after what a Catalyst prints: it knows a few ports, and what it is asked in tests. */

/** A port of it. */
export interface ScriptedPort {
  readonly short: string;
  readonly long: string;
  readonly description: string;
  isShut: boolean;
  vlan: number;
  readonly mode: 'access' | 'trunk';
  readonly errDisabled?: string;
}

/** What may be otherwise than usual. */
export interface ScriptedWish {
  /** The login leads to user EXEC, and this is asked for. */
  readonly enable?: string;
  /** Printed amid an answer, as a message that nobody asked for. */
  readonly message?: string;
  /** Answered instead, by command. */
  readonly instead?: Readonly<Record<string, string>>;
}

type Mode = 'user' | 'password' | 'exec' | 'config' | 'interface';

const prompts: Readonly<Record<Mode, string>> = {
  user: 'sw1>',
  password: 'Password: ',
  exec: 'sw1#',
  config: 'sw1(config)#',
  interface: 'sw1(config-if)#',
};

export class ScriptedIos {
  readonly ports: readonly ScriptedPort[] = [
    port(1, { description: 'fw-a inside', vlan: 101 }),
    port(2, { vlan: 102 }),
    port(3, { description: 'uplink to the core', mode: 'trunk', vlan: 1 }),
    port(4, { errDisabled: 'bpduguard', vlan: 101 }),
  ];
  /** Every line that was typed, but for passwords. */
  readonly typed: string[] = [];
  /** It says nothing any more. */
  isHung = false;
  readonly #say: (text: string) => void;
  readonly #wish: ScriptedWish;
  #mode: Mode;
  #line = '';
  #at: ScriptedPort | undefined;

  constructor(say: (text: string) => void, wish: ScriptedWish = {}) {
    this.#say = say;
    this.#wish = wish;
    this.#mode = wish.enable === undefined ? 'exec' : 'user';
    say(`\r\nUnauthorized access is prohibited.\r\n\r\n${prompts[this.#mode]}`);
  }

  /** Somebody types. */
  hear(bytes: Uint8Array): void {
    if (this.isHung) return;
    for (const character of Buffer.from(bytes).toString('latin1')) {
      // What was typed before its terminal was raw.
      if (character === '\n') continue;
      if (character !== '\r') {
        this.#line += character;
        if (this.#mode !== 'password') this.#say(character);
        continue;
      }
      const command = this.#line;
      this.#line = '';
      this.#say('\r\n');
      const answer = this.#answer(command);
      this.#say(answer === '' ? '' : `${answer.replaceAll('\n', '\r\n')}\r\n`);
      this.#say(prompts[this.#mode]);
    }
  }

  #answer(command: string): string {
    if (this.#mode === 'password') {
      const isRight = command === this.#wish.enable;
      this.#mode = isRight ? 'exec' : 'user';
      return isRight ? '' : '% Access denied\n';
    }
    if (command === '') return '';
    this.typed.push(command);
    const instead = this.#wish.instead?.[command];
    if (instead !== undefined) return instead;
    if (command === 'enable' && this.#mode === 'user') {
      this.#mode = 'password';
      return '';
    }
    if (this.#mode === 'config' || this.#mode === 'interface') return this.#configure(command);
    if (command === 'configure terminal') {
      this.#mode = 'config';
      return 'Enter configuration commands, one per line.  End with CNTL/Z.';
    }
    return this.#show(command);
  }

  #configure(command: string): string {
    const [verb, name = ''] = command.split(' ');
    if (command === 'end') {
      this.#mode = 'exec';
      return '';
    }
    if (verb === 'interface') {
      this.#at = this.#named(name);
      if (!this.#at) return "                      ^\n% Invalid input detected at '^' marker.\n";
      this.#mode = 'interface';
      return '';
    }
    if (!this.#at) return '% Incomplete command.\n';
    if (command === 'shutdown') this.#at.isShut = true;
    else if (command === 'no shutdown') this.#at.isShut = false;
    else this.#at.vlan = Number(command.split(' ').at(-1));
    return this.#wish.message ?? '';
  }

  #show(command: string): string {
    const [, , name = '', what] = command.split(' ');
    if (command.startsWith('terminal ')) return '';
    if (command === 'show interfaces status')
      return [this.#wish.message ?? '', statusHeading, ...this.ports.map(statusRow)].join('\n');
    if (command === 'show interfaces status err-disabled') return errDisabled;
    if (command === 'show vlan brief') return vlans;
    if (command === 'show mac address-table') return addresses;
    const about = this.#named(
      command.startsWith('show spanning-tree') ? (command.split(' ')[3] ?? '') : name,
    );
    if (!about) return "% Invalid input detected at '^' marker.\n";
    if (what === 'switchport') return switchport(about);
    if (what === 'counters') return counters(about);
    if (about.isShut) return `no spanning tree info available for ${about.long}`;
    if (command.endsWith('portfast')) return `VLAN0${about.vlan}            enabled`;
    return `${treeHeading}\nVLAN0${about.vlan}            Desg FWD 4         128.1    P2p Edge `;
  }

  #named(name: string): ScriptedPort | undefined {
    return this.ports.find(({ short, long }) => short === name || long === name);
  }
}

function port(number: number, of: Partial<ScriptedPort> & { readonly vlan: number }): ScriptedPort {
  const [short, long] = [`Gi1/0/${number}`, `GigabitEthernet1/0/${number}`];
  return { short, long, description: '', isShut: false, mode: 'access', ...of };
}

const statusHeading = 'Port      Name               Status       Vlan       Duplex  Speed Type';

function statusRow({ short, description, isShut, vlan, mode, errDisabled: why }: ScriptedPort): string {
  const status = why === undefined ? (isShut ? 'disabled' : 'connected') : 'err-disabled';
  const words = [
    short.padEnd(10),
    description.slice(0, 18).padEnd(19),
    status.padEnd(13),
    (mode === 'trunk' ? 'trunk' : String(vlan)).padEnd(11),
    status === 'connected' ? 'a-full a-1000' : '  auto   auto',
  ];
  return `${words.join('')} 10/100/1000BaseTX`;
}

const errDisabled = `
Port      Name               Status       Reason               Err-disabled Vlans
Gi1/0/4                      err-disabled bpduguard`;

const vlans = `
VLAN Name                             Status    Ports
---- -------------------------------- --------- -------------------------------
1    default                          active    Gi1/0/9, Gi1/0/10, Gi1/0/11
                                                Gi1/0/12
101  INSIDE                           active    Gi1/0/1, Gi1/0/4
998  SPARE                            suspended 
999  ISOLATED                         active    
1002 fddi-default                     act/unsup `;

const addresses = `          Mac Address Table
-------------------------------------------

Vlan    Mac Address       Type        Ports
----    -----------       --------    -----
 All    0100.0ccc.cccc    STATIC      CPU
 101    0011.2233.4455    DYNAMIC     Gi1/0/1
   1    0011.2233.4466    DYNAMIC     Po1
Total Mac Addresses for this criterion: 3`;

const treeHeading = `
Vlan                Role Sts Cost      Prio.Nbr Type
------------------- ---- --- --------- -------- --------------------------------`;

function switchport({ short, vlan, mode }: ScriptedPort): string {
  const told = mode === 'trunk' ? 'trunk' : 'static access';
  return `Name: ${short}
Switchport: Enabled
Administrative Mode: ${told}
Operational Mode: ${told}
Administrative Trunking Encapsulation: dot1q
Operational Trunking Encapsulation: native
Negotiation of Trunking: Off
Access Mode VLAN: ${vlan} (SOME-NAME)
Trunking Native Mode VLAN: 1 (default)
Administrative Native VLAN tagging: enabled
Voice VLAN: none
Administrative private-vlan host-association: none 
Administrative private-vlan mapping: none 
Operational private-vlan: none
Trunking VLANs Enabled: ALL
Pruning VLANs Enabled: 2-1001
Capture Mode Disabled
Capture VLANs Allowed: ALL

Protected: false
Unknown unicast blocked: disabled
Unknown multicast blocked: disabled
Appliance trust: none`;
}

function counters({ short }: ScriptedPort): string {
  return `
Port            InOctets    InUcastPkts    InMcastPkts    InBcastPkts 
${short.padEnd(12)}     1000             10              2              3 

Port           OutOctets   OutUcastPkts   OutMcastPkts   OutBcastPkts 
${short.padEnd(12)}     2000             20              4              5 `;
}
