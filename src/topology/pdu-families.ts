/**
 * The families of PDUs that a topology may name. This room knows no device, so the list stands here a second
 * time; the test of the drivers holds both lists together.
 */
export const pduFamilies = ['apc-masterswitch', 'apc-rpdu', 'apc-rpdu2'] as const;
