import { expect, it } from 'vitest';
import type { ApiClient } from '../../client/apiClient.js';
import { type Locale, UpdateNotificationSettingsDocument } from '../../operations/generated/graphql.js';
import { someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { startTestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { surveyOf } from '../testkit/versions.js';
import { startLocalMailServer } from './localMailServer.js';

const mail = useOne(startLocalMailServer);
const test = useOne(() =>
  startTestApp({
    env: { SMTP_URL: mail.url, MAIL_FROM: 'mirror@mirai.example', ORIGIN: 'https://mirai.example' },
  }),
);
const three = sixFriends.slice(0, 3);

const turnOn = (client: ApiClient, locale: Locale = 'EN') =>
  client.run(UpdateNotificationSettingsDocument, { email: true, locale });
const isOn = async (client: ApiClient) =>
  (await client.run(UpdateNotificationSettingsDocument, {})).updateNotificationSettings.settings.email;
const mailsTo = (address: string) =>
  mail.mails.filter(({ to }) => [to ?? []].flat().some(({ text }) => text === address));
const deliveryOf = async (userId: string) => {
  const [row] = await test.app.services.orm.em
    .fork()
    .execute<{ status: string }[]>(
      'select status from notification_delivery d join notification n on n.id = notification_id where inbox_user_id = ?',
      [userId],
    );
  return row?.status;
};
const oneMailTo = async (address: string) => {
  await until(`a mail to ${address}`, () => mailsTo(address).length > 0);
  const [first, ...more] = mailsTo(address);
  expect(more).toEqual([]);
  return first!;
};

it.each([
  ['EN', 'Your mirror is ready'],
  ['KO', '거울이 완성됐어요'],
  ['JA', '鏡ができました'],
] as const)('an owner who turned e-mails on gets one in %s', async (locale, subject) => {
  await using owner = await someone(test.url, 'Canary Name');
  await turnOn(owner.client, locale);
  const { personaId } = await surveyOf(owner.client, test.url, three);
  const got = await oneMailTo(owner.session.user.email);
  expect(got.subject).toBe(subject);
  expect(got.from?.value).toEqual([{ name: 'Re:MirAI', address: 'mirror@mirai.example' }]);
  expect(got.messageId).toMatch(/^<[0-9a-f-]{36}@mirai\.example>$/);
  expect(got.headers.get('auto-submitted')).toBe('auto-generated');
  for (const part of [got.text, got.html || '']) {
    expect(part).toContain(`https://mirai.example/personas/${personaId}`);
    expect(part).toContain('https://mirai.example/unsubscribe/');
    expect(part).not.toContain('Canary');
  }
});

it('no one gets e-mails who did not turn them on', async () => {
  await using owner = await someone(test.url);
  expect(await isOn(owner.client)).toBe(false);
  await surveyOf(owner.client, test.url, three);
  expect(await deliveryOf(owner.session.user.id)).toBeUndefined();
  expect(mailsTo(owner.session.user.email)).toEqual([]);
});

/** The path of a mail's one-click link. */
async function unsubscribePath(address: string): Promise<string> {
  const { headerLines } = await oneMailTo(address);
  const line = (key: string) => headerLines.find((one) => one.key === key)?.line.replaceAll(/\r?\n\s+/g, ' ');
  expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  return /<https:\/\/mirai\.example(\/unsubscribe\/[\w-]+)>/.exec(line('list-unsubscribe') ?? '')?.[1] ?? '';
}

const oneClick = (path: string) =>
  fetch(test.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });

it('a mail program turns the e-mails off with one POST, without signing in, and again without effect', async () => {
  await using owner = await someone(test.url);
  await turnOn(owner.client);
  await surveyOf(owner.client, test.url, three);
  const path = await unsubscribePath(owner.session.user.email);
  expect((await oneClick(path)).status).toBe(200);
  expect(await isOn(owner.client)).toBe(false);
  expect((await oneClick(path)).status).toBe(200);
});

it('opening the link changes nothing before its button is pressed', async () => {
  await using owner = await someone(test.url);
  await turnOn(owner.client);
  await surveyOf(owner.client, test.url, three);
  const path = await unsubscribePath(owner.session.user.email);
  const page = await fetch(test.url + path, { headers: { 'accept-language': 'ja' } });
  expect(page.status).toBe(200);
  expect(page.headers.get('x-robots-tag')).toBe('noindex');
  const html = await page.text();
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain('<form method="post">');
  expect(await isOn(owner.client)).toBe(true);
});

it('a link that this server did not sign turns nothing off', async () => {
  await using owner = await someone(test.url);
  await turnOn(owner.client);
  const hex = owner.session.user.id.replaceAll('-', '');
  expect((await oneClick(`/unsubscribe/${hex}${'A'.repeat(43)}`)).status).toBe(404);
  expect((await oneClick('/unsubscribe/x')).status).toBe(404);
  expect(await isOn(owner.client)).toBe(true);
});

it('a mail server that is busy is asked again, and one that refuses is not', async () => {
  await using owner = await someone(test.url);
  await using refused = await someone(test.url);
  const refusal = (responseCode: number) => Object.assign(new Error('Not now'), { responseCode });
  mail.answerWith(({ to }) => {
    if ([to ?? []].flat()[0]?.text === refused.session.user.email) throw refusal(554);
    if (mailsTo(owner.session.user.email).length === 1) throw refusal(451);
  });
  await turnOn(owner.client);
  await turnOn(refused.client);
  await surveyOf(owner.client, test.url, three);
  await surveyOf(refused.client, test.url, three);
  await until('the second try is taken', async () => (await deliveryOf(owner.session.user.id)) === 'SENT');
  await until('it is refused', async () => (await deliveryOf(refused.session.user.id)) === 'REFUSED');
  mail.answerWith(() => {});
  const tries = mailsTo(owner.session.user.email);
  expect(tries).toHaveLength(2);
  // A mailbox can recognize a repeat.
  expect(tries[0]?.messageId).toBe(tries[1]?.messageId);
  expect(mailsTo(refused.session.user.email)).toHaveLength(1);
});

it('e-mails cannot be turned on where the server sends none', async () => {
  await using silent = await startTestApp();
  await using owner = await someone(silent.url);
  const { errors } = await owner.client.request(UpdateNotificationSettingsDocument, { email: true });
  expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
});
