import type { Browser, BrowserServer, Page } from 'playwright-core';
import type { Clock } from '../../clock.ts';
import { within } from '../../clock.ts';
import { BenchError, messageOf } from '../../errors.ts';
import { pinnedKey } from '../../transport/index.ts';
import { findBrowser } from './find-browser.ts';
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

  constructor(device: string, page: WebPage, clock: Clock) {
    this.#device = device;
    this.#page = page;
    this.#clock = clock;
  }

  /** Does something on the page, freshly loaded. Throws `BenchError`, without the words of the login. */
  onPage<T>(does: (page: Page) => Promise<T>): Promise<T> {
    const mine = this.#turn.then(() => this.#bounded(does));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#letGo();
  }

  async #bounded<T>(does: (page: Page) => Promise<T>): Promise<T> {
    if (this.#closed) throw new BenchError(this.#device, 'we have closed its page');
    try {
      return await within(
        this.#clock,
        boundMs,
        (async () => {
          const page = await this.#fresh();
          return does(page);
        })(),
      );
    } catch (error) {
      if (error instanceof BenchError) throw error;
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
    if (answer && answer.status() >= 400)
      throw new BenchError(
        this.#device,
        `its page ${this.#page.url} is answered with ${answer.status()} ${answer.statusText()}`,
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
    const { url, fingerprint, login } = this.#page;
    const executablePath = this.#page.browser ?? findBrowser();
    if (executablePath === undefined)
      throw new BenchError(
        this.#device,
        'its page needs a browser, and there is no Chromium or Chrome in the PATH: install one, or name it as ' +
          'browser in the topology',
      );
    const { hostname, port } = new URL(url);
    const key =
      fingerprint === undefined
        ? undefined
        : await pinnedKey({ host: hostname, port: Number(port || 443), fingerprint }, this.#clock);
    // A third of a second that nobody pays who has no such PDU.
    const { chromium } = await import('playwright-core');
    this.#server = await chromium.launchServer({
      executablePath,
      timeout: stepMs,
      args: key === undefined ? [] : [`--ignore-certificate-errors-spki-list=${key}`],
    });
    this.#browser = await chromium.connect(this.#server.wsEndpoint(), { timeout: stepMs });
    const { username, password } = login ?? {};
    const context = await this.#browser.newContext(
      login && !login.form ? { httpCredentials: { username: username ?? '', password: password ?? '' } } : {},
    );
    context.setDefaultTimeout(stepMs);
    return context.newPage();
  }

  /** A browser that hangs does not close when it is asked to, and is ended. */
  async #letGo(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.#browser = undefined;
    this.#shown = undefined;
    if (server) await within(this.#clock, closeMs, server.close()).catch(() => server.kill());
  }

  /** The first line: what follows is the log of the browser, with what was typed. */
  #masked(error: unknown): string {
    const [first = ''] = messageOf(error).split('\n');
    const secret = this.#page.login?.password;
    return secret === undefined || secret === '' ? first : first.replaceAll(secret, '***');
  }
}
