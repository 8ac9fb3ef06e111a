import { DeadlinePassed } from '../clock.ts';
import type { AlgorithmKind, LegacyWish } from './ssh-algorithms.ts';
import { algorithmKinds, legacyAlgorithms, offerWith } from './ssh-algorithms.ts';
import type { SshGreeting } from './ssh-greeting.ts';

/** What was known of a login when it failed. */
export interface SshAttempt {
  readonly greeting: SshGreeting;
  readonly legacy: LegacyWish;
  /** It took the call, and closed it without a word. */
  readonly hungUp: boolean;
  /** The host key was accepted, and the far end has proved that it is its own. */
  readonly hasProved: boolean;
}

/** Why there is no shell, and what to look at next. Goes by what was seen and by levels, never by wording. */
export function explainLogin(error: unknown, { greeting, legacy, hungUp, hasProved }: SshAttempt): string {
  const { ident, offers } = greeting;
  if (error instanceof DeadlinePassed) return `${error.message} ${whereItStopped(ident, hasProved)}`;
  if (ident !== undefined && /^SSH-1\.(?!99-)/.test(ident))
    return `${ident} is all that it says: it speaks version 1 of SSH alone, which is not spoken here. Reach it over telnet`;
  if (hungUp) return taken;
  const missing = offers && levelOf(error) === 'handshake' ? notInCommon(offers, legacy) : undefined;
  return missing ?? explainSsh(error);
}

/** What an error of the SSH client means and what to look at next. Goes by its level, never by its wording. */
export function explainSsh(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const advice = adviceByLevel[levelOf(error)];
  return advice === undefined ? error.message : `${error.message}. ${advice}`;
}

/** The limit stands in the ASA's message 710004. */
const taken =
  'it took the call and hung up without a word. Are all its sessions taken? An appliance has five of them for SSH; ' +
  '"show ssh sessions" on its console says who holds them, and "ssh disconnect" ends one';

const adviceByLevel: Readonly<Record<string, string>> = {
  'client-authentication': 'The login was refused: check the user name and the secret behind its reference',
  'client-socket': 'The connection broke: does the host still answer?',
  'client-timeout': 'The far end no longer answers: did it lose power, or its address?',
  protocol: 'The far end does not speak SSH as expected: is this the right port?',
};

function levelOf(error: unknown): string {
  return error instanceof Error && 'level' in error && typeof error.level === 'string' ? error.level : '';
}

function whereItStopped(ident: string | undefined, hasProved: boolean): string {
  if (ident === undefined)
    return 'since it took the call: does its SSH server hang, or is this another port?';
  return hasProved
    ? `after it had proved who it is (${ident}): does it wait for its authentication server?`
    : `after it had said that it is ${ident}: does it hang, or is it slow at arithmetic?`;
}

const forWhat: Readonly<Record<AlgorithmKind, string>> = {
  kex: 'to exchange keys',
  serverHostKey: 'as its host key',
  cipher: 'to encrypt',
  hmac: 'to authenticate messages',
};

/** What both ends lack in common, and what to write so that they have it; nothing if that is not the trouble. */
function notInCommon(offers: Readonly<Record<AlgorithmKind, readonly string[]>>, wish: LegacyWish) {
  const ours = offerWith(wish);
  const lacking = algorithmKinds.filter((kind) => !offers[kind].some((one) => ours[kind].includes(one)));
  if (lacking.length === 0) return undefined;
  const said = lacking.map((kind) => `${offers[kind].join(', ') || 'nothing'} ${forWhat[kind]}`).join('; ');
  const remedies = lacking.map((kind) => legacyAlgorithms.find((one) => offers[kind].includes(one)));
  const why = `both ends speak no algorithm in common: it offers only ${said}`;
  if (remedies.includes(undefined)) return `${why}. Part of that is not spoken here at all; use another way`;
  const asked = [...(typeof wish === 'boolean' ? [] : wish), ...remedies].join(', ');
  return `${why}. That is no longer sound, and has to be asked for: write algorithms: [${asked}] where the topology says ssh, or legacy: true for all of them`;
}
