import { type FailoverState, isActive } from '../../pair/index.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { InterfaceMonitor } from './interface-monitor.ts';
import type { MateView } from './interface-watch.ts';
import type { Mate } from './mate.ts';
import type { Voice } from './voice.ts';

/** The parts of failover that watch interfaces. */
export interface InterfaceRoundParts {
  readonly mate: Mate;
  readonly voice: Voice;
  readonly monitor: InterfaceMonitor;
  state(): FailoverState;
  /** The mate was heard, elsewhere than on the failover link. */
  heardElsewhere(): void;
  /** Every interface was looked at, or one was tested. */
  readonly looked: () => void;
}

/** What happens at every interface poll time, and when a hello comes in over an interface. */
export class InterfaceRound {
  readonly #parts: InterfaceRoundParts;

  constructor(parts: InterfaceRoundParts) {
    this.#parts = parts;
  }

  poll(): void {
    if (!monitors(this.#parts.state())) return;
    this.#parts.voice.interfaceHellos();
    this.#parts.monitor.look(this.#mateView());
    this.#parts.looked();
  }

  heard(over: InterfaceSettings, asks: boolean): void {
    if (over.purpose === 'traffic') {
      this.#parts.monitor.heard(over.nameif ?? '');
      this.#parts.heardElsewhere();
    }
    if (asks) this.#parts.voice.interfaceHello(over, false);
  }

  #mateView(): MateView {
    const { mate, looked } = this.#parts;
    return {
      tested: looked,
      get present() {
        return mate.alive && monitors(mate.state);
      },
      passes: (nameif) => mate.interface(nameif)?.health === 'normal',
      hasFailed: (nameif) =>
        ['no-link', 'link-down', 'failed'].includes(mate.interface(nameif)?.health ?? 'unknown'),
    };
  }
}

/** Whether a unit in that state sends and expects hellos on its interfaces. */
function monitors(state: FailoverState): boolean {
  return isActive(state) || state === 'standby-ready' || state === 'failed';
}
