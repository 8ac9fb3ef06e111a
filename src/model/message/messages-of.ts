import { isActive, isStandby, mateOf, unitNames } from '../../pair/index.ts';
import type { FailoverSettings, GroupId, Requirement, Stimulus, UnitName } from '../../pair/index.ts';
import { lossOf } from '../concern.ts';
import { roleMove } from '../invariant/role-move.ts';
import { viewsOf } from '../pair-state.ts';
import type { GroupView, PairState } from '../pair-state.ts';
import { predict } from '../predict.ts';
import type { Predicted } from '../rule.ts';
import { spokenMessages } from '../requirement/message.ts';
import type { MessageName } from './system-messages.ts';

/** A message that a unit sends because of something that happened. */
export interface SentMessage {
  readonly from: UnitName;
  readonly message: MessageName;
  /** Active/Active: the group that it speaks of. */
  readonly group?: GroupId;
  /** The interface that it names. */
  readonly nameif?: string;
  /** `must` where the guides promise it, `may` where only the system message guide has the text. */
  readonly word: 'must' | 'may';
  readonly requirements: readonly Requirement[];
}

type Sent = readonly SentMessage[];

const { bothSend, lineProtocol, lostCommunications, severalNames } = spokenMessages;

/**
 * The messages of a transition: of every role that moves, from both units that run («when a failover occurs, both units
 * send system messages»), and of the interface that is struck. In no order.
 */
export function messagesOf(pair: PairState, stimulus: Stimulus, settings: FailoverSettings): Sent {
  const views = viewsOf(pair);
  const moves = predict(pair, stimulus, settings).flatMap((each) => {
    const view = views.find(({ group }) => group === each.group);
    return view ? messagesOfMove(view, stimulus, each) : [];
  });
  const own = views[0] ? messagesOfItself(views[0], stimulus) : [];
  const runs = ({ from }: SentMessage): boolean => isHeardOf(pair, stimulus, from);
  return [...moves, ...(moves.some(isRole) ? bounced(moves) : []), ...own].filter(runs);
}

const isRole = ({ message }: SentMessage): boolean => message === 'toActive' || message === 'toStandby';

/** A unit without power sends none, nor does one that stops. */
function isHeardOf(pair: PairState, stimulus: Stimulus, unit: UnitName): boolean {
  if (stimulus.stimulus === 'unit-silent' && stimulus.unit === unit) return false;
  return pair.units[unit] !== 'off' || isBooting(stimulus, unit);
}

const isBooting = (stimulus: Stimulus, unit: UnitName): boolean =>
  stimulus.stimulus === 'both-units-booting' ||
  (stimulus.stimulus === 'unit-booting' && stimulus.unit === unit);

function messagesOfMove(view: GroupView, stimulus: Stimulus, predicted: Predicted): Sent {
  const [state] = predicted.states;
  if (predicted.prediction !== 'becomes' || state === undefined) return [];
  const { who, group } = predicted;
  const before = view.units[who];
  const by = (from: UnitName, message: MessageName, word: SentMessage['word']): SentMessage => ({
    from,
    message,
    word,
    requirements: word === 'must' ? [bothSend, severalNames] : [],
    ...(group !== undefined && { group }),
  });
  const wasActive = before !== 'off' && isActive(before);
  if (state === 'failed') {
    const noticed = stimulus.stimulus === 'unit-silent' ? 'noResponse' : 'mateReportsFailure';
    return [by(who, 'toFailed', 'may'), by(mateOf(who), noticed, 'may')];
  }
  if (isActive(state) && !wasActive) return [by(who, 'toActive', before === 'off' ? 'may' : 'must')];
  if (!isStandby(state)) return [];
  if (wasActive) return [by(who, 'toStandby', 'must')];
  return before === 'failed' ? [by(who, 'toOk', 'may')] : [];
}

/** During a switchover interfaces are shut down and brought up on the units whose roles move. */
const bounced = (moves: Sent): Sent =>
  [...new Set(moves.filter(isRole).map(({ from }) => from))].flatMap((from) =>
    (['protocolDown', 'protocolUp'] as const).map((message): SentMessage => ({
      from,
      message,
      word: 'must',
      requirements: [lineProtocol],
    })),
  );

const may = (from: UnitName, message: MessageName, nameif?: string): SentMessage => ({
  from,
  message,
  word: 'may',
  requirements: [],
  ...(nameif !== undefined && { nameif }),
});

/** What is said of the stimulus itself, whatever follows from it. */
function messagesOfItself(view: GroupView, stimulus: Stimulus): Sent {
  const ofBoth = (message: MessageName): Sent => unitNames.map((unit) => may(unit, message));
  const loss = lossOf(stimulus);
  if (loss && stimulus.stimulus === 'interface-down')
    return [may(loss.unit, 'linkDown', loss.nameif), ...lostOn(view, loss.nameif)];
  if (loss) return [may(loss.unit, 'testing', loss.nameif), ...lostOn(view, loss.nameif)];
  switch (stimulus.stimulus) {
    case 'interface-up':
      return [may(stimulus.unit, 'linkUp', stimulus.nameif)];
    case 'segment-silent':
      return lostOn(view, stimulus.nameif, 'must');
    case 'failover-link-down':
      return ofBoth('linkFailed');
    case 'failover-link-up':
      return ofBoth('linkOk');
    case 'told-off':
      return ofBoth('disabled');
    case 'told-on':
      return ofBoth('enabled');
    case 'unit-silent':
      return view.cable ? [may(mateOf(stimulus.unit), 'powerLost')] : [];
    default:
      return [];
  }
}

/**
 * Both units miss the hellos of an interface. The message is promised where nothing else follows: over a link that is
 * lost, or one that a single unit is cut off from, the roles can move first, and monitoring begins anew.
 */
const lostOn = ({ monitored }: GroupView, nameif: string, word: SentMessage['word'] = 'may'): Sent =>
  unitNames.map((from): SentMessage => ({
    from,
    message: 'lost',
    nameif,
    word: monitored.includes(nameif) ? word : 'may',
    requirements: [lostCommunications, severalNames],
  }));

/**
 * The units that must say something when the active role moves: both, but for one that does not run. Empty if it is
 * not promised that a role moves.
 */
export const speakersOf = (
  pair: PairState,
  stimulus: Stimulus,
  settings: FailoverSettings,
): readonly UnitName[] =>
  viewsOf(pair).some((view) => roleMove(view, stimulus, settings) === 'required')
    ? unitNames.filter((unit) => isHeardOf(pair, stimulus, unit))
    : [];
