import { expect, it } from 'vitest';
import { pastReveal } from '../../scripts/browser/pastReveal.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { agree, createSurvey, signInByRedirect } from './steps/becomeOwner.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();
const words = webWords('en');

it('a stranger gets from a published persona to a survey of their own, until the owner makes it private', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const id = await readyPersona(owner.client, web.url);
  await owner.page.goto(`/personas/${id}`);
  await pastReveal(owner.page);
  await owner.page.getByRole('button', { name: words('persona.publish.publish') }).click();
  const section = owner.page.locator('#publish');
  await section.getByRole('button', { name: words('persona.sheet.title') }).click();
  const link = await owner.page.getByLabel(words('persona.publish.link')).inputValue();
  const { pathname } = new URL(link);
  const card = owner.page.getByRole('link', { name: words('persona.sheet.save') });
  expect(await card.getAttribute('href')).toContain(`${pathname}/card.png?size=story&v=`);
  await owner.page.keyboard.press('Escape');

  const stranger = await web.open('phone');
  const { page } = stranger;
  // What the server wrote, before the app has started.
  const html = await (await fetch(link)).text();
  const title = /<meta property="og:title" content="([^"]+)">/.exec(html)?.[1];
  expect(html).toMatch(/<main id="main"[\s\S]*<article class="persona"/);
  expect(html.match(/<title>/g)).toHaveLength(1);
  expect(html.match(/name="description"/g)).toHaveLength(1);
  await page.goto(pathname);
  const ask = page.getByRole('link', { name: words('persona.public.ask') });
  // The link of the first screen is replaced by the app's.
  await page.locator('main').getByRole('heading', { level: 1 }).waitFor();
  expect(title).toContain('Mina');
  await page.locator('.radar').waitFor();
  await ask.click();
  await page.waitForURL(/\/\?from=p:/);
  await signInByRedirect(page, 'en', 2);
  await agree(page, 'en', '1996');
  await page.waitForURL(/\/home\?from=p/);
  expect(await createSurvey(page, 'en')).toMatch(/^\/s\//);

  await owner.page.getByRole('button', { name: words('persona.publish.unpublish') }).click();
  await owner.page.getByRole('button', { name: words('persona.publish.publish') }).waitFor();
  stranger.allow(/404/);
  // Past the copy that the browser may keep for a minute.
  await page.goto(`${pathname}?again`);
  await page.getByRole('heading', { level: 1, name: words('persona.public.unknown') }).waitFor();
});
