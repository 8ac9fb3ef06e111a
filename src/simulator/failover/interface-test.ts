import type { Cancel } from '../../clock.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { FailoverHost } from './host.ts';

/** Each network test counts received packets for up to this long. */
const longestTestMs = 5000;
/** How often within a test the count is looked at. */
const looksPerTest = 10;

/**
 * The network tests of an interface whose link is up, in the order of the configuration guide («Interface
 * Monitoring»): network activity, ARP to the two most recent entries one at a time, broadcast ping. `passed` is
 * called as soon as anything was received; otherwise the tests end and leave it to the hold time. `budgetMs` is
 * what remains of the hold time; the tests share it where their five seconds would not fit.
 */
export function testInterface(
  host: FailoverHost,
  one: InterfaceSettings,
  budgetMs: number,
  passed: () => void,
): Cancel {
  const stimuli: readonly (() => void)[] = [
    () => undefined,
    ...host
      .recentNeighbours(one)
      .slice(0, 2)
      .map((address) => () => host.sendArpRequest(one, address)),
    () => host.sendBroadcastPing(one),
  ];
  const testMs = Math.min(longestTestMs, budgetMs / stimuli.length);
  let cancel: Cancel | undefined;

  const run = (at: number): void => {
    const stimulus = stimuli[at];
    if (!stimulus) return;
    const before = host.received(one.hardware);
    stimulus();
    const look = (looks: number): void => {
      cancel = host.clock.after(testMs / looksPerTest, () => {
        if (host.received(one.hardware) > before) passed();
        else if (looks < looksPerTest) look(looks + 1);
        else run(at + 1);
      });
    };
    look(1);
  };
  run(0);
  return () => cancel?.();
}
