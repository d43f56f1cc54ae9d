import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Device, devices } from '../../scripts/browser/devices.js';
import { PATIENCE_MS } from './patience.js';

/** A person at their own device, with one tab open. Problems in any of the tabs are recorded. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /**
   * Errors on the console (which include violations of the content security policy and failed requests),
   * uncaught errors, and requests to other sites.
   */
  problems(): string[];
  /** Expects a problem, for example /ERR_INTERNET_DISCONNECTED/ if the device goes offline. */
  allow(expected: RegExp): void;
}

export type VisitorOptions = Pick<
  BrowserContextOptions,
  | 'locale'
  | 'colorScheme'
  | 'forcedColors'
  | 'reducedMotion'
  | 'storageState'
  | 'permissions'
  | 'ignoreHTTPSErrors'
  | 'userAgent'
  | 'viewport'
  | 'deviceScaleFactor'
> & {
  /** Leaves the pages alone. Others move their pointer as soon as a page has loaded, at which the app starts. */
  isUntouched?: boolean;
};

/** See web/public/before-app.js. */
const TOUCH = `addEventListener('DOMContentLoaded', () => dispatchEvent(new Event('mousemove')));`;

const isOurs = (address: string, origin: string): boolean =>
  /^(?:data|blob|about):/.test(address) || new URL(address).origin.replace(/^ws/, 'http') === origin;

/** Opens a fresh context on the app at `url`. English and with reduced motion by default. */
export async function openVisitor(
  browser: Browser,
  url: string,
  device: Device,
  { isUntouched = false, ...options }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    ...devices[device],
    baseURL: url,
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (!isUntouched) await context.addInitScript(TOUCH);
  const { origin } = new URL(url);
  const notes: string[] = [];
  const allowed: RegExp[] = [];
  const foreign = (address: string): void =>
    void (isOurs(address, origin) || notes.push(`A request to another site: ${address}`));
  context.on('request', (request) => foreign(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => foreign(socket.url())));
  context.on('weberror', (error) => notes.push(`Uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') notes.push(`Console: ${message.text()} (${message.location().url})`);
  });
  return {
    context,
    page: await context.newPage(),
    problems: () => notes.filter((problem) => !allowed.some((expected) => expected.test(problem))),
    allow: (expected) => void allowed.push(expected),
  };
}
