import type { Law } from '../../law/index.ts';
import type { Endured } from '../endured.ts';

/** Something that must hold in every ordeal, whatever goes wrong in it. */
export type OrdealLaw = Law<Endured>;
