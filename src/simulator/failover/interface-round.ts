import { type FailoverState, type GroupId, isActive } from '../../pair/index.ts';
import type { InterfaceMonitor } from './interface-monitor.ts';
import type { MateView } from './interface-watch.ts';
import type { Mate } from './mate.ts';
import type { Voice } from './voice.ts';

/** The parts of failover that watch the interfaces of a group. */
export interface InterfaceRoundParts {
  readonly id: GroupId;
  readonly mate: Mate;
  readonly voice: Voice;
  readonly monitor: InterfaceMonitor;
  state(): FailoverState;
  /** Every interface was looked at, or one was tested. */
  readonly looked: () => void;
}

/** What happens at every interface poll time. */
export function pollInterfaces(parts: InterfaceRoundParts): void {
  if (!monitors(parts.state())) return;
  parts.voice.interfaceHellos(parts.id);
  parts.monitor.look(mateView(parts));
  parts.looked();
}

function mateView({ id, mate, looked }: InterfaceRoundParts): MateView {
  return {
    tested: looked,
    get present() {
      return mate.alive && monitors(mate.group(id).state);
    },
    passes: ({ nameif = '', context }) => mate.interface(nameif, context)?.health === 'normal',
    hasFailed: ({ nameif = '', context }) =>
      ['no-link', 'link-down', 'failed'].includes(mate.interface(nameif, context)?.health ?? 'unknown'),
  };
}

/** Whether a group in that state sends and expects hellos on its interfaces. */
function monitors(state: FailoverState): boolean {
  return isActive(state) || state === 'standby-ready' || state === 'failed';
}
