import type { Requirement } from '../../pair/index.ts';
import { system } from '../requirement/system.ts';
import type { UnitMake } from './unit-make.ts';

/** A kind of failover that two units are to be configured for. */
export interface FailoverKind {
  readonly kind: 'active-standby' | 'active-active';
  readonly link: 'lan' | 'cable';
  readonly stateful: boolean;
}

/** Something without which a kind of failover cannot be. */
export interface Precondition {
  readonly what: string;
  readonly requirement: Requirement;
  isMet(wanted: FailoverKind, units: readonly [UnitMake, UnitMake]): boolean;
}

const isPix = ({ model = '' }: UnitMake): boolean => /^PIX/i.test(model);

/** Every precondition of the guides. What is not known of a unit is no reason against it. */
export const preconditions: readonly Precondition[] = [
  {
    what: 'Active/Active failover in multiple context mode only',
    requirement: system.activeActiveMode,
    isMet: ({ kind }, units) =>
      kind === 'active-standby' || units.every(({ contexts }) => contexts !== 'single'),
  },
  {
    what: 'the serial failover cable on a PIX only',
    requirement: system.cableOnPix,
    isMet: ({ link }, units) =>
      link === 'lan' || units.every((unit) => unit.model === undefined || isPix(unit)),
  },
  {
    what: 'a licence for this kind of failover on both units',
    requirement: system.licence,
    isMet: ({ kind }, units) =>
      units.every(
        ({ failoverLicence: has }) =>
          has === undefined ||
          has === 'Active/Active' ||
          (has === 'Active/Standby' && kind === 'active-standby'),
      ),
  },
  {
    what: 'an unrestricted licence on one unit of a PIX pair at least',
    requirement: system.unrestricted,
    isMet: (_, units) =>
      !units.every(isPix) ||
      units.some(({ pixLicence }) => pixLicence === undefined || pixLicence === 'unrestricted'),
  },
];

/** Kinds of failover that there are; Active/Standby failover in any mode, and each kind stateful or not. */
export const kindsSay: readonly Requirement[] = [system.activeStandbyMode, system.eitherKind];

/** What stands against this kind of failover; nothing if it can be configured. */
export const standsAgainst = (
  wanted: FailoverKind,
  units: readonly [UnitMake, UnitMake],
): readonly Precondition[] => preconditions.filter((each) => !each.isMet(wanted, units));
