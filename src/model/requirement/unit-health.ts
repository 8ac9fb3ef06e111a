import type { Requirement } from '../../pair/index.ts';
import { chapter13, document77809 } from './guides.ts';

const monitoring = chapter13('Unit Health Monitoring');
const configuring = chapter13('Configuring Unit Health Monitoring');
const polltime = document77809('Failover Polltime');
const waiting = document77809('Failover Monitoring');

/** How a unit finds out that its mate is gone. */
export const unitHealth = {
  hello: {
    id: 'UH-HELLO',
    statement:
      'Each unit sends hello messages to its mate over the failover link, once in every unit poll time.',
    sources: [configuring, chapter13('Failover Link'), polltime],
    observed: { by: ['frames', 'port'] },
  },
  unitState: {
    id: 'UH-STATE-EXCHANGED',
    statement: 'Each unit tells its mate over the failover link whether it is active or standby.',
    sources: [chapter13('Failover Link')],
    observed: {
      by: ['show-failover'],
      how: 'What each unit says of its mate is what the mate says of itself.',
    },
  },
  missedHellos: {
    id: 'UH-MISSED-HELLOS',
    statement:
      'A unit that misses a few hellos in a row on the failover link sends hellos on every interface, the failover interface among them, before it decides anything.',
    sources: [monitoring, configuring],
    observed: { by: ['frames', 'show-failover', 'syslog'] },
    note: '«Unit Health Monitoring» says three hellos in a row and either unit; «Configuring Unit Health Monitoring» says two polling periods and the standby unit. A bench may ask for nothing earlier than two and nothing later than three.',
    differs: [{ dialects: 'PIX 6.x', how: 'Two missed polls of 3 to 15 seconds are a failure.' }],
  },
  answersOnLink: {
    id: 'UH-ANSWERS-ON-LINK',
    statement: 'A mate that answers on the failover interface causes no failover.',
    sources: [monitoring],
    observed: { by: ['show-failover', 'traffic'] },
  },
  answersElsewhere: {
    id: 'UH-ANSWERS-ELSEWHERE',
    statement:
      'A mate that is silent on the failover link but answers on another interface causes no failover; the link is marked as failed.',
    sources: [monitoring],
    observed: { by: ['show-failover', 'port', 'syslog'] },
  },
  silentEverywhere: {
    id: 'UH-SILENT-EVERYWHERE',
    statement:
      'A mate that answers on no interface at all is classified as failed, and the standby unit switches to active.',
    sources: [
      monitoring,
      chapter13('Active/Standby Failover, Failover Actions', 'Table 13-2'),
      document77809('Failover Actions'),
    ],
    observed: { by: ['show-failover', 'outlet', 'traffic', 'syslog'] },
  },
  hold: {
    id: 'UH-HOLD',
    statement:
      'If neither a hello nor an answer to the interface tests is received within the hold time, the standby unit becomes active.',
    sources: [configuring],
    observed: { by: ['show-failover', 'traffic'] },
    note: 'The hold time counts from the hello that is missed; a hold time that is nearly over at the moment of the fault makes the failover earlier by up to one poll time.',
  },
  mateDeclaredFailed: {
    id: 'UH-MATE-DECLARED-FAILED',
    statement:
      'The hold time is the period in which a hello must arrive on the failover link, after which the mate is declared failed.',
    sources: [polltime, chapter13('show failover—Active/Standby', 'Table 13-8')],
    observed: { by: ['show-failover', 'syslog'] },
  },
  fasterPoll: {
    id: 'UH-FASTER-POLL',
    statement: 'A shorter poll time and hold time make a failed unit be noticed, and failover occur, sooner.',
    sources: [monitoring, configuring],
    observed: { by: ['traffic', 'show-failover'], how: 'The same fault is timed with several settings.' },
  },
  falseFailures: {
    id: 'UH-FALSE-FAILURES',
    statement:
      'With the shortest poll and hold times, a congested network or a unit near full load can cause failures to be seen that are none.',
    sources: [monitoring, configuring, polltime],
    observed: { unobservable: 'It says what may happen, not what must: neither outcome breaks it.' },
  },
  pollCost: {
    id: 'UH-POLL-COST',
    statement: 'Shorter poll times consume more of the resources of a unit.',
    sources: [configuring],
    observed: {
      by: ['console', 'snmp'],
      how: 'Its CPU load is read with several settings; no amount is promised.',
    },
  },
  cableStates: {
    id: 'UH-CABLE-STATES',
    statement:
      'A unit on a failover cable tells a healthy cable, a cable missing on its own side, one missing on the other side, and a mate without power apart.',
    sources: [chapter13('show failover—Active/Standby', 'Table 13-8')],
    observed: { by: ['show-failover', 'outlet', 'syslog'] },
    only: 'PIX 500, cable-based',
    note: 'The guides give no time for it.',
    differs: [
      {
        dialects: 'PIX 6.x',
        how: 'Loss of power or of the cable is noticed at once, without waiting for polls.',
      },
    ],
  },
  otherWatch: {
    id: 'UH-WATCHED-WHILE-WAITING',
    statement:
      'While interfaces are still waiting, power, loss of link and the hellos on the failover cable are watched all the same.',
    sources: [waiting],
    observed: { by: ['show-failover', 'outlet', 'port'] },
  },
  failedUnitSilent: {
    id: 'UH-FAILED-UNIT-LEAVES',
    statement:
      'A unit that failed by an interface removes itself from the network, its interfaces down, and sends no more hellos on it.',
    sources: [document77809('Unit Failure')],
    observed: { by: ['show-failover', 'port', 'frames'] },
    note: 'The output beside it is of PIX 6.x; by «Interface Monitoring» of chapter 13 a failed unit goes on listening and recovers on traffic.',
  },
} as const satisfies Readonly<Record<string, Requirement>>;
