import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Device } from '../../scripts/browser/devices.js';
import { launchChromium } from '../../scripts/browser/launchChromium.js';
import { type SignedInStorage, signedInStorage } from '../../scripts/browser/signedInStorage.js';
import type { Stage } from '../../scripts/scenes/sceneData.js';
import { renderPicture } from '../../stand-ins/openai/pictures/glassPicture.js';
import { freePort } from './freePort.js';
import { newEmail } from './seed.js';
import { passesOn } from './proxyProcess.js';
import { type TcpProxy, tcpProxy } from './tcpProxy.js';
import { startTestApp, type TestApp } from './testApp.js';
import { until } from './until.js';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.js';

/** The product and a browser, for one file of tests. */
interface Web {
  readonly app: TestApp;
  /** The address of the app, as the browser reaches it. */
  readonly url: string;
  /** Only if `isWired`. */
  readonly wire: TcpProxy | undefined;
  /** A new device. It closes with the test, which fails if there was a problem on it. */
  open(device: Device, options?: VisitorOptions): Promise<Visitor>;
  /** Someone new who has signed in and agreed, at a new device. @returns also the same person's API client */
  openAs(
    name: string,
    device: Device,
    options?: VisitorOptions,
  ): Promise<Visitor & Pick<SignedInStorage, 'client' | 'session'>>;
}

interface WebOptions {
  /** How fast the model writes; as fast as it can by default. */
  tokensPerSecond?: number;
  /** The browser reaches the server over a wire that the test can cut. */
  isWired?: boolean;
  /** Makes the folder of the built web app; the current build by default. */
  webFolder?: () => Promise<string>;
  /** Settings of the product. */
  env?: Record<string, string> | (() => Record<string, string>);
  /** Starts a reverse proxy in front of the server, which listens at this port. */
  proxy?: (port: number) => Promise<AsyncDisposable & { url: string }>;
}

const built = resolve(import.meta.dirname, '../../web/dist/index.html');
const screenshots = join(tmpdir(), 're-mirai-failed');

/** Saves screenshots of a failed test's pages. */
async function saveScreenshots(test: string, visitors: readonly Visitor[]): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  for (const [at, { page }] of visitors.entries()) {
    const path = join(screenshots, `${test.replace(/\W+/g, '-').slice(0, 80)}-${at + 1}.png`);
    if (!page.isClosed()) await page.screenshot({ path });
  }
}

/** What scenes are shown on. */
export const stageOf = ({ url, app }: Web): Stage => ({
  url,
  model: app.model,
  execute: (sql, values) => app.app.services.orm.em.fork().execute(sql, values),
});

/** Starts the app and the browser before the file's tests and ends both after them. */
export function useWeb(options: WebOptions = {}): Web {
  const opened = new AsyncDisposableStack();
  let app: TestApp;
  let wire: TcpProxy | undefined;
  let proxy: { url: string } | undefined;
  const urlOf = (): string => proxy?.url ?? wire?.url.replace(/\/$/, '') ?? app.url;
  let browser: Browser;
  let visitors: Visitor[] = [];
  let guests = new AsyncDisposableStack();
  beforeAll(async () => {
    if (!existsSync(built)) throw new Error('The web app is not built: npm run build:web.');
    const port = String(await freePort());
    if (options.isWired === true) wire = opened.use(await tcpProxy(`http://127.0.0.1:${port}`));
    if (options.proxy !== undefined) proxy = opened.use(await options.proxy(Number(port)));
    const settings = typeof options.env === 'function' ? options.env() : options.env;
    const behindProxy = { TRUST_PROXY: 'true', DEMO_SIGN_IN: 'open' };
    const origin = proxy?.url ?? wire?.url;
    const reached: Record<string, string> = origin === undefined ? {} : { PORT: port, ORIGIN: origin };
    const env = { ...reached, ...(proxy && behindProxy), ...settings };
    const { tokensPerSecond } = options;
    const webFolder = await options.webFolder?.();
    app = opened.use(await startTestApp({ env, tokensPerSecond, webFolder, draw: renderPicture }));
    // A proxy may have found that nobody listened yet.
    const through = proxy?.url;
    if (through !== undefined) await until('the proxy to pass requests on', () => passesOn(through));
    browser = opened.use(await launchChromium());
  });
  afterEach(async ({ task }) => {
    const closing = visitors;
    visitors = [];
    if (task.result?.state === 'fail') await saveScreenshots(task.name, closing);
    const problems = closing.flatMap((visitor) => visitor.problems());
    // A browser that closes a page while it loads may never report that it did.
    const pages = closing.flatMap(({ context }) => context.pages());
    await Promise.all(pages.map((page) => page.waitForLoadState()));
    await Promise.all(closing.map(({ context }) => context.close()));
    await guests.disposeAsync();
    guests = new AsyncDisposableStack();
    app.model.reset();
    expect(problems, 'problems on the pages').toEqual([]);
  });
  afterAll(() => opened.disposeAsync());
  const open: Web['open'] = async (device, visitorOptions) => {
    // A test's proxy has a certificate of its own.
    const options = { ignoreHTTPSErrors: proxy !== undefined, ...visitorOptions };
    const visitor = await openVisitor(browser, urlOf(), device, options);
    visitors.push(visitor);
    return visitor;
  };
  return {
    get app() {
      return app;
    },
    get url() {
      return urlOf();
    },
    get wire() {
      return wire;
    },
    open,
    async openAs(name, device, visitorOptions) {
      const api = proxy === undefined ? urlOf() : app.url;
      const person = guests.use(await signedInStorage(api, { email: newEmail(), name }));
      const origins = [{ origin: new URL(urlOf()).origin, localStorage: person.entries }];
      const visitor = await open(device, { ...visitorOptions, storageState: { cookies: [], origins } });
      return Object.assign(visitor, { client: person.client, session: person.session });
    },
  };
}
