import type { Requirement } from '../../pair/index.ts';
import { chapter13 } from './guides.ts';

const section = chapter13('Configuring Support for Asymmetrically Routed Packets');
const needs = chapter13('Configuring Support for Asymmetrically Routed Packets, Prerequisites');
const example = chapter13('Configuring Support for Asymmetrically Routed Packets, Example');

/** What becomes of a return packet that reaches the unit that does not hold its connection. */
export const asymmetricRouting = {
  dropped: {
    id: 'AA-ASR-DROPPED-WITHOUT',
    statement:
      'Without an ASR group, a return packet that reaches the unit that has no connection for it is dropped.',
    sources: [section, example],
    observed: { by: ['traffic', 'show-interface'] },
  },
  looksInGroup: {
    id: 'AA-ASR-LOOKS-IN-GROUP',
    statement:
      'An interface with an ASR group looks for the session of a packet that it does not know on the other interfaces of the same group only, and drops the packet if there is none.',
    sources: [section, example],
    observed: { by: ['session', 'traffic'] },
  },
  toMate: {
    id: 'AA-ASR-TO-MATE',
    statement:
      'A packet of a session that is active on the mate has its layer 2 header rewritten and is redirected to the mate, as long as the session lasts.',
    sources: [section, example],
    observed: { by: ['session', 'show-interface', 'frames'] },
  },
  sameUnit: {
    id: 'AA-ASR-SAME-UNIT',
    statement:
      'A packet of a session on another interface of the same unit has its layer 2 header rewritten and is put back into the stream.',
    sources: [section],
    observed: { by: ['session', 'show-interface'] },
  },
  needsStateful: {
    id: 'AA-ASR-NEEDS-STATEFUL',
    statement:
      'Support for asymmetric routing needs Active/Active failover and Stateful Failover; until these are enabled `asr-group` is accepted but has no effect.',
    sources: [needs],
    observed: { by: ['console', 'session', 'traffic'] },
  },
  needsHttp: {
    id: 'AA-ASR-NEEDS-HTTP-REPLICATION',
    statement: 'Asymmetrically routed HTTP packets are redirected only if HTTP state is replicated.',
    sources: [needs],
    observed: { by: ['session'] },
  },
  range: {
    id: 'AA-ASR-RANGE',
    statement: 'The number of an ASR group is from 1 to 32.',
    sources: [section],
    observed: { by: ['console', 'show-running-config'] },
  },
  onePerInterface: {
    id: 'AA-ASR-ONE-PER-INTERFACE',
    statement: 'A unit can have several ASR groups, an interface only one.',
    sources: [section],
    observed: { by: ['console', 'show-running-config'] },
  },
  entered: {
    id: 'AA-ASR-ENTERED-WHERE-ACTIVE',
    statement:
      '`asr-group` is entered for each interface on the unit where its context is active, and is replicated from there.',
    sources: [section],
    observed: { by: ['console', 'show-running-config'] },
  },
  counted: {
    id: 'AA-ASR-COUNTED',
    statement:
      '`show interface detail` counts the ASR packets that an interface transmitted, received and dropped.',
    sources: [section],
    observed: { by: ['show-interface'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;
