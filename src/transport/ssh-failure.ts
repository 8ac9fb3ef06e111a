import { errorCode } from './error-code.ts';

/** What an error of the SSH client means and what to look at next. Goes by its level, never by its wording. */
export function explainSsh(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const level = 'level' in error && typeof error.level === 'string' ? error.level : '';
  const advice = adviceByLevel[level];
  const code = errorCode(error);
  if (level === 'client-socket' && code === 'ECONNREFUSED')
    return 'the connection was refused (ECONNREFUSED). Check the port, and whether this address may connect';
  return advice === undefined ? error.message : `${error.message}. ${advice}`;
}

const adviceByLevel: Readonly<Record<string, string>> = {
  'client-authentication': 'The login was refused: check the user name and the secret behind its reference',
  'client-socket': 'Is the host reachable from here, and does it accept another session?',
  'client-timeout': 'The far end no longer answers: did it lose power, or its address?',
  handshake: 'Both ends speak no algorithm in common: old firmware needs legacy: true',
  protocol: 'The far end does not speak SSH as expected: is this the right port?',
};
