import type { Cursor } from '../line/cursor.ts';
import { firstOf } from '../line/fields.ts';
import type { ShowParser } from '../parser.ts';
import { showParser } from '../parser.ts';
import { counterLine, queueLine, rateLine, ringLine } from './count-lines.ts';
import type { InterfaceCounter, InterfaceFacts, InterfaceQueue, TrafficRate } from './facts.ts';
import { interfaceHeading } from './heading.ts';
import {
  asrHeading,
  managementLine,
  memberHeading,
  memberLine,
  remarkLine,
  trafficHeading,
} from './remark-lines.ts';
import { singleLines } from './single-lines.ts';

/** `show interface` of ASA and of PIX 6, of all interfaces or of one, also with `detail`. */
export const showInterface: ShowParser<readonly InterfaceFacts[]> = showParser(
  'show interface [<port>] [<number>] [detail]',
  readInterfaces,
);

interface InterfaceDraft {
  single: Partial<InterfaceFacts>;
  managementOnly: boolean;
  /** Which list the next counters belong to. */
  section: 'counters' | 'traffic' | 'asymmetricRouting';
  readonly members: string[];
  readonly counters: InterfaceCounter[];
  readonly queues: InterfaceQueue[];
  readonly traffic: InterfaceCounter[];
  readonly rates: TrafficRate[];
  readonly asymmetricRouting: InterfaceCounter[];
  readonly remarks: string[];
}

function readInterfaces(cursor: Cursor): readonly InterfaceFacts[] {
  const interfaces: InterfaceFacts[] = [];
  for (let heading = cursor.read(interfaceHeading); heading; heading = cursor.read(interfaceHeading)) {
    const draft = emptyDraft();
    cursor.readAll((text) => (takeLine(draft, text) ? true : undefined));
    const { single, section: _, ...lists } = draft;
    interfaces.push({ ...heading, ...single, ...lists });
  }
  if (interfaces.length === 0) cursor.refuse('`Interface <port> "<name>", is up, line protocol is up`');
  return interfaces;
}

function emptyDraft(): InterfaceDraft {
  return {
    single: {},
    managementOnly: false,
    section: 'counters',
    members: [],
    counters: [],
    queues: [],
    traffic: [],
    rates: [],
    asymmetricRouting: [],
    remarks: [],
  };
}

function takeLine(draft: InterfaceDraft, text: string): boolean {
  const single = firstOf(singleLines, text);
  if (single !== undefined) return takeSingle(draft, single);
  return takeHeading(draft, text) || takeManagement(draft, text) || takeRow(draft, text);
}

function takeSingle(draft: InterfaceDraft, single: Partial<InterfaceFacts>): boolean {
  if (Object.keys(single).some((key) => key in draft.single)) return false;
  draft.single = { ...draft.single, ...single };
  return true;
}

function takeHeading(draft: InterfaceDraft, text: string): boolean {
  if (trafficHeading(text) !== undefined) draft.section = 'traffic';
  else if (asrHeading(text)) draft.section = 'asymmetricRouting';
  else return memberHeading(text) === true;
  return true;
}

function takeManagement(draft: InterfaceDraft, text: string): boolean {
  const blocked = managementLine(text);
  if (blocked === undefined) return false;
  draft.managementOnly = true;
  draft.traffic.push({ name: 'through-the-device packets blocked', value: blocked });
  return true;
}

/** Rates come before counters: `1 minute drop rate, 0 pkts/sec` begins with a number too. */
function takeRow(draft: InterfaceDraft, text: string): boolean {
  return (
    keep(draft.rates, rateLine(text)) ||
    keep(draft.queues, queueLine(text)) ||
    keep(draft.remarks, remarkLine(text)) ||
    keep(draft.members, memberLine(text)) ||
    keepAll(draft.counters, ringLine(text)) ||
    keepAll(draft[draft.section], counterLine(text))
  );
}

function keep<T>(list: T[], found: T | undefined): boolean {
  if (found === undefined) return false;
  list.push(found);
  return true;
}

function keepAll<T>(list: T[], found: readonly T[] | undefined): boolean {
  if (found === undefined) return false;
  for (const one of found) list.push(one);
  return true;
}
