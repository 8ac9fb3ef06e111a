/**
 * What the page of a PDU looks like, secrets revealed. Selectors are those of Playwright; `{outlet}` in one stands for
 * the outlet.
 */
export interface WebPage {
  /** Where the page with the outlets is. Holds no secret. */
  readonly url: string;
  /** Exactly this certificate, by its SHA-256; absent, the browser decides. */
  readonly fingerprint?: string | undefined;
  /** The browser to start, by its name in the PATH or its path; absent, the first Chromium or Chrome there. */
  readonly browser?: string | undefined;
  readonly login?:
    | {
        readonly username: string;
        readonly password: string;
        /** The fields of its form, and what is clicked then; absent, the login is that of HTTP. */
        readonly form?:
          | { readonly username?: string | undefined; readonly password: string; readonly submit: string }
          | undefined;
      }
    | undefined;
  readonly outlets: readonly string[];
  /** What shows the state, and the words in it that mean on and off; anything else is unsettled. */
  readonly state: { readonly at: string; readonly on: string; readonly off: string };
  /** What is clicked. */
  readonly on: string;
  readonly off: string;
  /** What is clicked after that, where the page asks again. Dialogs of the browser are accepted. */
  readonly confirm?: string | undefined;
  readonly label?: string | undefined;
}
