import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { mirrorMessages, sendMessage } from '../../scripts/browser/chat.js';
import { conductNextReply } from '../chat/talk.js';
import { documentedConfiguration, nginxProgram, startNginx } from '../testkit/nginx.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { openPersona } from './steps/becomeOwner.js';

/** How late an event may be seen, in milliseconds. */
const LIVE_WITHIN_MS = 2_000;

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

interface Proxy {
  change: (configuration: string) => string;
  /** What carries the events, of what `transportsOf` lists. */
  transport: 'socket' | 'stream' | 'brief';
}

const proxies: [string, Proxy][] = [
  ['nginx as documented, over HTTP/2', { change: (as) => as, transport: 'socket' }],
  ['nginx without Upgrade, over HTTP/2', { change: withoutUpgrade, transport: 'stream' }],
  [
    'nginx without Upgrade, over HTTP/1.1',
    { change: (as) => overHttp1(withoutUpgrade(as)), transport: 'stream' },
  ],
  [
    'nginx without Upgrade that buffers responses, over HTTP/1.1',
    { change: (as) => buffering(overHttp1(withoutUpgrade(as))), transport: 'brief' },
  ],
];

/** Records what carries events from now on. */
function recordTransports(page: Page): Set<Proxy['transport']> {
  const used = new Set<Proxy['transport']>();
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

if (nginxProgram === undefined)
  console.warn('Skipped: nginx is not installed (Debian: apt-get install nginx).');

describe.skipIf(nginxProgram === undefined).each(proxies)('%s', (_name, { change, transport }) => {
  const web = useWeb({ proxy: (port) => startNginx(port, change(documentedConfiguration())) });

  it('shows three answers, the reveal and a reply live', async () => {
    const owner = await web.openAs('Mina Park', 'desktop');
    owner.allow(/WebSocket connection/);
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
