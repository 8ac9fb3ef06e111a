import type { Cancel } from '../../clock.ts';

/** One request of a unit to a web server. */
export interface WebRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
}

/** What came back, or why nothing did. */
export type WebAnswer =
  | { readonly status: number; readonly content: Uint8Array }
  | { readonly failed: string };

/** The web as a unit reaches it; a bench that is on no network has none. */
export type Web = (request: WebRequest, done: (answer: WebAnswer) => void) => Cancel;

/** No server answers. */
export const noWeb: Web = (_request, done) => {
  done({ failed: 'no route to host' });
  return () => undefined;
};
