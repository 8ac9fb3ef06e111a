/** HTTP: asking and telling one small server at a time. */
export type * from './access.ts';
export { HttpClient } from './http-client.ts';
export { pinnedKey } from './tls-key.ts';
export type { HttpAnswer, HttpRequest, LoginBy } from './http-client.ts';
