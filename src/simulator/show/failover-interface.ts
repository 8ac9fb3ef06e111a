import type { System } from '../system/system.ts';

/** `show failover interface`: the addresses of the failover link and of a state link of its own. */
export function showFailoverInterface(system: System): string[] {
  const { link, stateLink, unit } = system.failover();
  return [link, stateLink].flatMap((one) => {
    if (one?.hardware === undefined || one.active === undefined || one.standby === undefined) return [];
    const [mine, others] = unit === 'primary' ? [one.active, one.standby] : [one.standby, one.active];
    return [
      `\tinterface ${one.nameif} ${one.hardware}`,
      `\t\tSystem IP Address: ${one.active} ${one.mask ?? ''}`,
      `\t\tMy IP Address    : ${mine}`,
      `\t\tOther IP Address : ${others}`,
    ];
  });
}
