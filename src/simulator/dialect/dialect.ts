import type { BootMonitor } from './boot-monitor.ts';
import type { StateDialect } from './state-tables.ts';
import type { UnitPlate } from './unit-plate.ts';

/** The texts between power and prompt, in their order. */
export interface BootText {
  /** BIOS and boot monitor, ending with the cue by which the boot can be interrupted. */
  power(plate: UnitPlate): readonly string[];
  loading(plate: UnitPlate, image: string): readonly string[];
  networkCards(plate: UnitPlate): readonly string[];
  /** Of the copyright. */
  readonly years: string;
  /** Printed when BREAK or ESC has interrupted it. */
  readonly interrupted: readonly string[];
  /** The line about the configuration that was read. */
  checksum(grouped: string): string;
}

/** What a unit prints on its way down, as it was told to or by a fault. */
export interface DownText {
  readonly reload: readonly string[];
  /** The registers that a fault leaves on the console. */
  readonly registers: readonly string[];
  /** Between the registers and the reboot. */
  readonly crashed: readonly string[];
  /** While memory is written to flash, before a reboot; undefined where firmware cannot. */
  readonly coreDump: readonly string[] | undefined;
  readonly rebooting: { readonly reload: readonly string[]; readonly crash: readonly string[] };
}

/** `show version`, as far as it differs. */
export interface VersionText {
  /** Of the product, before `Version`. */
  readonly product: string;
  readonly compiled: string;
  /** What comes with the image: ASDM or the operating system below, each with its version. */
  readonly companions: readonly string[];
  /** The rows of the licence: its own name of a feature, and the name that it has in this program. */
  readonly features: readonly (readonly [shown: string, feature: string])[];
  readonly featureWidth: number;
  readonly valueWidth: number;
  /** Behind every value; nothing before licences could run out. */
  readonly term: string;
  /** Whether the pair has licences of its own beside those of its units. */
  readonly ofPair: boolean;
  readonly key: string;
  /** Below the configuration register. */
  readonly tail: readonly string[];
  /** Whether there is a configuration register: a PIX has none. */
  readonly register: boolean;
}

/** `show failover`, as far as it differs: which lines there are, and which rows. */
export interface FailoverText {
  /** Whether there are only the cable and the hosts, in fewer words (document 77809, «Failover Monitoring»). */
  readonly brief: boolean;
  readonly cableStatus: boolean;
  readonly interfaceHoldTime: boolean;
  readonly versions: boolean;
  readonly serials: boolean;
  readonly reconnectTimeout: boolean;
  readonly macMoveInterval: boolean;
  /** Whether rows say `(Monitored)` of what is monitored as it should be. */
  readonly saysMonitored: boolean;
  readonly monitoredAtMost: number;
  readonly slots: boolean;
  readonly stateForm: 'bars' | 'table';
  /** The objects counted over the state link, in their order. */
  readonly counted: readonly string[];
}

/** `show running-config`, as far as it differs. */
export interface ConfigText {
  /** Whether the password of Telnet stands below the interfaces, or above them with that of enable. */
  readonly passwordBelowInterfaces: boolean;
  /** Whether there is a limit of ICMP unreachables to speak of. */
  readonly icmpRateLimit: boolean;
}

/** `show interface`, as far as it differs. */
export interface InterfaceText {
  /** Behind the bandwidth: nothing, or the delay. */
  readonly delay: string;
  readonly flowControl: boolean;
  /** Between the errors of the input and the packets of the output. */
  readonly input: readonly string[];
  /** Between the packets of the output and the queues. */
  readonly output: readonly string[];
  /** What is counted of a queue, and what it stands at. */
  readonly queue: readonly [counted: string, now: string];
  readonly rates: boolean;
}

/**
 * What the units of one train of firmware print, where trains differ. All of it is data, or a small function of
 * the plate; what prints it asks for the fact and never for the version.
 */
export interface Dialect {
  readonly name: string;
  readonly platform: 'asa' | 'pix';
  /** The first firmware that speaks it. */
  readonly from: readonly [major: number, minor: number];
  /** A firmware and a model of its time, for a bench that is told to speak it. */
  readonly firmware: string;
  readonly model: string;
  readonly boot: BootText;
  readonly monitor: BootMonitor;
  /** What its flash is called. */
  readonly flash: 'disk0:' | 'flash:';
  /** The file that a unit boots. */
  image(firmware: string): string;
  readonly down: DownText;
  readonly version: VersionText;
  readonly failover: FailoverText;
  readonly state: StateDialect;
  readonly interfaces: InterfaceText;
  readonly config: ConfigText;
  /** The lines before `ASA Version …` of a running configuration. */
  configHead(plate: UnitPlate, hardware: string): readonly string[];
  /** What `reload` asks when the configuration was not saved. */
  readonly savePrompt: string;
  /** Whether a login is answered with the history of logins. */
  readonly loginHistory: boolean;
  /** Whether routes to its own addresses are shown. */
  readonly localRoutes: boolean;
  /** Whether `mac-address auto` always has a prefix. */
  readonly autoMacPrefix: boolean;
  /** Whether transparent mode has bridge groups, each with a virtual interface, instead of one bridge. */
  readonly bridgeGroups: boolean;
  /** Whether `show logging` speaks of hosts that are down. */
  readonly permitHostdown: boolean;
}
