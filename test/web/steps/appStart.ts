import type { Page } from 'playwright-core';

/** Whether the app has taken the place of the server's first screen: its elements belong to a Vue app then. */
export const isAppStarted = (page: Page): Promise<boolean> =>
  page.locator('#app').evaluate((app) => '__vue_app__' in app);

export const appStarted = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
