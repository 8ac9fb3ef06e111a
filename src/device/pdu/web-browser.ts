import type { Browser, BrowserServer, Page } from 'playwright-core';
import { childEnvironment } from '../../child-environment.ts';
import type { Clock } from '../../clock.ts';
import { within } from '../../clock.ts';
import { BenchError, LeaseLost, messageOf } from '../../errors.ts';
import { pinnedKey } from '../../transport/index.ts';
import { findBrowser } from './find-browser.ts';
import { stayAt } from './stay-at.ts';
import type { WebPage } from './web-page.ts';

/** For each step on the page, and for all steps of one thing that is done. */
const stepMs = 10_000;
const boundMs = 30_000;
const closeMs = 5000;

/**
 * A browser with the page of one PDU: logged in, one thing at a time, each within its bound. It is started when it
 * is first needed, and again after it has gone or was too slow.
 */
export class WebBrowser {
  readonly #device: string;
  readonly #page: WebPage;
  readonly #clock: Clock;
  #server: BrowserServer | undefined;
  #browser: Browser | undefined;
  #shown: Page | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** How often everything was let go of: a browser that was begun before that is of no use any more. */
  #timesLeft = 0;

  constructor(device: string, page: WebPage, clock: Clock) {
    this.#device = device;
    this.#page = page;
    this.#clock = clock;
  }

  /**
   * Does something on the page, freshly loaded. Throws `BenchError`, without the words of the login; `signal` is
   * aborted when it took too long, and nothing is to be clicked then.
   */
  onPage<T>(does: (page: Page, signal: AbortSignal) => Promise<T>): Promise<T> {
    const mine = this.#turn.then(() => this.#bounded(does));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#letGo();
  }

  async #bounded<T>(does: (page: Page, signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closed) throw new BenchError(this.#device, 'we have closed its page');
    const over = new AbortController();
    try {
      return await within(
        this.#clock,
        boundMs,
        (async () => {
          const page = await this.#fresh();
          over.signal.throwIfAborted();
          return does(page, over.signal);
        })(),
      );
    } catch (error) {
      over.abort(error);
      if (error instanceof BenchError || error instanceof LeaseLost) throw error;
      // Whether it is the page that hangs or the browser, the next thing begins with another one.
      await this.#letGo();
      throw new BenchError(this.#device, `its page ${this.#page.url}: ${this.#masked(error)}`);
    }
  }

  async #fresh(): Promise<Page> {
    if (!this.#shown || this.#shown.isClosed() || this.#browser?.isConnected() !== true)
      this.#shown = await this.#start();
    const page = this.#shown;
    await this.#load(page);
    const form = this.#page.login?.form;
    if (form && (await page.locator(form.password).count()) > 0) {
      await this.#logIn(page, form);
      await this.#load(page);
      if ((await page.locator(form.password).count()) > 0)
        throw new BenchError(this.#device, 'the user name or the password is refused by its page');
    }
    return page;
  }

  async #load(page: Page): Promise<void> {
    const answer = await page.goto(this.#page.url, { waitUntil: 'load' });
    this.#refuseElsewhere(page);
    if (answer && answer.status() >= 400)
      throw new BenchError(
        this.#device,
        `its page ${this.#page.url} is answered with ${answer.status()} ${answer.statusText()}`,
      );
  }

  /** What is typed into a page, and clicked there, is for the PDU that the topology names, and for no other. */
  #refuseElsewhere(page: Page): void {
    const [shown, meant] = [new URL(page.url()).origin, new URL(this.#page.url).origin];
    if (shown !== meant)
      throw new BenchError(
        this.#device,
        `its page ${this.#page.url} leads to ${shown}; if that is the same PDU, write its address there`,
      );
  }

  async #logIn(page: Page, form: NonNullable<NonNullable<WebPage['login']>['form']>): Promise<void> {
    const { username = '', password = '' } = this.#page.login ?? {};
    if (form.username !== undefined) await page.locator(form.username).fill(username);
    await page.locator(form.password).fill(password);
    const answered = page.waitForResponse(() => true);
    await Promise.all([answered, page.locator(form.submit).click()]);
    await page.waitForLoadState();
  }

  async #start(): Promise<Page> {
    await this.#letGo();
    const begun = this.#timesLeft;
    const { url, fingerprint, login } = this.#page;
    const executablePath = findBrowser(this.#page.browser);
    if (executablePath === undefined)
      throw new BenchError(
        this.#device,
        `its page needs a browser, and there is no ${this.#page.browser ?? 'Chromium or Chrome'} in the PATH: ` +
          'install one',
      );
    const key = fingerprint === undefined ? undefined : await this.#pinned(url, fingerprint);
    // A third of a second that nobody pays who has no such PDU.
    const { chromium } = await import('playwright-core');
    const server = await chromium.launchServer({
      executablePath,
      timeout: stepMs,
      env: childEnvironment(process.env),
      args: key === undefined ? [] : [`--ignore-certificate-errors-spki-list=${key}`],
    });
    if (this.#closed || begun !== this.#timesLeft) {
      await end(server, this.#clock);
      throw new BenchError(this.#device, 'we have closed its page');
    }
    this.#server = server;
    this.#browser = await chromium.connect(server.wsEndpoint(), { timeout: stepMs });
    const { username = '', password = '' } = login ?? {};
    const { origin } = new URL(url);
    const context = await this.#browser.newContext(
      // What a page gives to be kept is not taken: neither files nor what works on behind it.
      {
        acceptDownloads: false,
        serviceWorkers: 'block',
        ...(login && !login.form && { httpCredentials: { username, password, origin } }),
      },
    );
    context.setDefaultTimeout(stepMs);
    const page = await context.newPage();
    await stayAt(origin, page);
    return page;
  }

  #pinned(url: string, fingerprint: string): Promise<string> {
    const { hostname, port, protocol } = new URL(url);
    if (protocol !== 'https:')
      throw new BenchError(
        this.#device,
        `its page ${url} shows no certificate; write https, or no fingerprint`,
      );
    const host = hostname.replace(/^\[|\]$/g, '');
    return pinnedKey({ host, port: Number(port || 443), fingerprint }, this.#clock);
  }

  async #letGo(): Promise<void> {
    const server = this.#server;
    this.#timesLeft += 1;
    this.#server = undefined;
    this.#browser = undefined;
    this.#shown = undefined;
    if (server) await end(server, this.#clock);
  }

  /** The first line: what follows is the log of the browser, with what was typed. */
  #masked(error: unknown): string {
    const [first = ''] = messageOf(error).split('\n');
    const secret = this.#page.login?.password;
    return secret === undefined || secret === '' ? first : first.replaceAll(secret, '***');
  }
}

/** A browser that hangs does not close when it is asked to, and is ended. */
async function end(server: BrowserServer, clock: Clock): Promise<void> {
  await within(clock, closeMs, server.close())
    .catch(() => within(clock, closeMs, server.kill()))
    .catch(() => undefined);
}
