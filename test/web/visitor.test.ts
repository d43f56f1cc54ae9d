import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/browser/launchChromium.js';
import { until } from '../testkit/until.js';
import { openVisitor } from '../testkit/visitor.js';

/** Pages with a problem each, and the note that a visitor makes of it. */
const problemPages: [what: string, page: string, note: RegExp][] = [
  ['complains on the console', '<script src="/complain.js"></script>', /^Console: something is wrong/],
  ['throws', '<script src="/throw.js"></script>', /^Uncaught: Error: thrown/],
  ['forgets a promise', '<script src="/reject.js"></script>', /^Uncaught: Error: rejected/],
  ['requests another site', '<img src="http://elsewhere.example/pixel.png">', /another site: .*elsewhere/],
  ['opens a socket elsewhere', '<script src="/socket.js"></script>', /another site: ws:.*elsewhere/],
  [
    'violates the content security policy',
    '<script>document.title = "inline";</script>',
    /Content Security Policy/,
  ],
  ['requests a missing file', '<script src="/nothing.js"></script>', /404/],
];
const scripts: Record<string, string> = {
  '/complain.js': 'console.error("something is wrong")',
  '/throw.js': 'throw new Error("thrown")',
  '/reject.js': 'void Promise.reject(new Error("rejected"))',
  '/socket.js': 'new WebSocket("ws://elsewhere.example/")',
};

let server: Server;
let browser: Browser;
let url: string;
beforeAll(async () => {
  server = createServer(({ url: path = '' }, response) => {
    const page = problemPages[Number(path.slice(1) || -1)]?.[1] ?? '<p>No problem.</p>';
    const [status, type, body] = path.endsWith('.js')
      ? [path in scripts ? 200 : 404, 'text/javascript', scripts[path] ?? '']
      : [200, 'text/html', `<link rel="icon" href="data:,">${page}`];
    response
      .writeHead(status, { 'content-type': type, 'content-security-policy': "script-src 'self'" })
      .end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

it.each(problemPages.map(([what, _page, note], at) => ({ what, at, note })))(
  'a visitor notes a page that $what',
  async ({ at, note }) => {
    const visitor = await openVisitor(browser, url, 'phone');
    await visitor.page.goto(`/${at}`);
    const problem = (): string | undefined => visitor.problems().find((one) => note.test(one));
    await until('the problem is noted', problem);
    visitor.allow(/./);
    expect(visitor.problems()).toEqual([]);
    await visitor.context.close();
  },
);

it('a visitor notes nothing on a page without problems', async () => {
  const visitor = await openVisitor(browser, url, 'desktop');
  await visitor.page.goto('/');
  await visitor.context.close();
  expect(visitor.problems()).toEqual([]);
});
