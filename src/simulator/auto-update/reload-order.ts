import type { FailoverState } from '../../pair/index.ts';
import type { AutoUpdateHost } from './auto-update-host.ts';
import type { LookOut } from './look-out.ts';

/** So many looks, one a second, for a change of roles and for a unit that reloads. */
const looks = { role: 30, reload: 900 };
/** So many looks, and how often, for an order to arrive at the mate: a unit that is down repeats nothing. */
const orderLooks = 50;
const orderLookMs = 100;

/** The numbers that the trace prints for the states of a mate that comes back. */
const mateNumbers: Partial<Record<FailoverState, number>> = {
  'cold-standby': 20,
  'sync-config': 50,
  'sync-file-system': 50,
  'bulk-sync': 60,
  'standby-ready': 80,
};

/** Which units have a new image. */
export interface Renewed {
  readonly own: boolean;
  readonly mate: boolean;
}

/**
 * Which unit reloads when, once the images are in place (ASA 5580 guide, «Auto Update Process Overview», 4 c to e): the
 * secondary first, then this one while its mate is active; both at once where versions cannot run side by side. Calls
 * `again` if this unit goes on without a reload, `gaveUp` if what has to come does not.
 */
export function reloadInOrder(
  host: AutoUpdateHost,
  lookOut: LookOut,
  renewed: Renewed & { readonly isHitless: boolean },
  end: { again(): void; gaveUp(why: string): void },
): void {
  const leave = (): void => {
    const refusal = host.giveWay();
    if (refusal !== undefined) return end.gaveUp(refusal);
    lookOut.until(
      () => host.standing().own !== 'active',
      looks.role,
      () => host.reload(),
      () => end.gaveUp('the mate does not become active'),
    );
  };
  if (!host.standing().failoverOn) return host.reload();
  if (!renewed.mate) return leave();
  host.reloadMate();
  if (renewed.own && !renewed.isHitless) {
    const reload = (): void => host.reload();
    return lookOut.until(() => host.told(), orderLooks, reload, reload, orderLookMs);
  }
  const goOn = (): void => (renewed.own ? leave() : end.again());
  lookOut.until(comesBack(host), looks.reload, goOn, () => end.gaveUp('the mate does not come back'));
}

/** True once the mate was seen to go and is ready again. */
function comesBack(host: AutoUpdateHost): () => boolean {
  let gone = false;
  return () => {
    const { mate } = host.standing();
    gone ||= mate !== 'standby-ready';
    if (gone) {
      const number = mateNumbers[mate] ?? 0;
      host.trace(`auto-update: HA safe reload: reload active waiting with mate state: ${number}`);
    }
    return gone && mate === 'standby-ready';
  };
}
