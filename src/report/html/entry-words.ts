import type { FailoverSighting, GroupSettings, HostReport, MessageTag, Sighting } from '../../pair/index.ts';
import type { Entry, Question } from '../../timeline/index.ts';
import { counted, measuredWords, seconds } from '../words.ts';

/** An entry of the timeline in one line: when, who, what. */
export interface EntryWords {
  readonly atMs: number;
  /** When it was over, if it lasted. */
  readonly toMs?: number;
  readonly who: string;
  readonly what: string;
  readonly raw?: string;
}

/** Says an entry in words; nothing of it is left out but what the raw words say anyway. */
export function entryWords(entry: Entry): EntryWords {
  switch (entry.kind) {
    case 'run':
      return {
        atMs: 0,
        who: 'run',
        what: `${entry.tool} on ${entry.bench} bench ${entry.topology.name}, ${entry.startedAt}`,
      };
    case 'scenario':
      return { atMs: entry.atMs, who: 'scenario', what: `${entry.title}: ${entry.fault} on ${entry.target}` };
    case 'pending':
      return { atMs: entry.atMs, who: 'scenario', what: `${entry.scenario} is not played: ${entry.why}` };
    case 'phase':
      return { atMs: entry.atMs, who: 'phase', what: entry.phase };
    case 'action-begun':
      return { atMs: entry.atMs, who: 'about to', what: entry.did };
    case 'action': {
      const { begunMs: atMs, doneMs: toMs, role, did, effectiveMs, effectWitness, skewMs, failed } = entry;
      const apart = skewMs ? `, its parts ${measuredWords(skewMs)} apart` : '';
      const effect = effectiveMs
        ? `; in effect at ${measuredWords(effectiveMs)}${apart}, seen by ${effectWitness ?? 'nobody named'}`
        : '';
      return {
        atMs,
        toMs,
        who: role,
        what: `${did}${effect}${failed === undefined ? '' : `; FAILED: ${failed}`}`,
      };
    }
    case 'observation': {
      const { askedMs: atMs, answeredMs: toMs, witness: who, saw, raw } = entry;
      return { atMs, toMs, who, what: sightingWords(saw), ...(raw === undefined ? {} : { raw }) };
    }
    case 'question':
      return questionWords(entry);
    case 'gap':
      return {
        atMs: entry.fromMs,
        toMs: entry.toMs,
        who: 'gap',
        what: `${entry.witness} could not see: ${entry.why}`,
      };
    case 'clock-step':
      return {
        atMs: entry.atMs,
        who: 'clock',
        what: `the clock on the wall was set ${entry.byMs < 0 ? 'back' : 'forward'} by ${seconds(Math.abs(entry.byMs))}, to ${entry.wall}; nothing is measured with it`,
      };
    case 'trouble':
      return {
        atMs: entry.atMs,
        who: 'trouble',
        what: `${entry.whose}: ${entry.message}${entry.benchLeftDirty === true ? ' (the bench was left dirty)' : ''}`,
      };
    case 'scenario-ended':
      return { atMs: entry.atMs, who: 'scenario', what: 'ended' };
    case 'ended':
      return { atMs: entry.atMs, who: 'run', what: 'ended' };
    default:
      return entry satisfies never;
  }
}

function questionWords({
  askedMs,
  answeredMs,
  witness,
  typed,
  context,
  answer,
  unanswered,
}: Question): EntryWords {
  const where = context === undefined ? '' : ` in context ${context}`;
  const came = answer ? answer.outcome : `no answer: ${unanswered ?? 'none on record'}`;
  const what = `asked ${typed.map((line) => `«${line}»`).join(', ')}${where}: ${came}`;
  return { atMs: askedMs, toMs: answeredMs, who: witness, what, ...(answer ? { raw: answer.text } : {}) };
}

function sightingWords(saw: Sighting): string {
  switch (saw.sight) {
    case 'failover':
      return failoverWords(saw);
    case 'message':
      return saw.message === 'other' ? `said: ${saw.text}` : `said (${saw.message}): ${saw.text}`;
    case 'silent':
      return 'silent: not a byte came';
    case 'unread':
      return `${saw.command}, line ${saw.line} not read: ${saw.why}`;
    case 'outlet':
      return `outlet ${saw.outlet} of ${saw.pdu} is ${saw.power}${saw.watts === undefined ? '' : `, drawing ${saw.watts} W`}`;
    case 'port':
      return `port ${saw.port} of ${saw.switch} is ${saw.oper}, set ${saw.admin}${saw.vlan === undefined ? '' : `, in VLAN ${saw.vlan}`}`;
    case 'probes': {
      const lost = saw.toSeq - saw.fromSeq + 1 - saw.received;
      const counts = `${counted(saw.received, 'probe')} through, ${lost} lost, ${saw.duplicated} doubled`;
      return `numbers ${saw.fromSeq} to ${saw.toSeq}: ${counts}; sent at most ${seconds(saw.worstLatenessMs)} late`;
    }
    case 'session':
      return `session ${saw.session} (${saw.protocol} over ${saw.flow}) is ${saw.state} since ${seconds(saw.sinceMs)}`;
    case 'identity':
      return `${saw.model}, serial number ${saw.serial}, software ${saw.firmware}`;
    case 'groups':
      return saw.groups.map(groupWords).join('; ');
    case 'syslog':
      return `${saw.text}${meaningOf(saw)}`;
    case 'trap':
      return `${saw.oid}${saw.text === undefined ? '' : `: ${saw.text}`}${meaningOf(saw)}`;
    default:
      return saw satisfies never;
  }
}

/** What the tool knows of a message, apart from its words. */
function meaningOf({ means }: MessageTag): string {
  return means === undefined ? '' : ` (${means})`;
}

function failoverWords({ on, thisHost, otherHost, failoverLink, stateLink }: FailoverSighting): string {
  if (!on) return 'failover is off';
  const hosts = [hostWords('itself', thisHost), hostWords('its mate', otherHost)].filter(
    (words) => words !== '',
  );
  const links = `failover link ${failoverLink}${stateLink === undefined ? '' : `, state link ${stateLink}`}`;
  return [...hosts, links].join('; ');
}

function hostWords(whom: string, host: HostReport | undefined): string {
  if (!host) return '';
  const ailing = host.interfaces
    .filter(({ health }) => health !== 'normal')
    .map(({ context, nameif, health }) => `${context === undefined ? '' : `${context} `}${nameif} ${health}`);
  const state = host.groups?.map((each) => `group ${each.group} ${each.state}`).join(', ') ?? host.state;
  return `${whom} (${host.unit}) ${state}${ailing.length === 0 ? '' : `, ${ailing.join(', ')}`}`;
}

function groupWords({ group, prefers, preemptAfterMs, contexts }: GroupSettings): string {
  const preempt = preemptAfterMs === undefined ? 'no preempt' : `preempt after ${seconds(preemptAfterMs)}`;
  return `group ${group}: ${prefers ?? 'no preference'}, ${preempt}, contexts ${contexts.join(', ') || 'none'}`;
}
