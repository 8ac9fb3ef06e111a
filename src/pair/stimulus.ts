import type { GroupId, UnitName } from './unit.ts';

/** What the *pair* can notice of a fault or of its healing; the vocabulary between faults and the model. */
export type Stimulus =
  /** The unit lost power or stopped: no hello on any interface. `by` says that its software failed, with its power on. */
  | { readonly stimulus: 'unit-silent'; readonly unit: UnitName; readonly by?: 'software' }
  /** Power is back; the unit boots from its flash. */
  | { readonly stimulus: 'unit-booting'; readonly unit: UnitName }
  /** Power is back on both units at the same time. */
  | { readonly stimulus: 'both-units-booting' }
  /** A data interface lost its link. */
  | { readonly stimulus: 'interface-down'; readonly unit: UnitName; readonly nameif: string }
  | { readonly stimulus: 'interface-up'; readonly unit: UnitName; readonly nameif: string }
  /** A data interface keeps its link and receives nothing any more; that of the mate still receives traffic. */
  | { readonly stimulus: 'interface-cut-off'; readonly unit: UnitName; readonly nameif: string }
  | { readonly stimulus: 'interface-reconnected'; readonly unit: UnitName; readonly nameif: string }
  /** The network of a data interface carries nothing: neither unit receives anything there, both keep their links. */
  | { readonly stimulus: 'segment-silent'; readonly nameif: string }
  | { readonly stimulus: 'segment-heard'; readonly nameif: string }
  /** The failover link carries nothing while both units run. */
  | { readonly stimulus: 'failover-link-down' }
  | { readonly stimulus: 'failover-link-up' }
  /** The state link, where it is not the failover link itself, carries nothing while both units run. */
  | { readonly stimulus: 'state-link-down' }
  | { readonly stimulus: 'state-link-up' }
  /** `no failover active` was entered on this unit, in Active/Active for one group or for all. */
  | { readonly stimulus: 'told-standby'; readonly unit: UnitName; readonly group?: GroupId }
  /** `failover active` was entered on this unit, in Active/Active for one group or for all. */
  | { readonly stimulus: 'told-active'; readonly unit: UnitName; readonly group?: GroupId }
  /** `failover reset` was entered on this unit, in Active/Active for one group or for all. */
  | { readonly stimulus: 'told-reset'; readonly unit: UnitName; readonly group?: GroupId }
  /** `write standby` was entered on this unit, in multiple context mode in the system execution space. */
  | { readonly stimulus: 'told-write-standby'; readonly unit: UnitName }
  /** `no failover` was entered on this unit and reached its mate. */
  | { readonly stimulus: 'told-off'; readonly unit: UnitName }
  /** `failover` was entered on this unit, and its mate has it too. */
  | { readonly stimulus: 'told-on'; readonly unit: UnitName };

/** The name of a stimulus alone. */
export type StimulusName = Stimulus['stimulus'];
