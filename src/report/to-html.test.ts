import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { hostileRun } from './hostile-run.test-support.ts';
import { toHtml, toJunit } from './index.ts';
import { liveRun } from './live-run.test-support.ts';

const chromium = '/usr/bin/chromium';

describe('the page', () => {
  const { verdict, entries, manifest } = liveRun();
  const page = toHtml(verdict, entries, manifest);

  it('says first what the verdict is and why, and that the pair was software', () => {
    const [verdictAt, bannerAt, tableAt] = ['1 of 4 scenarios pass.', 'SIMULATED PAIR', '<a href="#s1">'].map(
      (word) => page.indexOf(word),
    );
    expect(verdictAt).to.be.greaterThan(0);
    expect(bannerAt).to.be.greaterThan(verdictAt!);
    expect(tableAt).to.be.greaterThan(bannerAt!);
    expect(toHtml({ ...verdict, bench: 'real' }, entries)).to.not.include('SIMULATED PAIR');
    expect(toHtml({ ...verdict, bench: 'unknown' }, entries)).to.include('PAIR UNKNOWN');
  });

  it('lists every entry once, and links every finding to entries that are there', () => {
    const ids = [...page.matchAll(/ id="e(\d+)"/g)].map(([, seq]) => Number(seq));
    expect(ids.toSorted((a, b) => a - b)).to.deep.equal(entries.map(({ seq }) => seq));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target!);
    expect(links.length).to.be.greaterThan(100);
    for (const target of new Set(links)) expect(page, target).to.include(` id="${target}"`);
  });

  it('describes every drawing, and has a table beside each chart', () => {
    const drawings =
      page.match(/<svg\b[^>]*role="img"[^]*?<title>[^<]+<\/title>\s*<desc>[^<]+<\/desc>/g) ?? [];
    expect(drawings).to.have.length(page.split('role="img"').length - 1);
    expect(page.split('<details class="beside">').length).to.equal(
      page.split('<figure class="chart">').length,
    );
  });

  it('shows raw words as they came, and lets none of them out', () => {
    expect(page).to.include('<pre>show failover\nFailover On\n');
    const { verdict: told, entries: spoiled, manifest: spoiledManifest } = hostileRun();
    const hostile = toHtml(told, spoiled, spoiledManifest);
    expect(hostile).to.not.match(/<script>alert|<img|javascript:alert\(3\)">|<\/style><\/pre>/);
    expect(hostile)
      .to.include('&lt;script&gt;alert(1)')
      .and.include('\\x1b[2J')
      .and.include('\\u202e')
      .and.include('\\ud800');
    expect(hostile.match(/<script>/g)).to.have.length(1);
  });

  describe('in a browser', function () {
    this.timeout(120_000);
    let browser: Browser | undefined;
    const folder = mkdtempSync(join(tmpdir(), 'fover-page-'));
    before(async function () {
      if (!existsSync(chromium)) {
        if (process.env['CI']) throw new Error(`${chromium} is missing; install it where CI runs`);
        // Pending: without a browser the look of the page cannot be proven.
        this.skip();
      }
      const playwright = await import('playwright-core');
      browser = await playwright.chromium.launch({ executablePath: chromium });
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    const look = async (
      content: string,
      width: number,
      colorScheme: 'light' | 'dark',
    ): Promise<{ shown: Page; heard: string[] }> => {
      const file = join(folder, 'index.html');
      writeFileSync(file, content);
      const heard: string[] = [];
      const shown = await browser!.newPage({ viewport: { width, height: 800 }, colorScheme });
      shown.on('console', (message) => heard.push(`console: ${message.text()}`));
      shown.on('pageerror', (error) => heard.push(`error: ${error.message}`));
      shown.on('dialog', (dialog) => void (heard.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
      shown.on('request', (request) => {
        if (request.url() !== pathToFileURL(file).href) heard.push(`request: ${request.url()}`);
      });
      await shown.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      return { shown, heard };
    };

    for (const [name, make] of [
      ['a live run', liveRun],
      ['a hostile one', hostileRun],
    ] as const) {
      for (const [width, scheme] of [
        [1280, 'light'],
        [1280, 'dark'],
        [400, 'light'],
        [400, 'dark'],
      ] as const) {
        it(`shows ${name} at ${width} pixels in ${scheme}: quietly, without a request, nothing beside the screen`, async () => {
          const run = make();
          const { shown, heard } = await look(toHtml(run.verdict, run.entries, run.manifest), width, scheme);
          expect(await shown.evaluate('document.documentElement.scrollWidth')).to.equal(width);
          await shown.evaluate(
            'document.querySelectorAll("details").forEach((details) => (details.open = true))',
          );
          expect(await shown.evaluate('document.documentElement.scrollWidth'), 'unfolded').to.equal(width);
          expect(await shown.locator('script').count()).to.equal(1);
          expect(await shown.locator('img, iframe, object, embed, form, [onerror]').count()).to.equal(0);
          expect(heard).to.deep.equal([]);
          await shown.close();
        });
      }
    }

    it('unfolds what a link leads to', async () => {
      const { shown, heard } = await look(page, 1280, 'light');
      await shown.locator('table.cards a[href="#e54"]').first().click();
      expect(await shown.locator('#e54 pre').isVisible()).to.equal(true);
      expect(heard).to.deep.equal([]);
      await shown.close();
    });

    it('reads words that can be told from their ground, in light and in dark', async () => {
      for (const scheme of ['light', 'dark'] as const) {
        const { shown } = await look(page, 1280, scheme);
        const poor = await shown.evaluate<string[]>(contrastsBelow(4.5));
        expect(poor, scheme).to.deep.equal([]);
        await shown.close();
      }
    });

    it('finds the JUnit file well-formed as well', async () => {
      const { shown } = await look(page, 1280, 'light');
      for (const run of [liveRun(), hostileRun()]) {
        const xml = JSON.stringify(toJunit(run.verdict, run.entries));
        const script = `new DOMParser().parseFromString(${xml}, 'application/xml').querySelectorAll('parsererror').length`;
        expect(await shown.evaluate(script)).to.equal(0);
      }
      await shown.close();
    });
  });
});

/** Script that names every element whose own text has less contrast with its ground than WCAG asks for (ratio). */
function contrastsBelow(ratio: number): string {
  return `(() => {
    const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const light = (colour) => {
      const [r, g, b] = parts(colour).map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        const alpha = parts(colour)[3];
        if (alpha === undefined || alpha === 1) return colour;
      }
      return 'rgb(255, 255, 255)';
    };
    const against = (text, back) => {
      const [a, b] = [light(text), light(back)].sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05);
    };
    const poor = new Set();
    for (const element of document.querySelectorAll('body *:not(svg *)')) {
      if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) continue;
      if (element.tagName === 'SCRIPT' || !element.checkVisibility()) continue;
      const found = against(getComputedStyle(element).color, ground(element));
      if (found < ${ratio}) poor.add(element.tagName + '.' + element.className + ' ' + found.toFixed(2));
    }
    for (const text of document.querySelectorAll('svg text[class^="on-"]')) {
      const bar = text.closest('g').querySelector('rect');
      const fill = getComputedStyle(bar).fill;
      if (!fill.startsWith('rgb')) continue;
      const found = against(getComputedStyle(text).fill, fill);
      if (found < ${ratio}) poor.add('svg ' + text.getAttribute('class') + ' on ' + bar.getAttribute('class') + ' ' + found.toFixed(2));
    }
    return [...poor];
  })()`;
}
