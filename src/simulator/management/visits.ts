import type { Cancel } from '../../clock.ts';
import type { Place } from '../cli/place.ts';
import { isUser } from '../cli/commands/enable-commands.ts';
import { Session } from '../cli/session.ts';
import type { BoxControls, Visitor } from '../cli/shell.ts';
import { loginLines } from './login-lines.ts';
import { Terminal } from './terminal.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { Caller, Door, SimulatedVisit, SshAlgorithms } from '../face/simulated-unit.ts';
import { accessDenied, connectionLimit, loginDenied, loginPermitted } from '../syslog/visit-messages.ts';
import type { Call } from '../syslog/visit-messages.ts';
import { sourceAt } from './door-access.ts';
import { IdleWatch } from './idle-watch.ts';
import { accessVerification, telnetLogin } from './telnet-login.ts';

/** «Max 5 concurrent management connections per service» (710004). */
const placesAtADoor = 5;

/** A visit that is open, as the unit keeps it. */
interface Guest extends Visitor {
  username: string;
  algorithms: SshAlgorithms | undefined;
  /** The unit it came to is gone. */
  gone: boolean;
  end: Cancel;
}

/** Everybody who is at a unit over the network, by the number that `who` and `show ssh sessions` give them. */
export class Visits {
  readonly #box: BoxControls;
  readonly #guests: Record<Door, (Guest | undefined)[]> = { ssh: [], telnet: [] };
  readonly #sessions = new Map<Terminal, Session>();

  constructor(box: BoxControls) {
    this.#box = box;
  }

  /** Those at one door. */
  list(door: Door): readonly Visitor[] {
    return this.#guests[door].filter((guest) => guest !== undefined);
  }

  /** Sends one away; false if there is nobody of that number. */
  sendAway(door: Door, number: number): boolean {
    const guest = this.#guests[door][number];
    guest?.end();
    return guest !== undefined;
  }

  /** Lets somebody in at an interface of the unit, if its lists and the number of those inside allow it. */
  let(door: Door, place: Place, at: InterfaceSettings, caller: Caller): SimulatedVisit | undefined {
    const { space } = place;
    const from = sourceAt(space.config, door, at);
    const call: Call = { door, from: from ?? caller.address, ...caller, nameif: at.nameif ?? '' };
    if (from === undefined) {
      space.log(accessDenied(call));
      return undefined;
    }
    const free = Array.from({ length: placesAtADoor }, (_, number) => number).find(
      (number) => this.#guests[door][number] === undefined,
    );
    if (free === undefined) {
      space.log(connectionLimit(call, placesAtADoor));
      return undefined;
    }
    return this.#admit(free, place, call);
  }

  /** A session of one who has come in by some other way than the network of the pair. */
  shell(place: Place, username: string): Terminal {
    const { terminal, session } = this.#begin(place, 'ssh', username, '127.0.0.1');
    this.#welcome(terminal, place, username, '127.0.0.1');
    session.open();
    return terminal;
  }

  /** The unit stops in its tracks: nobody is answered any more. */
  freeze(): void {
    for (const session of this.#sessions.values()) session.stop();
  }

  /** The unit leaves its networks, and those who are still logging in with it. */
  endAll(): void {
    for (const door of ['ssh', 'telnet'] as const)
      for (const guest of this.#guests[door].splice(0)) if (guest) guest.gone = true;
    for (const terminal of Array.from(this.#sessions.keys())) terminal.end();
  }

  #admit(number: number, place: Place, call: Call): SimulatedVisit {
    const guest: Guest = {
      number,
      from: call.from,
      username: '',
      algorithms: undefined,
      gone: false,
      end: () => undefined,
    };
    this.#guests[call.door][number] = guest;
    return {
      checkPassword: (username, password) => {
        const right = isUser(place, username, password);
        place.space.log(right ? loginPermitted(call, username) : loginDenied(call, username));
        return right;
      },
      open: (username, algorithms) => {
        const { terminal, session } = this.#begin(place, call.door, username ?? 'enable_1', call.from);
        if (guest.gone) terminal.end();
        Object.assign(guest, { username: username ?? '', algorithms, end: () => terminal.end() });
        if (username === undefined) this.#ask(session, terminal, place, call, guest);
        else {
          this.#welcome(terminal, place, username, call.from);
          session.open();
        }
        return terminal;
      },
      leave: () => {
        if (this.#guests[call.door][number] === guest) this.#guests[call.door][number] = undefined;
      },
    };
  }

  #ask(session: Session, terminal: Terminal, place: Place, call: Call, guest: Guest): void {
    terminal.print(accessVerification);
    const enter = (username: string): void => {
      guest.username = username;
      place.space.log(loginPermitted(call, username));
      this.#welcome(terminal, place, username === '' ? 'enable_1' : username, call.from);
    };
    session.open(telnetLogin(session, enter, (username) => place.space.log(loginDenied(call, username))));
  }

  #begin(
    { system, space }: Place,
    kind: Door,
    username: string,
    from: string,
  ): { readonly terminal: Terminal; readonly session: Session } {
    const terminal = new Terminal(true);
    const write = (text: string): void => terminal.print(text);
    const session = new Session(system, space, this.#box, {
      kind,
      username,
      from,
      write,
      end: () => terminal.end(),
    });
    this.#sessions.set(terminal, session);
    const minutes = (): number => Number(space.config.text(`${kind} timeout`)?.split(' ')[2] ?? 5);
    const idle = new IdleWatch(system.clock, minutes, () => terminal.end());
    terminal.onTyped((text) => {
      session.type(text);
      idle.touch();
    });
    const forget = (): void => {
      idle.stop();
      session.stop();
      this.#sessions.delete(terminal);
    };
    terminal.onLeft(forget);
    terminal.onClosed(forget);
    return { terminal, session };
  }

  #welcome(terminal: Terminal, { system }: Place, username: string, from: string): void {
    for (const line of loginLines(system, username, from)) terminal.print(`${line}\r\n`);
  }
}
