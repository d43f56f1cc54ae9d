import { expect, it } from 'vitest';
import {
  NotificationSettingsDocument,
  NotificationsDocument,
  UpdateNotificationSettingsDocument,
} from '../../operations/generated/graphql.js';
import { startLocalMailServer } from '../notifications/localMailServer.js';
import { startLocalPushService } from '../notifications/localPushService.js';
import { newSurvey, statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { useWeb } from '../testkit/useWeb.js';
import type { Visitor } from '../testkit/visitor.js';
import { readyPersona } from './steps/readyPersona.js';

const push = useOne(startLocalPushService);
const mail = useOne(startLocalMailServer);
const web = useWeb({ env: () => ({ NODE_ENV: 'test', SMTP_URL: mail.url }) });

it('the bell counts what is new, live, and its list leads to the mirror', async () => {
  const owner = await web.openAs('Mina Park', 'phone');
  const { page, client } = owner;
  await page.goto('/home');
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  const id = await readyPersona(client, web.url);
  await page.getByRole('button', { name: 'Notifications, 1 new' }).click();
  await page.getByRole('button', { name: 'Your mirror is ready' }).click();
  await page.waitForURL(`**/personas/${id}`);
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  const { inbox } = (await client.run(NotificationsDocument, {})).viewer;
  expect(inbox.unreadCount).toBe(0);
});

it('all notifications can be marked as read at once', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  await readyPersona(client, web.url);
  await readyPersona(client, web.url);
  await page.goto('/home');
  await page.getByRole('button', { name: 'Notifications, 2 new' }).click();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('button', { name: 'Mark all as read' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
});

/** The browser's own push service cannot be reached in a test, so the local one takes its place. */
async function subscribeLocally({ context }: Visitor): Promise<void> {
  const { endpoint, p256dh, auth } = push.newBrowser();
  await context.addInitScript(
    ({ json }) => {
      let current: object | null = null;
      const subscription = {
        endpoint: json.endpoint,
        options: { applicationServerKey: null },
        toJSON: () => json,
        unsubscribe: () => ((current = null), Promise.resolve(true)),
      };
      Object.assign(PushManager.prototype, {
        getSubscription: () => Promise.resolve(current),
        subscribe: () => Promise.resolve((current = subscription)),
      });
    },
    { json: { endpoint, keys: { p256dh, auth } } },
  );
}

it('an owner who has sent the link can ask to be told, and is told by a message that the browser shows', async () => {
  const owner = await web.openAs('Mina Park', 'desktop', {
    permissions: ['notifications', 'clipboard-write'],
  });
  const { page, client, context } = owner;
  await subscribeLocally(owner);
  const survey = await newSurvey(client);
  await page.goto(`/surveys/${survey.id}`);
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Tell me when it’s ready' }).click();
  await page.getByText('We’ll tell you on this device').waitFor();
  await threeAnswers(web.url, survey.slug);
  await statesUntil(client, survey.persona.id, ['READY']);
  const { payload } = await until('the message arrives', () => push.messages[0]);
  await page.goto('/privacy');

  // As the browser does when its push service has a message for it.
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const list = (await registration?.getNotifications()) ?? [];
      return list.map(({ title, body, tag, lang, data }) => ({
        title,
        body,
        tag,
        lang,
        data: data as unknown,
      }));
    });
  const { origin } = new URL(web.url);
  for (let times = 0; times < 2; times += 1)
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin,
      registrationId,
      data: JSON.stringify(payload),
    });
  await until('the notification is shown', async () => (await shown()).length > 0);
  // Delivered twice, shown once.
  expect(await shown()).toEqual([
    {
      title: 'Your mirror is ready',
      body: payload.text,
      tag: payload.tag,
      lang: 'en',
      data: `/personas/${survey.persona.id}`,
    },
  ]);
});

it('the settings turn notifications of the browser and e-mails on and off', async () => {
  const owner = await web.openAs('Mina Park', 'desktop', { permissions: ['notifications'] });
  const { page, client } = owner;
  const settings = async () =>
    (await client.run(NotificationSettingsDocument, {})).viewer.notificationSettings;
  await subscribeLocally(owner);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Turn on: Notifications on this device' }).click();
  await page.getByRole('button', { name: 'Turn off: Notifications on this device' }).waitFor();
  await page.getByRole('button', { name: 'Turn on: Email notifications' }).click();
  await page.getByRole('button', { name: 'Turn off: Email notifications' }).waitFor();
  expect(await settings()).toMatchObject({ pushBrowsers: 1, email: true, locale: 'EN' });
  await page.getByRole('button', { name: 'Turn off: Notifications on this device' }).click();
  await page.getByRole('button', { name: 'Turn on: Notifications on this device' }).waitFor();
  expect(await settings()).toMatchObject({ pushBrowsers: 0, email: true });
  // As the link in an e-mail does.
  await client.run(UpdateNotificationSettingsDocument, { email: false });
  await page.reload();
  await page.getByRole('button', { name: 'Turn on: Email notifications' }).waitFor();
});
