import type { ConsoleLogin, ConsoleWay } from '../../device/index.ts';
import type { Secrets, ConsoleWay as WrittenWay } from '../../topology/index.ts';

/** A way to a console as its driver takes it, secrets revealed. */
export function revealWay(way: WrittenWay, secrets: Secrets): ConsoleWay {
  if ('serial' in way) {
    const { device, pace, ...settings } = way.serial;
    return { serial: { device, ...revealSettings(settings) }, ...paceOf(pace) };
  }
  if ('tcp' in way) {
    const { pace, ...at } = way.tcp;
    return { tcp: at, ...paceOf(pace) };
  }
  if ('telnet' in way) return { telnet: revealTelnet(way.telnet, secrets), ...paceOf(way.telnet.pace) };
  if ('conserver' in way) {
    const { login, pace, ...at } = way.conserver;
    return { conserver: { ...at, login: revealLogin(login, secrets) }, ...paceOf(pace) };
  }
  const { host, port, login, escape, pace } = way.ssh;
  const shell = { host, port, ...revealLogin(login, secrets), ...revealTrust(way.ssh) };
  return { ssh: { ...shell, ...(escape === undefined ? {} : { escape }) }, ...paceOf(pace) };
}

type Written<Kind extends string> = Extract<WrittenWay, Record<Kind, unknown>>;
type WrittenTelnet = Written<'telnet'>['telnet'];
type WrittenSsh = Written<'ssh'>['ssh'];
type WrittenClear = NonNullable<WrittenTelnet['clear-line']>;
type WrittenSettings = NonNullable<WrittenTelnet['rfc2217']>;
type Telnet = Extract<ConsoleWay, { telnet: unknown }>['telnet'];

function revealTelnet(way: WrittenTelnet, secrets: Secrets): Telnet {
  const { host, port, login, rfc2217, 'clear-line': clear } = way;
  return {
    host,
    port,
    ...(login ? { login: revealLogin(login, secrets) } : {}),
    ...(rfc2217 ? { rfc2217: revealSettings(rfc2217) } : {}),
    ...(clear ? { clearLine: revealClear(clear, secrets) } : {}),
  };
}

function revealClear(clear: WrittenClear, secrets: Secrets): NonNullable<Telnet['clearLine']> {
  const { line, by, port = by === 'ssh' ? 22 : 23, login, enable } = clear;
  return {
    line,
    by,
    port,
    login: revealLogin(login, secrets),
    ...(enable ? { enable: secrets.reveal(enable) } : {}),
    ...revealTrust(clear),
  };
}

function revealSettings(written: WrittenSettings): NonNullable<Telnet['rfc2217']> {
  const { baud, parity, dtr, rts } = written;
  return {
    baud,
    parity,
    dataBits: written['data-bits'],
    stopBits: written['stop-bits'],
    flowControl: written['flow-control'],
    ...(dtr === undefined ? {} : { dtr }),
    ...(rts === undefined ? {} : { rts }),
  };
}

type Trust = Pick<NonNullable<Telnet['clearLine']>, 'fingerprint' | 'legacy'>;

export function revealTrust({
  fingerprint,
  legacy,
  algorithms,
}: Pick<WrittenSsh, 'fingerprint' | 'legacy' | 'algorithms'>): Trust {
  return { ...(fingerprint === undefined ? {} : { fingerprint }), legacy: algorithms ?? legacy };
}

export function revealLogin({ username, password }: WrittenSsh['login'], secrets: Secrets): ConsoleLogin {
  return { username, password: secrets.reveal(password) };
}

function paceOf(pace: number | undefined): { paceMs?: number } {
  return pace === undefined ? {} : { paceMs: pace };
}
