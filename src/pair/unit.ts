/** The two firewalls under test, fixed by configuration. Which of them is active changes; these names do not. */
export type UnitName = 'primary' | 'secondary';

/** Both, the primary first. */
export const unitNames: readonly UnitName[] = ['primary', 'secondary'];

/** The other unit of the pair. */
export function mateOf(unit: UnitName): UnitName {
  return unit === 'primary' ? 'secondary' : 'primary';
}

/** A failover group of Active/Active; in Active/Standby the unit itself is what fails over. */
export type GroupId = 1 | 2;
