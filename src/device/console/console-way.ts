import type { LegacyWish, SerialSettings } from '../../transport/index.ts';

/** One way to a console, as it is written in a topology, secrets revealed. */
export type ConsoleWay = { readonly paceMs?: number } & (
  | { readonly serial: SerialSettings & { readonly device: string } }
  | { readonly telnet: TelnetWay }
  | { readonly tcp: ServerAddress }
  | { readonly ssh: SshWay }
  | { readonly conserver: ConserverWay }
);

/** Where a console server listens. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** A line of a console server by telnet. */
export interface TelnetWay extends ServerAddress {
  readonly login?: ConsoleLogin;
  /** How the serial line behind it is to be set, by RFC 2217; not at all without it. */
  readonly rfc2217?: SerialSettings;
  /** What to do when the line is busy; nothing without it. */
  readonly clearLine?: ClearLine;
}

/** A shell that leads to a line: at a port of its own, or for a user name such as `lab:port02`. */
export interface SshWay extends ServerAddress, ConsoleLogin, SshTrust {
  /** A character that the console server takes for itself, and that doubled is itself, such as `~`. */
  readonly escape?: string;
}

/** What is expected of the host at the far end of an SSH connection. */
export interface SshTrust {
  /** `SHA256:…` of the console server's host key; without it, the known hosts of the bench decide. */
  readonly fingerprint?: string;
  readonly legacy?: LegacyWish;
}

/** A console that conserver keeps, by its own protocol. */
export interface ConserverWay extends ServerAddress {
  readonly console: string;
  readonly login: ConsoleLogin;
}

/** How a busy line of a Cisco terminal server is freed: by a login of its own there, and `clear line`. */
export interface ClearLine extends SshTrust {
  /** The number that `show line` gives it; 33 is the line of port 2033. */
  readonly line: number;
  readonly by: 'telnet' | 'ssh';
  readonly port: number;
  readonly login: ConsoleLogin;
  /** Where the login leads to user EXEC. */
  readonly enable?: string;
}

/** What a console server asks before it leads to its line; the appliance's own login comes after it. */
export interface ConsoleLogin {
  readonly username: string;
  readonly password: string;
}
