import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PersonaDocument } from '../../operations/generated/graphql.js';
import { newSurvey } from '../testkit/seed.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { useWeb } from '../testkit/useWeb.js';
import { readyPersona } from './steps/readyPersona.js';

const built = resolve(import.meta.dirname, '../../web/dist');
const folder = useOne(temporaryFolder);
const web = useWeb({
  isWired: true,
  webFolder: async () => {
    await cp(built, join(folder.path, 'web'), { recursive: true });
    return join(folder.path, 'web');
  },
});
const cut = /ERR_(?:CONNECTION|EMPTY_RESPONSE|NETWORK|FAILED)|WebSocket connection|ERR_INTERNET/;

/** Waits until the service worker has kept the app, and shows the page again, now under its control. */
async function install(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
const seenPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('mirai.seen.'));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });

it('the app can be installed in three languages, and its icons exist', async () => {
  for (const [language, name] of [
    ['en', 'Re:MirAI'],
    ['ko-KR,ko', 'Re:MirAI 리미라이'],
    ['ja', 'Re:MirAI リミライ'],
  ]) {
    const answer = await fetch(`${web.app.url}/manifest.webmanifest`, {
      headers: { 'accept-language': language! },
    });
    expect(answer.headers.get('content-type')).toContain('application/manifest+json');
    expect(answer.headers.get('vary')).toContain('accept-language');
    const manifest = (await answer.json()) as { name: string; icons: { src: string }[]; start_url: string };
    expect(manifest.name).toBe(name);
    for (const path of [manifest.start_url, ...manifest.icons.map(({ src }) => src)])
      expect((await fetch(web.app.url + path)).status, path).toBe(200);
  }
});

it('a friend’s browser keeps nothing of the app', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const { slug } = await newSurvey(owner.client);
  const { page } = await web.open('phone');
  await page.goto(`/s/${slug}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await cacheNames(page)).toEqual([]);
});

it('what was seen opens without a network, and nothing private after signing out', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  owner.allow(cut);
  const { page, client, context } = owner;
  const id = await readyPersona(client, web.url);
  const { title } = (await client.run(PersonaDocument, { id })).persona;
  await page.goto('/home');
  await install(page);
  await page.goto(`/personas/${id}`);
  await page.getByText(title!).first().waitFor();
  await until('the picture is kept', async () =>
    (await seenPaths(page)).some((path) => path.startsWith('/images/')),
  );

  await web.wire?.cut();
  await page.goto(`/personas/${id}`);
  await page.getByText(title!).first().waitFor();
  const picture = (await seenPaths(page)).find((path) => path.startsWith('/images/')) ?? '';
  const type = await page.evaluate(
    (path) => fetch(path).then(({ headers }) => headers.get('content-type')),
    picture,
  );
  expect(type).toBe('image/webp');
  await page.goto('/home');
  await page.getByRole('heading', { level: 1, name: 'Me, as others see me' }).waitFor();
  await web.wire?.mend();

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
  const later = await context.newPage();
  await later.goto('/privacy');
  await until('the session is over', () =>
    later.evaluate(() => localStorage.getItem('mirai.session') === null),
  );
  await until('what was seen is gone', async () => (await seenPaths(later)).length === 0);
  await page.close();
  await web.wire?.cut();
  await later.goto(`/personas/${id}`);
  await later.waitForURL(({ pathname }) => pathname === '/');
  await later.getByRole('heading', { level: 1 }).waitFor();
  expect(await later.content()).not.toContain(title);
  expect((await cacheNames(later)).filter((name) => name.startsWith('mirai.seen.'))).toEqual([]);
  await web.wire?.mend();
});

it('what one account has seen is gone when another signs in on the device', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const { page } = owner;
  await page.goto('/home');
  await install(page);
  await until('the home page is kept', async () => (await seenPaths(page)).length > 0);
  const [mine] = (await cacheNames(page)).filter((name) => name.startsWith('mirai.seen.'));
  const other = await web.openAs('Jun Lee', 'desktop');
  await other.page.goto('/privacy');
  const session = await other.page.evaluate(() => localStorage.getItem('mirai.session'));
  await page.evaluate((value) => localStorage.setItem('mirai.session', value), session ?? '');
  await page.goto('/home');
  await until(
    'only the other account’s cache is left',
    async () => !(await cacheNames(page)).includes(mine!),
  );
});

/** Deploys a build in which every script and style has another name, and whose first script says its own. */
async function deploy(name: string): Promise<void> {
  const next = join(folder.path, 'next');
  await cp(built, next, { recursive: true });
  const assets = new Set((await readdir(join(next, 'assets'))).filter((file) => /\.(?:js|css)$/.test(file)));
  const renamed = (text: string): string =>
    text.replaceAll(/[\w-]+\.(?:js|css)\b/g, (file) =>
      assets.has(file) ? file.replace(/\.(js|css)$/, `.${name}.$1`) : file,
    );
  for (const file of await readdir(next, { recursive: true })) {
    const path = join(next, file);
    if (/\.(?:br|gz)$/.test(file)) await rm(path);
    if (!/\.(?:js|css|html|json)$/.test(file)) continue;
    const text = renamed(await readFile(path, 'utf8'));
    await rm(path);
    const mark = /assets\/app-/.test(file) ? `document.documentElement.dataset.build = '${name}';\n` : '';
    await writeFile(join(next, file.startsWith('assets') ? renamed(file) : file), mark + text);
  }
  const page = await readFile(join(next, 'index.html'));
  const integrity = `sha256-${createHash('sha256').update(page).digest('base64')}`;
  const worker = join(next, 'serviceWorker.js');
  const text = (await readFile(worker, 'utf8')).replace(
    /"integrity":"[^"]+","revision":"[^"]+"/,
    `"integrity":"${integrity}","revision":"${name}"`,
  );
  await writeFile(worker, text);
  await rename(join(folder.path, 'web'), join(folder.path, `before-${name}`));
  await rename(next, join(folder.path, 'web'));
}
const buildOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['build']);

it('a new build is shown at the next load, an open tab keeps its own files, and no browser mixes the two', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  owner.allow(cut);
  owner.allow(/404/);
  const { page, context } = owner;
  await page.goto('/home');
  await install(page);
  await page.getByRole('heading', { level: 1 }).waitFor();

  await deploy('next');
  const second = await context.newPage();
  await second.goto('/home');
  await second.getByRole('heading', { level: 1 }).waitFor();
  expect(await buildOf(second)).toBe('next');
  const workers = () =>
    second.evaluate(async () => {
      const { waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return [waiting?.state, active?.state];
    });
  await until('the new worker waits', async () => (await workers())[0] === 'installed');
  // The old tab loads a page that it has not loaded yet: from the files of its own build, which the server has lost.
  await page.locator('a[href="/settings"]').click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  expect(await buildOf(page)).toBeUndefined();

  // Alone, the new build's page has its own worker take over.
  await page.close();
  await second.goto('/home');
  await until('it takes over', async () => String(await workers()) === ',activated');
  await web.wire?.cut();
  await second.goto('/home');
  await second.getByRole('heading', { level: 1, name: 'Me, as others see me' }).waitFor();
  expect(await buildOf(second)).toBe('next');
  await web.wire?.mend();
});
