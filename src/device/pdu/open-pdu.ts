import type { Clock } from '../../clock.ts';
import { BenchError } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { HttpAccess, MayAct, SnmpAgentAccess } from '../../transport/index.ts';
import { openHttpPdu } from './http-pdu.ts';
import { pduModels } from './models.ts';
import type { PduModel } from './pdu-model.ts';
import type { Pdu } from './pdu.ts';
import { openPowermanPdu } from './powerman-pdu.ts';
import type { PowermanAccess } from './powerman-session.ts';
import { openSnmpPdu } from './snmp-pdu.ts';
import { openWebPdu } from './web-pdu.ts';
import type { WebPage } from './web-page.ts';

/** How a PDU is reached, secrets revealed: the one of them that its family is reached by. */
export interface PduAccess {
  readonly snmp?: SnmpAgentAccess | undefined;
  readonly http?: HttpAccess | undefined;
  readonly powerman?: PowermanAccess | undefined;
  readonly web?: WebPage | undefined;
}

/** Which PDU, of which family, reached how. */
export interface PduOptions {
  readonly name: string;
  /** The name of a family in `models.ts`. */
  readonly model: string;
  readonly access: PduAccess;
  /** Outlets that are never switched. */
  readonly protected: readonly string[];
  /** Asked before each command leaves: whether it still may. */
  readonly mayAct?: MayAct | undefined;
}

/** Opens a PDU of any family. Throws `BenchError` when it is not reached, or is not what it is said to be. */
export function openPdu(options: PduOptions, clock: Clock): Promise<Pdu> {
  const { name, access, protected: kept, mayAct } = options;
  const model = pduModelNamed(options.model, name);
  const { snmp, http, powerman, web } = access;
  if (model.reach === 'snmp' && snmp)
    return openSnmpPdu({ name, model, access: snmp, protected: kept, mayAct }, clock);
  if (model.reach === 'http' && http)
    return openHttpPdu({ name, model, access: http, protected: kept, mayAct }, clock);
  if (model.reach === 'powerman' && powerman)
    return openPowermanPdu({ name, access: powerman, protected: kept, mayAct }, clock);
  if (model.reach === 'web' && web) return openWebPdu({ name, page: web, protected: kept, mayAct }, clock);
  throw new BenchError(
    name,
    `a PDU of the family ${model.name} is reached by ${model.reach}, which is not given`,
  );
}

/** A family by its name. Throws `BenchError` with the nearest one, in the name of the device that is said to be of it. */
export function pduModelNamed(name: string, device: string): PduModel {
  const model = pduModels.find((candidate) => candidate.name === name);
  if (model) return model;
  const known = pduModels.map((candidate) => candidate.name);
  throw new BenchError(device, `PDU model ${name} is not known${suggestion(name, known)}`);
}
