import type { Question } from './question.ts';
import { isEnough } from './question.ts';

export { notAsked } from './not-asked.ts';

/** Whether a question is one to which a pair with this defect gives a wrong answer, by what the guides say of it. */
type Concern = (question: Question) => boolean;

const isUnitLoss: Concern = ({ fault }) => fault === 'unit-power-loss';
const isLinkLoss: Concern = ({ fault }) => fault === 'failover-link-down';

/** A failover has to follow. */
const failsOver: Concern = ({ fault, target, pair, at }) =>
  (fault === 'told-standby' && target === 'active') ||
  (fault === 'told-active' && target === 'standby') ||
  (fault === 'unit-power-loss' && target === 'active') ||
  (fault === 'interface-down' && target === 'active' && isEnough(pair, at));

/** The defects that a question can bring to light, each with those questions. */
export const defectConcerns: Readonly<Record<string, Concern>> = {
  'never-takes-over': failsOver,
  // Three hold times must lie beyond every reading of one: two polls and a promotion at the edges.
  'slow-takeover': (question) => {
    const { unitHoldMs, unitPollMs } = question.pair;
    return isUnitLoss(question) && 2 * unitHoldMs > 4 * unitPollMs + 1500;
  },
  // Two hold times, likewise.
  'double-hold-time': (question) => {
    const { unitHoldMs, unitPollMs } = question.pair;
    return isUnitLoss(question) && unitHoldMs > 4 * unitPollMs + 1500;
  },
  'ignores-no-failover-active': ({ fault, target }) => fault === 'told-standby' && target === 'active',
  'ignores-failover-active': ({ fault, target }) => fault === 'told-active' && target === 'standby',
  'ignores-link-loss': ({ fault, target, pair, at }) =>
    fault === 'interface-down' && target === 'active' && isEnough(pair, at),
  'both-active': isLinkLoss,
  'dead-data-path': (question) =>
    question.pair.interfaces.length > 1 &&
    (failsOver(question) || isLinkLoss(question) || isUnitLoss(question)),
  'outlet-acknowledges-only': isUnitLoss,
  'outlet-stuck-on': isUnitLoss,
  'outlet-loses-commands': isUnitLoss,
  'outlet-slow': isUnitLoss,
  'outlet-reports-wish': isUnitLoss,
  'port-acknowledges-only': ({ fault }) => fault === 'interface-down' || fault === 'failover-link-down',
};

/** The defects of the bench, not of the pair: the pair must not be blamed for them. */
export const benchDefects: ReadonlySet<string> = new Set([
  'outlet-acknowledges-only',
  'outlet-stuck-on',
  'outlet-loses-commands',
  'outlet-slow',
  'outlet-reports-wish',
  'port-acknowledges-only',
]);
