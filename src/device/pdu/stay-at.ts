import type { Page, Request, Route } from 'playwright-core';

/**
 * Lets a page and its windows fetch from one server alone: it is in the net of the rack, and beside what runs here, that a
 * page could ask around. A page that is itself led elsewhere goes there, so that it can be told where that is.
 */
export async function stayAt(origin: string, page: Page): Promise<void> {
  const settle = (route: Route): Promise<void> =>
    leads(route.request(), page) ? route.continue() : route.abort();
  await page.context().route(
    (asked) => asked.origin !== origin,
    // Where the page is gone meanwhile, so is what it asked for.
    (route) => settle(route).catch(() => undefined),
  );
}

function leads(asked: Request, page: Page): boolean {
  try {
    return asked.isNavigationRequest() && asked.frame() === page.mainFrame();
  } catch {
    // A window that it opens asks before there is one.
    return false;
  }
}
