import type { AgentAccess } from '../../device/index.ts';
import type { EarsWish } from '../../listen/index.ts';
import type { Secrets, SnmpAccess, Topology } from '../../topology/index.ts';

/** Access to an agent as its driver takes it, secrets revealed. */
export function revealAccess(access: SnmpAccess, secrets: Secrets): AgentAccess {
  if (access.version !== '3') return { ...access, community: secrets.reveal(access.community) };
  const { auth, priv } = access;
  return {
    ...access,
    auth: { ...auth, password: secrets.reveal(auth.password) },
    priv: { ...priv, password: secrets.reveal(priv.password) },
  };
}

type Traps = NonNullable<NonNullable<Topology['listen']>['traps']>;

/** Whose notifications are taken, secrets revealed. */
export function revealTraps(
  traps: Traps,
  secrets: Secrets,
): Pick<NonNullable<EarsWish['traps']>, 'communities' | 'users'> {
  const senders = [traps, ...traps.others];
  return {
    communities: senders.flatMap((one) => (one.version === '3' ? [] : [secrets.reveal(one.community)])),
    users: senders.flatMap((one) => {
      if (one.version !== '3') return [];
      const { user, auth, priv } = one;
      return [
        {
          user,
          auth: { ...auth, password: secrets.reveal(auth.password) },
          priv: { ...priv, password: secrets.reveal(priv.password) },
        },
      ];
    }),
  };
}
