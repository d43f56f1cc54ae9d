import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Device } from '../../scripts/browser/devices.js';
import { launchChromium } from '../../scripts/browser/launchChromium.js';
import { type SignedInStorage, signedInStorage } from '../../scripts/browser/signedInStorage.js';
import { freePort } from './freePort.js';
import { type TcpProxy, tcpProxy } from './tcpProxy.js';
import type { TestApp } from './testApp.js';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.js';
import { startWebApp } from './webApp.js';

/** The product and a browser, for one file of tests. */
export interface Web {
  readonly app: TestApp;
  /** Where the browser has the app. */
  readonly url: string;
  /** There if it was asked for. */
  readonly wire: TcpProxy | undefined;
  /** A new device. It closes with the test, which fails if something went wrong on it. */
  open(device: Device, options?: VisitorOptions): Promise<Visitor>;
  /** Someone new who has signed in and agreed, at a new device. @returns also the same person's API client */
  openAs(
    name: string,
    device: Device,
    options?: VisitorOptions,
  ): Promise<Visitor & Pick<SignedInStorage, 'client' | 'session'>>;
}

export interface WebOptions {
  /** How fast the model talks; as fast as it can by default. */
  tokensPerSecond?: number;
  /** The browser reaches the server over a wire that the test can cut. */
  isWired?: boolean;
}

let people = 0;
const pictures = join(tmpdir(), 're-mirai-failed');

/** What a failed test's pages looked like. */
async function keepPictures(test: string, visitors: readonly Visitor[]): Promise<void> {
  await mkdir(pictures, { recursive: true });
  for (const [at, { page }] of visitors.entries()) {
    const path = join(pictures, `${test.replace(/\W+/g, '-').slice(0, 80)}-${at + 1}.png`);
    if (!page.isClosed()) await page.screenshot({ path });
  }
}

/** Starts both before the file's tests and ends both after them: call it at the top of the file. */
export function useWeb(options: WebOptions = {}): Web {
  const opened = new AsyncDisposableStack();
  let app: TestApp;
  let wire: TcpProxy | undefined;
  const urlOf = (): string => wire?.url.replace(/\/$/, '') ?? app.url;
  let browser: Browser;
  let visitors: Visitor[] = [];
  let guests = new AsyncDisposableStack();
  beforeAll(async () => {
    const port = String(await freePort());
    if (options.isWired === true) wire = opened.use(await tcpProxy(`http://127.0.0.1:${port}`));
    const env = wire === undefined ? undefined : { PORT: port, ORIGIN: wire.url };
    app = opened.use(await startWebApp(env, options.tokensPerSecond));
    browser = opened.use(await launchChromium());
  });
  afterEach(async ({ task }) => {
    const gone = visitors;
    visitors = [];
    if (task.result?.state === 'fail') await keepPictures(task.name, gone);
    const problems = gone.flatMap((visitor) => visitor.problems());
    // A browser that closes a page while it loads may never report that it did.
    const pages = gone.flatMap(({ context }) => context.pages());
    await Promise.all(pages.map((page) => page.waitForLoadState()));
    await Promise.all(gone.map(({ context }) => context.close()));
    await guests.disposeAsync();
    guests = new AsyncDisposableStack();
    app.model.reset();
    expect(problems, 'what went wrong on the pages').toEqual([]);
  });
  afterAll(() => opened.disposeAsync());
  const open: Web['open'] = async (device, given) => {
    const visitor = await openVisitor(browser, urlOf(), device, given);
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
    async openAs(name, device, given) {
      const email = `person-${process.pid}-${(people += 1)}@test.example`;
      const person = guests.use(await signedInStorage(urlOf(), { email, name }));
      const visitor = await open(device, { ...given, storageState: person.storage });
      return Object.assign(visitor, { client: person.client, session: person.session });
    },
  };
}
