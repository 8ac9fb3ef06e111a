import type { Dialog, Locator, Page } from 'playwright-core';
import type { Clock } from '../../clock.ts';
import { BenchError, messageOf } from '../../errors.ts';
import { suggestion } from '../../nearest.ts';
import type { MayAct } from '../../transport/index.ts';
import type { Acknowledgement } from '../acknowledgement.ts';
import { onDevice } from '../on-device.ts';
import type { OutletReading, Pdu } from './pdu.ts';
import { refuseLacking, refuseProtected } from './protected-outlets.ts';
import { WebBrowser } from './web-browser.ts';
import type { WebPage } from './web-page.ts';

/** Which PDU, and what its page looks like. */
export interface WebPduOptions {
  readonly name: string;
  readonly page: WebPage;
  /** Outlets that are never switched. */
  readonly protected: readonly string[];
  /** Asked before each click. */
  readonly mayAct?: MayAct | undefined;
}

/** What a page tells a PDU with: a form, or a script. */
const telling: readonly string[] = ['document', 'xhr', 'fetch'];

/**
 * A PDU that is switched on its page. Starts a browser at once; throws `BenchError` when the page does not show the
 * state of every outlet that the topology names.
 */
export async function openWebPdu(options: WebPduOptions, clock: Clock): Promise<Pdu> {
  const { name, page, protected: kept } = options;
  refuseLacking(name, kept, page.outlets);
  const pdu = new WebPdu(options, clock);
  try {
    for (const outlet of page.outlets) await pdu.read(outlet);
    return pdu;
  } catch (error) {
    await pdu.close();
    throw error;
  }
}

class WebPdu implements Pdu {
  readonly name: string;
  readonly #page: WebPage;
  readonly #protected: readonly string[];
  readonly #browser: WebBrowser;
  readonly #clock: Clock;
  readonly #mayAct: MayAct | undefined;

  constructor({ name, page, protected: kept, mayAct }: WebPduOptions, clock: Clock) {
    this.#mayAct = mayAct;
    this.name = name;
    this.#page = page;
    this.#protected = kept;
    this.#clock = clock;
    this.#browser = new WebBrowser(name, page, clock);
  }

  outlets(): Promise<readonly string[]> {
    return Promise.resolve(this.#page.outlets);
  }

  read(outlet: string): Promise<OutletReading> {
    return onDevice(this.name, `read outlet ${outlet}`, async () => {
      this.#refuseUnknown(outlet);
      const { state, label } = this.#page;
      const askedMs = this.#clock.nowMs();
      return this.#browser.onPage<OutletReading>(async (page) => {
        const raw = await this.#textAt(page, state.at, outlet, 'its state');
        const given = label === undefined ? undefined : await this.#textAt(page, label, outlet, 'its label');
        return {
          power: raw === state.on ? 'on' : raw === state.off ? 'off' : 'unsettled',
          ...(given === undefined ? {} : { label: given }),
          askedMs,
          answeredMs: this.#clock.nowMs(),
          raw: given === undefined ? raw : `${given}: ${raw}`,
        };
      });
    });
  }

  set(outlet: string, wish: 'on' | 'off'): Promise<Acknowledgement> {
    return onDevice(this.name, `switch outlet ${outlet} ${wish}`, async () => {
      refuseProtected(this.name, this.#protected, outlet);
      this.#refuseUnknown(outlet);
      let hasClicked = false;
      try {
        return await this.#browser.onPage(async (page, signal) => {
          page.on('dialog', accept);
          try {
            return await this.#click(page, outlet, wish, async () => {
              await this.#mayAct?.();
              signal.throwIfAborted();
              hasClicked = true;
            });
          } finally {
            page.off('dialog', accept);
          }
        });
      } catch (error) {
        throw hasClicked ? await this.#unknown(outlet, error) : error;
      }
    });
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** A click that failed may have done what it was meant to: the browser is asked to go, and clicks until it is gone. */
  async #unknown(outlet: string, cause: unknown): Promise<BenchError> {
    const now = await this.read(outlet).then(
      ({ power }) => `it reads ${power} now`,
      (error: unknown) => `it could not be read either: ${messageOf(error)}`,
    );
    const said = messageOf(cause).replace(`${this.name}: `, '');
    return new BenchError(
      this.name,
      `${said}; what the click on outlet ${outlet} did is not known; ${now}. Look at the outlet itself`,
      { cause },
    );
  }

  /** `clicks` is called before each click, and throws when it is too late for one. */
  async #click(
    page: Page,
    outlet: string,
    wish: 'on' | 'off',
    clicks: () => Promise<void>,
  ): Promise<Acknowledgement> {
    const { confirm } = this.#page;
    let button = await this.#theOne(page, this.#page[wish], outlet, `what turns it ${wish}`);
    const askedMs = this.#clock.nowMs();
    await clicks();
    if (confirm !== undefined) {
      await button.click();
      button = page.locator(filled(confirm, outlet));
      await button.waitFor();
      await clicks();
    }
    const told = page.waitForResponse((answer) => telling.includes(answer.request().resourceType()));
    const [answer] = await Promise.all([told, button.click()]);
    // A page that is left before its answer was here may never have told the PDU.
    await answer.finished();
    if (answer.status() >= 400)
      throw new BenchError(this.name, `its page is answered with ${answer.status()} ${answer.statusText()}`);
    const raw = `${answer.request().method()} answered with ${answer.status()}`;
    return { askedMs, answeredMs: this.#clock.nowMs(), raw };
  }

  async #textAt(page: Page, selector: string, outlet: string, what: string): Promise<string> {
    const found = await this.#theOne(page, selector, outlet, what);
    return (await found.innerText()).trim();
  }

  /** Exactly one: of two that fit, either could be that of another outlet. */
  async #theOne(page: Page, selector: string, outlet: string, what: string): Promise<Locator> {
    const found = page.locator(filled(selector, outlet));
    const count = await found.count();
    if (count === 1) return found;
    throw new BenchError(
      this.name,
      `outlet ${outlet}: ${filled(selector, outlet)}, ${what}, fits ${count === 0 ? 'nothing' : `${count} places`} ` +
        `of its page (${new URL(page.url()).origin}${new URL(page.url()).pathname}); is it the page that the topology describes?`,
    );
  }

  #refuseUnknown(outlet: string): void {
    if (!this.#page.outlets.includes(outlet))
      throw new BenchError(
        this.name,
        `outlet ${outlet} is not known to the device${suggestion(outlet, this.#page.outlets)}`,
      );
  }
}

/** Says yes to what a page asks in a dialog of the browser. */
function accept(dialog: Dialog): void {
  dialog.accept().catch(() => undefined);
}

function filled(selector: string, outlet: string): string {
  return selector.replaceAll('{outlet}', outlet);
}
