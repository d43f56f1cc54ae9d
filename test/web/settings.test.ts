import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { demoIdToken } from '../../client/signIn.js';
import { ViewerDocument } from '../../operations/generated/graphql.js';
import { ApiClient } from '../../client/apiClient.js';
import { unzip } from '../testkit/unzip.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';

const web = useWeb();
const en = webWords('en');

it('an owner sees another device in plain words, signs it out, and takes all data along', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const idToken = await demoIdToken(web.url, { email: owner.session.user.email, name: 'Mina Park' });
  const answer = await fetch(`${web.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1',
    },
    body: JSON.stringify({
      query:
        'mutation ($idToken: String!) { signInWithGoogle(input: { idToken: $idToken }) { accessToken } }',
      variables: { idToken },
    }),
  });
  const { data } = (await answer.json()) as { data: { signInWithGoogle: { accessToken: string } } };
  const phone = new ApiClient(web.url, data.signInWithGoogle.accessToken);
  await phone.run(ViewerDocument, {});

  const { page } = owner;
  await page.goto('/settings');
  const device = en('settings.sessions.device', { browser: 'Safari', system: 'iPhone' });
  await page.getByRole('button', { name: en('settings.sessions.signOutOf', { device }) }).click();
  await page.getByText(device).waitFor({ state: 'detached' });
  await page.getByText(en('settings.sessions.current'), { exact: true }).waitFor();
  expect((await phone.request(ViewerDocument, {})).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');

  await page.getByRole('button', { name: en('settings.data.ask') }).click();
  const link = page.getByRole('link', { name: en('settings.data.download') });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('re-mirai-my-data.zip');
  const files = await unzip(await readFile(await download.path()));
  expect(JSON.parse(String(files.get('account.json')))).toMatchObject({ displayName: 'Mina Park' });
  // It is still there after a reload, and there is a way to a newer one.
  await page.reload();
  await link.waitFor();
  await page.getByRole('button', { name: en('settings.data.again') }).waitFor();
});
