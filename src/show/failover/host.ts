import type { FailoverState, GroupId, InterfaceReport, UnitName } from '../../pair/index.ts';
import type { Cursor, LineReader } from '../line/cursor.ts';
import { firstOf, shaped } from '../line/fields.ts';
import { interfaceRow } from '../word/interface-row.ts';
import { stateWord } from '../word/state-word.ts';
import { groupWord, unitWord } from '../word/unit-word.ts';
import type { ModuleApplication, SlotFacts } from './slot.ts';
import { applicationRow, loggingLine, slotRow } from './slot.ts';

/** A failover group as one host has it. */
export interface GroupFacts {
  readonly group: GroupId;
  readonly state: FailoverState;
  readonly activeSeconds?: number;
}

/** `This host`, `Other host`, or in a context `This context` and `Peer context`, with the rows below. */
export interface HostFacts {
  /** Absent in a context, where the unit is not named. */
  readonly unit?: UnitName;
  /** Absent where the groups have states instead. */
  readonly state?: FailoverState;
  /** Cumulative; it restarts when the unit does. */
  readonly activeSeconds?: number;
  /** Empty except in Active/Active. */
  readonly groups: readonly GroupFacts[];
  readonly slots: readonly SlotFacts[];
  readonly interfaces: readonly InterfaceReport[];
}

/** Whose section it is. */
export type HostSide = 'this' | 'other';

interface Heading {
  readonly unit?: UnitName;
  readonly state?: FailoverState;
}

type Row =
  | { readonly state: FailoverState }
  | { readonly group: GroupId; readonly state: FailoverState }
  | { readonly activeSeconds: number }
  | { readonly slot: SlotFacts }
  | { readonly application: ModuleApplication }
  | { readonly loggingAddress: string }
  | { readonly interface: InterfaceReport };

const rowReaders: readonly LineReader<Row>[] = [
  shaped(/^State: ?(.+)$/i, (word = '') => {
    const state = stateWord(word);
    return state && { state };
  }),
  shaped(/^Group (\d+) State: ?(.+)$/i, (number = '', word = '') => {
    const group = groupWord(number);
    const state = stateWord(word);
    return group && state && { group, state };
  }),
  shaped(/^Active time: ?(\d+) \(secs?\)$/i, (seconds = '') => ({ activeSeconds: Number(seconds) })),
  (text) => {
    const slot = slotRow(text);
    return slot && { slot };
  },
  (text) => {
    const row = interfaceRow(text);
    return row && { interface: row };
  },
  (text) => {
    const application = applicationRow(text);
    return application && { application };
  },
  (text) => {
    const loggingAddress = loggingLine(text);
    return loggingAddress === undefined ? undefined : { loggingAddress };
  },
];

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

interface HostDraft extends Heading {
  state?: FailoverState;
  activeSeconds?: number;
  readonly groups: Draft<GroupFacts>[];
  readonly slots: (Draft<SlotFacts> & { readonly applications: ModuleApplication[] })[];
  readonly interfaces: InterfaceReport[];
}

/** Reads a section with its rows, or nothing if the next line does not open it. */
export function readHost(cursor: Cursor, side: HostSide): HostFacts | undefined {
  const heading = cursor.read((text) => headingOf(side, text));
  if (heading === undefined) return undefined;
  const host: HostDraft = { ...heading, groups: [], slots: [], interfaces: [] };
  cursor.readAll((text) => {
    const row = firstOf(rowReaders, text);
    return row !== undefined && place(host, row) ? row : undefined;
  });
  if (host.state === undefined && host.groups.length === 0)
    cursor.refuse('the state of the host or of its groups');
  return host;
}

function headingOf(side: HostSide, text: string): Heading | undefined {
  const host = /^(This|Other) host: ?(Primary|Secondary)(?: - (.+))?$/i.exec(text);
  const context = /^(This|Peer) context: ?(.+)$/i.exec(text);
  const whose = (host ?? context)?.[1]?.toLowerCase();
  if (whose === undefined || (whose === 'this') !== (side === 'this')) return undefined;
  const word = host === null ? context?.[2] : host[3];
  const state = word === undefined ? undefined : stateWord(word);
  if (word !== undefined && state === undefined) return undefined;
  const unit = unitWord(host?.[2] ?? '');
  return { ...(unit !== undefined && { unit }), ...(state !== undefined && { state }) };
}

/** Takes a row into the host; false if it has no place there: a second state, an application without a module. */
function place(host: HostDraft, row: Row): boolean {
  if ('slot' in row) host.slots.push({ ...row.slot, applications: [] });
  else if ('interface' in row) host.interfaces.push(row.interface);
  else if ('application' in row) return placeApplication(host, row.application);
  else if ('loggingAddress' in row) return placeLogging(host, row.loggingAddress);
  else if ('activeSeconds' in row) return placeActiveTime(host, row.activeSeconds);
  else if ('group' in row) return placeGroup(host, row);
  else if (host.state === undefined && host.groups.length === 0) host.state = row.state;
  else return false;
  return true;
}

function placeGroup(host: HostDraft, row: GroupFacts): boolean {
  if (host.state !== undefined || host.groups.some(({ group }) => group === row.group)) return false;
  host.groups.push({ ...row });
  return true;
}

function placeApplication(host: HostDraft, application: ModuleApplication): boolean {
  const slot = host.slots.at(-1);
  if (slot?.module === undefined) return false;
  slot.applications.push(application);
  return true;
}

function placeLogging(host: HostDraft, loggingAddress: string): boolean {
  const slot = host.slots.at(-1);
  if (slot?.module === undefined || slot.loggingAddress !== undefined) return false;
  slot.loggingAddress = loggingAddress;
  return true;
}

/** `Active time` belongs to the group above it, where there are groups. */
function placeActiveTime(host: HostDraft, activeSeconds: number): boolean {
  const owner = host.groups.at(-1) ?? host;
  if (owner.activeSeconds !== undefined) return false;
  owner.activeSeconds = activeSeconds;
  return true;
}
