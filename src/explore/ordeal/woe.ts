import type { Clock } from '../../clock.ts';
import type { GroupId, UnitName } from '../../pair/index.ts';
import type { CreatedBench } from '../../simulator/index.ts';
import { turnFailoverOff, turnFailoverOn } from './failover-switch.ts';
import type { QuickConsole } from './quick-console.ts';

/** What a woe does, and to what. */
export interface Stricken {
  readonly bench: CreatedBench;
  readonly clock: Clock;
  readonly unit: UnitName;
  readonly console: QuickConsole;
  readonly consoles: Readonly<Record<UnitName, QuickConsole>>;
  /** The interface that it strikes, as the appliance names it. */
  readonly card: string;
  /** The group that is spoken of; undefined where there is only one. */
  readonly group: GroupId | undefined;
  /** Types configuration commands on the active unit, if one is and its mate does not join it just now. */
  type(): void;
}

/** One thing that can go wrong with a simulated pair, and how it is put right. */
export interface Woe {
  /**
   * What it reaches: the unit as a whole, the interface that it strikes, its service module, the serial failover
   * cable, failover itself, or the roles, by command.
   */
  readonly strikes: 'unit' | 'card' | 'module' | 'serial-cable' | 'failover' | 'roles' | 'nothing';
  begin(on: Stricken): void;
  /** Safe twice, and safe if it never began. */
  end(on: Stricken): void;
}

/** How long an outlet is off when a unit that hangs is made to boot again, in milliseconds. */
const offMs = 1000;
const nothing = (): void => undefined;

function power({ bench, unit }: Stricken, wish: 'on' | 'off'): void {
  bench.pdus[0]?.command(unit === 'primary' ? 1 : 2, wish);
}

function port({ bench, unit, card }: Stricken, admin: 'up' | 'down'): void {
  const [wired] = bench.switches;
  const found = wired?.ports.find(({ alias }) => alias === `${unit} ${card}`);
  if (found) wired?.setAdmin(found.index, admin);
}

function named(command: string, { group }: Stricken): string {
  return group === undefined ? command : `${command} group ${group}`;
}

const impaired = (how: Parameters<CreatedBench['trouble']['primary']['impair']>[1]): Woe => ({
  strikes: 'card',
  begin: ({ bench, unit, card }) => bench.trouble[unit].impair(card, how),
  end: ({ bench, unit, card }) => bench.trouble[unit].repair(card),
});

/** Everything that can go wrong in an ordeal. */
export const woes = {
  'power-loss': { strikes: 'unit', begin: (on) => power(on, 'off'), end: (on) => power(on, 'on') },
  hang: {
    strikes: 'unit',
    begin: ({ bench, unit }) => bench.trouble[unit].hang(),
    end: (on) => {
      power(on, 'off');
      on.clock.after(offMs, () => power(on, 'on'));
    },
  },
  reload: {
    strikes: 'unit',
    begin: ({ console }) => void console.ask('reload noconfirm'),
    end: nothing,
  },
  'port-shut': { strikes: 'card', begin: (on) => port(on, 'down'), end: (on) => port(on, 'up') },
  'cable-pulled': {
    strikes: 'card',
    begin: ({ bench, unit, card }) => bench.trouble[unit].pullCable(card),
    end: ({ bench, unit, card }) => bench.trouble[unit].plugCable(card),
  },
  // A port that has to listen and learn before it forwards, and lost its link.
  'spanning-tree': {
    strikes: 'card',
    begin: ({ bench, unit, card }) => {
      bench.trouble[unit].setPortfast(card, false);
      bench.trouble[unit].pullCable(card);
      bench.trouble[unit].plugCable(card);
    },
    end: ({ bench, unit, card }) => bench.trouble[unit].setPortfast(card, true),
  },
  'other-vlan': {
    strikes: 'card',
    begin: ({ bench, unit, card }) => bench.trouble[unit].isolate(card),
    end: ({ bench, unit, card }) => bench.trouble[unit].reunite(card),
  },
  'err-disabled': {
    strikes: 'card',
    begin: ({ bench, unit, card }) => bench.trouble[unit].errDisable(card),
    end: (on) => {
      port(on, 'down');
      port(on, 'up');
    },
  },
  deaf: impaired({ direction: 'in', loss: 1 }),
  mute: impaired({ direction: 'out', loss: 1 }),
  lossy: impaired({ loss: 0.3 }),
  slow: impaired({ delayMs: 100, jitterMs: 150 }),
  doubled: impaired({ duplicates: 0.5 }),
  'serial-cable-pulled': {
    strikes: 'serial-cable',
    begin: ({ bench, unit }) => bench.trouble[unit].pullFailoverCable(),
    end: ({ bench, unit }) => bench.trouble[unit].plugFailoverCable(),
  },
  'serial-cable-mute': {
    strikes: 'serial-cable',
    begin: ({ bench, unit }) => bench.trouble[unit].damageFailoverCable('data'),
    end: ({ bench, unit }) => bench.trouble[unit].mendFailoverCable(),
  },
  // It carries what the units say; only the power of the other one is not known.
  'serial-cable-blind': {
    strikes: 'nothing',
    begin: ({ bench, unit }) => bench.trouble[unit].damageFailoverCable('sense'),
    end: ({ bench, unit }) => bench.trouble[unit].mendFailoverCable(),
  },
  'module-dead': {
    strikes: 'module',
    begin: ({ bench, unit }) => bench.trouble[unit].breakModule(),
    end: ({ bench, unit }) => bench.trouble[unit].mendModule(),
  },
  'failover-off': {
    strikes: 'failover',
    begin: ({ console }) => turnFailoverOff(console),
    end: ({ consoles }) => turnFailoverOn(consoles),
  },
  typed: { strikes: 'nothing', begin: (on) => on.type(), end: (on) => on.type() },
  'memory-full': {
    strikes: 'nothing',
    begin: ({ bench, unit }) => bench.trouble[unit].exhaustMemory(),
    end: ({ bench, unit }) => bench.trouble[unit].freeMemory(),
  },
  'told-active': {
    strikes: 'roles',
    begin: (on) => void on.console.ask(named('failover active', on)),
    end: nothing,
  },
  'told-standby': {
    strikes: 'roles',
    begin: (on) => void on.console.ask(named('no failover active', on)),
    end: nothing,
  },
  'told-reset': {
    strikes: 'nothing',
    begin: (on) => void on.console.ask(named('failover reset', on)),
    end: nothing,
  },
  'write-standby': {
    strikes: 'nothing',
    begin: ({ console }) => void console.ask('write standby'),
    end: nothing,
  },
} as const satisfies Readonly<Record<string, Woe>>;

export type WoeName = keyof typeof woes;

/** Every name of the table. */
export const woeNames = Object.keys(woes).filter((name): name is WoeName => name in woes);

/** A unit sees at once that the link of its interface is gone; other losses of an interface have to be tested for. */
export const losesLink: readonly WoeName[] = ['cable-pulled', 'port-shut', 'err-disabled'];
