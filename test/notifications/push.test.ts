import { jwtVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../client/apiClient.js';
import { signIn } from '../../client/signIn.js';
import {
  MarkNotificationsReadDocument,
  NotificationSettingsDocument,
  NotificationsDocument,
  SignOutDocument,
  SubscribeToPushDocument,
  UnsubscribeFromPushDocument,
} from '../../operations/generated/graphql.js';
import { newEmail, someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import { useOne } from '../testkit/useOne.js';
import { surveyOf } from '../testkit/versions.js';
import { startLocalPushService, type SubscribedBrowser } from './localPushService.js';

const test = useApp({ env: { NODE_ENV: 'test' } });
const push = useOne(startLocalPushService, 'test');
const three = sixFriends.slice(0, 3);

const subscribe = (client: ApiClient, browser: SubscribedBrowser) =>
  client.run(SubscribeToPushDocument, { ...browser });
const settingsOf = async (client: ApiClient) =>
  (await client.run(NotificationSettingsDocument, {})).viewer.notificationSettings;
const statuses = async (userId: string) => {
  const rows = await test.app.services.orm.em.fork().execute<{ status: string }[]>(
    `select status from notification_delivery d join notification n on n.id = notification_id
     where inbox_user_id = ? order by status`,
    [userId],
  );
  return rows.map(({ status }) => status);
};
const settled = (userId: string, expected: string[]) =>
  until(`deliveries are ${expected.join()}`, async () => {
    return JSON.stringify(await statuses(userId)) === JSON.stringify(expected);
  });

it('a browser gets one encrypted message, signed by this server, in its language and without a name', async () => {
  await using owner = await someone(test.url, 'Canary Name');
  const browser = push.newBrowser('KO');
  await subscribe(owner.client, browser);
  const { personaId } = await surveyOf(owner.client, test.url, three);
  await settled(owner.session.user.id, ['SENT']);
  expect(push.messages).toHaveLength(1);
  const [{ headers, payload }] = push.messages as [(typeof push.messages)[0]];
  const [told] = (await owner.client.run(NotificationsDocument, {})).viewer.notifications.edges;
  expect(payload).toEqual({
    tag: told?.node.id,
    title: '거울이 완성됐어요',
    text: expect.any(String) as string,
    path: `/personas/${personaId}`,
    language: 'ko',
  });
  expect(JSON.stringify(payload)).not.toContain('Canary');
  // A repeat at the push service would replace this message, and on the screen the notification with its tag.
  expect(headers.topic).toBe(told?.node.id.replaceAll('-', ''));
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  expect(key).toBe((await settingsOf(owner.client)).pushKey);
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = await importJWK({ kty: 'EC', crv: 'P-256', x: x!, y: y! }, 'ES256');
  const verified = await jwtVerify(token, jwk, { audience: new URL(browser.endpoint).origin });
  expect(verified.payload.sub).toMatch(/^mailto:/);
});

it('each of an owner’s browsers gets it, and one that is turned off does not', async () => {
  await using owner = await someone(test.url);
  const [first, second, off] = [push.newBrowser(), push.newBrowser('JA'), push.newBrowser()];
  for (const browser of [first, second, off]) await subscribe(owner.client, browser);
  await owner.client.run(UnsubscribeFromPushDocument, { endpoint: off.endpoint });
  expect((await settingsOf(owner.client)).pushBrowsers).toBe(2);
  await surveyOf(owner.client, test.url, three);
  await settled(owner.session.user.id, ['SENT', 'SENT']);
  expect(push.messages.map(({ endpoint }) => endpoint).toSorted()).toEqual(
    [first.endpoint, second.endpoint].toSorted(),
  );
});

it('a browser whose session has ended gets nothing', async () => {
  const email = newEmail();
  await using owner = await signIn(test.url, { email, name: 'Mina' });
  await using elsewhere = await signIn(test.url, { email, name: 'Mina' });
  await subscribe(elsewhere.client, push.newBrowser());
  const stays = push.newBrowser();
  await subscribe(owner.client, stays);
  await elsewhere.client.run(SignOutDocument, {});
  expect((await settingsOf(owner.client)).pushBrowsers).toBe(1);
  await surveyOf(owner.client, test.url, three);
  await settled(owner.session.user.id, ['SENT']);
  expect(push.messages.map(({ endpoint }) => endpoint)).toEqual([stays.endpoint]);
});

it.each([404, 410])('a browser that its push service no longer knows (%i) is forgotten', async (status) => {
  await using owner = await someone(test.url);
  push.answerWith(() => status);
  await subscribe(owner.client, push.newBrowser());
  await surveyOf(owner.client, test.url, three);
  await until('it is forgotten', async () => (await settingsOf(owner.client)).pushBrowsers === 0);
  expect(push.messages).toHaveLength(1);
  expect(await statuses(owner.session.user.id)).toEqual([]);
});

it('a push service that is busy is asked again, one that refuses is not', async () => {
  await using owner = await someone(test.url);
  const [busy, refusing] = [push.newBrowser(), push.newBrowser()];
  let calls = 0;
  push.answerWith(({ endpoint }) => (endpoint === refusing.endpoint ? 403 : (calls += 1) === 1 ? 503 : 201));
  await subscribe(owner.client, busy);
  await subscribe(owner.client, refusing);
  await surveyOf(owner.client, test.url, three);
  await settled(owner.session.user.id, ['REFUSED', 'SENT']);
  const counts = [busy, refusing].map(
    (one) => push.messages.filter(({ endpoint }) => endpoint === one.endpoint).length,
  );
  expect(counts).toEqual([2, 1]);
  expect(new Set(push.messages.map(({ headers }) => headers.topic)).size).toBe(1);
});

it('a push service that is busy for too long is given up', async () => {
  await using owner = await someone(test.url);
  push.answerWith(async () => {
    const em = test.app.services.orm.em.fork();
    await em.execute("update pgboss.job set retry_limit = retry_count where name = 'deliverNotification'");
    return 503;
  });
  await subscribe(owner.client, push.newBrowser());
  await surveyOf(owner.client, test.url, three);
  await settled(owner.session.user.id, ['REFUSED']);
  expect(push.messages).toHaveLength(1);
});

it('what was read in the app while the push service was busy is not sent any more', async () => {
  await using owner = await someone(test.url);
  push.answerWith(async () => {
    const { edges } = (await owner.client.run(NotificationsDocument, {})).viewer.notifications;
    const notificationIds = edges.map(({ node }) => node.id);
    await owner.client.run(MarkNotificationsReadDocument, { notificationIds });
    return 503;
  });
  await subscribe(owner.client, push.newBrowser());
  await surveyOf(owner.client, test.url, three);
  await settled(owner.session.user.id, ['SKIPPED']);
  expect(push.messages).toHaveLength(1);
});

it('an owner has at most ten browsers, the newest ones', async () => {
  await using owner = await someone(test.url);
  const browsers = Array.from({ length: 11 }, () => push.newBrowser());
  for (const browser of browsers) await subscribe(owner.client, browser);
  await subscribe(owner.client, browsers[10]!);
  expect((await settingsOf(owner.client)).pushBrowsers).toBe(10);
  await surveyOf(owner.client, test.url, three);
  await settled(owner.session.user.id, Array<string>(10).fill('SENT'));
  expect(push.messages.map(({ endpoint }) => endpoint)).not.toContain(browsers[0]!.endpoint);
});

it('a browser moves to the person who subscribes it last', async () => {
  await using first = await someone(test.url);
  await using second = await someone(test.url);
  const browser = push.newBrowser();
  await subscribe(first.client, browser);
  await subscribe(second.client, browser);
  expect((await settingsOf(first.client)).pushBrowsers).toBe(0);
  expect((await settingsOf(second.client)).pushBrowsers).toBe(1);
});

describe('a subscription is refused', () => {
  it.each([
    ['an address without encryption', { endpoint: 'http://push.example.org/1' }],
    ['a private address', { endpoint: 'https://10.0.0.1/1' }],
    ['a private address in another form', { endpoint: 'https://0x0a000001/1' }],
    ['the address of cloud metadata', { endpoint: 'https://169.254.169.254/latest' }],
    ['an IPv6 address', { endpoint: 'https://[::1]/1' }],
    ['a name without a dot', { endpoint: 'https://intranet/1' }],
    ['another port', { endpoint: 'https://push.example.org:5432/1' }],
    ['credentials', { endpoint: 'https://user:password@push.example.org/1' }],
    ['no address', { endpoint: 'push' }],
    ['a very long address', { endpoint: `https://push.example.org/${'x'.repeat(2_000)}` }],
    ['a key that is no point of the curve', { p256dh: Buffer.alloc(65, 4).toString('base64url') }],
    ['a short secret', { auth: 'AAAA' }],
  ])('with %s', async (_what, change) => {
    await using owner = await someone(test.url);
    const { errors } = await owner.client.request(SubscribeToPushDocument, {
      ...push.newBrowser(),
      ...change,
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: Object.keys(change)[0] });
  });
});
