/** Why a switch shuts a port by itself, with the numbers of `CErrDisableFeatureID` (CISCO-ERR-DISABLE-MIB). */
export const errDisableCauses = {
  udld: 1,
  bpduguard: 2,
  'channel-misconfig': 3,
  'pagp-flap': 4,
  'dtp-flap': 5,
  'link-flap': 6,
} as const;

/** Why a switch has shut a port by itself, as `show interfaces status err-disabled` writes it. */
export type ErrDisableCause = keyof typeof errDisableCauses;
