import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { mirrorMessages, sendMessage } from '../../scripts/browser/chat.js';
import { conductNextReply } from '../chat/talk.js';
import { caddyProgram, startCaddy } from '../testkit/caddy.js';
import { haproxyProgram, startHaproxy } from '../testkit/haproxy.js';
import { nginxProgram, startNginx } from '../testkit/nginx.js';
import { documentedConfiguration, type ReverseProxy } from '../testkit/proxyProcess.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { openPersona } from './steps/becomeOwner.js';

/** How late an event may be seen, in milliseconds. */
const LIVE_WITHIN_MS = 2_000;

interface Case {
  start: (port: number) => Promise<ReverseProxy>;
  /** What carries the events, of what `transportsOf` lists. */
  transport: 'socket' | 'stream' | 'brief';
}

const nginx =
  (...changes: ((configuration: string) => string)[]) =>
  (port: number): Promise<ReverseProxy> =>
    startNginx(
      port,
      changes.reduce((as, change) => change(as), documentedConfiguration('nginx')),
    );
const withoutUpgrade = (configuration: string): string =>
  configuration
    .replace(/^.*Upgrade \$http_upgrade;$/m, '')
    .replace('Connection $connection_upgrade', 'Connection ""');
const overHttp1 = (configuration: string): string => configuration.replace(' http2;', ';');
const buffering = (configuration: string): string =>
  configuration.replace(
    'proxy_buffering off;',
    'proxy_buffering on; proxy_ignore_headers X-Accel-Buffering;',
  );

const haproxy =
  (change = (configuration: string): string => configuration) =>
  (port: number): Promise<ReverseProxy> =>
    startHaproxy(port, change(documentedConfiguration('haproxy')));
const refusing = (configuration: string): string =>
  configuration.replace(
    '  default_backend',
    '  http-request deny if { req.hdr(upgrade) -m found }\n  default_backend',
  );

const caddy =
  (protocols: string, change = (configuration: string): string => configuration) =>
  (port: number): Promise<ReverseProxy> =>
    startCaddy(port, change(documentedConfiguration('caddy')), protocols);
const refusingSockets = (configuration: string): string =>
  configuration.replace(
    '  reverse_proxy',
    '  @socket header Upgrade *\n  respond @socket 403\n  reverse_proxy',
  );

const proxies: Record<string, { program: string | undefined; cases: Record<string, Case> }> = {
  nginx: {
    program: nginxProgram,
    cases: {
      'as documented, over HTTP/2': { start: nginx(), transport: 'socket' },
      'without Upgrade, over HTTP/2': { start: nginx(withoutUpgrade), transport: 'stream' },
      'without Upgrade, over HTTP/1.1': { start: nginx(withoutUpgrade, overHttp1), transport: 'stream' },
      'without Upgrade that buffers responses, over HTTP/1.1': {
        start: nginx(withoutUpgrade, overHttp1, buffering),
        transport: 'brief',
      },
    },
  },
  haproxy: {
    program: haproxyProgram,
    cases: {
      'as documented, over HTTP/2': { start: haproxy(), transport: 'socket' },
      'as documented, over HTTP/1.1': {
        start: haproxy((as) => as.replace('h2,http/1.1', 'http/1.1')),
        transport: 'socket',
      },
      'refusing WebSockets, over HTTP/2': { start: haproxy(refusing), transport: 'stream' },
    },
  },
  caddy: {
    program: caddyProgram,
    cases: {
      'as documented, over HTTP/2': { start: caddy('h1 h2'), transport: 'socket' },
      'refusing WebSockets, over HTTP/2': { start: caddy('h1 h2', refusingSockets), transport: 'stream' },
      'refusing WebSockets, over HTTP/1.1': { start: caddy('h1', refusingSockets), transport: 'stream' },
    },
  },
};

/** Records what carries events from now on. */
function recordTransports(page: Page): Set<Case['transport']> {
  const used = new Set<Case['transport']>();
  page.on('websocket', (socket) => socket.on('framereceived', () => used.add('socket')));
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/graphql/stream') used.add(search === '?brief' ? 'brief' : 'stream');
  });
  return used;
}

/** Expects that what an event changes is on the page soon after it happened. */
async function seenLive(what: string, happen: () => unknown, seen: () => Promise<unknown>): Promise<void> {
  await happen();
  const start = performance.now();
  await seen();
  expect(performance.now() - start, `ms until ${what}`).toBeLessThan(LIVE_WITHIN_MS);
}

const cases = Object.entries(proxies).flatMap(([name, { program, cases }]) =>
  Object.entries(cases).map(([how, one]) => [`${name} ${how}`, { ...one, program }] as const),
);

describe.each(cases)('%s', (_name, { program, start, transport }) => {
  if (program === undefined) return it.skip('shows three answers, the reveal and a reply live');
  const web = useWeb({ proxy: start });

  it('shows three answers, the reveal and a reply live', async () => {
    const owner = await web.openAs('Mina Park', 'desktop');
    // No service worker is loaded with a certificate that nobody signed.
    owner.allow(/WebSocket connection|fetching the script/);
    const { page, client } = owner;
    const used = recordTransports(page);
    const survey = await newSurvey(client);
    await page.goto(`/surveys/${survey.id}`);
    await page.getByText('0 of 3 friends').waitFor();
    await expect.poll(() => [...used]).toContain(transport);
    for (const [at, friend] of threeFriends.slice(0, 2).entries())
      await seenLive(
        `answer ${at + 1}`,
        () => submitAnswers(web.app.url, survey.slug, friend),
        () => page.getByText(`${at + 1} of 3 friends`).waitFor(),
      );
    await submitAnswers(web.app.url, survey.slug, threeFriends[2]!);
    await openPersona(page, 'en');

    await page.getByRole('link', { name: 'Talk to your mirror' }).first().click();
    await mirrorMessages(page).first().waitFor();
    const reply = conductNextReply(web.app);
    await sendMessage(page, 'What do my friends like most about me?');
    reply.write('They say ');
    await mirrorMessages(page).nth(1).getByText('They say').waitFor();
    for (const piece of ['a whole room ', 'laughs ', 'when you do '])
      await seenLive(
        piece,
        () => reply.write(piece),
        () => mirrorMessages(page).nth(1).getByText(piece.trim()).waitFor(),
      );
    await seenLive(
      'the end of the reply',
      () => reply.end('and comes back.'),
      () => page.locator('.composer button[type="submit"]').waitFor(),
    );
    expect(await mirrorMessages(page).nth(1).innerText()).toBe(
      'They say a whole room laughs when you do and comes back.',
    );
    if (transport === 'socket') expect([...used]).toEqual(['socket']);
    if (transport !== 'brief') expect([...used]).not.toContain('brief');
  });
});
