import type { UnitName } from './unit.ts';

/** What the *pair* can notice of a fault or of its healing; the vocabulary between faults and the model. */
export type Stimulus =
  /** The unit lost power or stopped: no hello on any interface. */
  | { readonly stimulus: 'unit-silent'; readonly unit: UnitName }
  /** Power is back; the unit boots from its flash. */
  | { readonly stimulus: 'unit-booting'; readonly unit: UnitName }
  /** A data interface lost its link. */
  | { readonly stimulus: 'interface-down'; readonly unit: UnitName; readonly nameif: string }
  | { readonly stimulus: 'interface-up'; readonly unit: UnitName; readonly nameif: string }
  /** The failover link carries nothing while both units run. */
  | { readonly stimulus: 'failover-link-down' }
  | { readonly stimulus: 'failover-link-up' }
  /** `no failover active` was entered on this unit. */
  | { readonly stimulus: 'told-standby'; readonly unit: UnitName }
  /** `failover active` was entered on this unit. */
  | { readonly stimulus: 'told-active'; readonly unit: UnitName };

/** The name of a stimulus alone. */
export type StimulusName = Stimulus['stimulus'];
