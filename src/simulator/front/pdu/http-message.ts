/** Requests and answers of the web server of a PDU, as far as its families look at them. */

/** Whether somebody is known, and what they may do. */
export type Standing = 'writer' | 'reader' | 'stranger';

/** A request whose body has arrived. */
export interface HttpQuestion {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
  /** Of who asks; for families that ask themselves, that of a stranger. */
  readonly standing: Standing;
  readonly standingOf: (user: string, password: string) => Standing;
}

/** What is sent back. */
export interface HttpAnswer {
  readonly status: number;
  readonly type?: 'application/json' | 'text/html' | 'text/plain';
  readonly body: string;
}

/** An answer in JSON. */
export function inJson(value: unknown, status = 200): HttpAnswer {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

/** An answer in plain words. */
export function inWords(status: number, body: string): HttpAnswer {
  return { status, type: 'text/plain', body };
}

/** The members of a JSON object; empty for anything else. Never throws. */
export function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** A value as an object; empty for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
