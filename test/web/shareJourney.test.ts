import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { PersonaDocument, PublicPersonaDocument } from '../../operations/generated/graphql.js';
import { curiousFriend, openDraftAtEnd, sendAnswers } from '../../scripts/browser/answerSurvey.js';
import { pastReveal } from '../../scripts/browser/pastReveal.js';
import { countRows } from '../chat/talk.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { firstSurvey } from './steps/becomeOwner.js';

const web = useWeb();
const words = webWords('en');

/** Counts the links and buttons that people tap. */
function countTaps() {
  let taps = 0;
  return {
    tap: async (target: Locator): Promise<void> => {
      await target.click();
      taps += 1;
    },
    taps: () => taps,
  };
}
type Tap = ReturnType<typeof countTaps>['tap'];

const button = (page: Page | Locator, key: string): Locator =>
  page.getByRole('button', { name: words(key), exact: true });

/** From a page that offers a mirror of one's own to the first survey. The date of birth is entered, not tapped. */
async function becomeOwner(page: Page, account: number, tap: Tap): Promise<string> {
  await tap(button(page, 'landing.button'));
  await page.waitForURL(/\/demo\/google\/authorize/);
  await tap(page.locator('a.account').nth(account));
  await page.getByLabel(words('entry.year')).fill('1996');
  await page.getByLabel(words('entry.month'), { exact: true }).selectOption({ index: 4 });
  await tap(button(page, 'entry.goOn'));
  return firstSurvey(page, 'en');
}

/** The longest time, in seconds, for which a cache may give an answer without asking again. */
const longestUse = ({ headers }: Response): number =>
  [...(headers.get('cache-control') ?? '').matchAll(/(?:max-age|stale-while-revalidate)=(\d+)/g)].reduce(
    (sum, [, seconds]) => sum + Number(seconds),
    0,
  );

it('six taps lead from a friend’s last answer to a stranger’s own survey, and unpublishing ends every address', async () => {
  const owner = await web.openAs('Mina Park', 'phone');
  const { page } = owner;
  const survey = await newSurvey(owner.client);
  for (const view of threeFriends.slice(0, 2)) await submitAnswers(web.url, survey.slug, view);
  await page.goto(`/surveys/${survey.id}`);
  await page.getByText('2 of 3 friends').waitFor();
  const friend = await web.open('phone');
  await openDraftAtEnd(friend.page, `/s/${survey.slug}`, curiousFriend);
  await sendAnswers(friend.page);

  const { tap, taps } = countTaps();
  const open = page.getByRole('link', { name: words('survey.sealed.open') });
  await open.waitFor();
  const { persona } = await owner.client.run(PersonaDocument, { id: survey.persona.id });
  expect(await page.locator('main').innerText()).not.toContain(persona.title);
  expect(await page.locator('main image').count()).toBe(0);
  await tap(open);
  const reveal = page.locator('.reveal');
  expect(await reveal.innerText()).toContain(persona.title);
  for (const tier of ['COMMON', 'RARE', 'EPIC', 'LEGENDARY'])
    expect(await reveal.innerText()).not.toContain(words(`traits.rarity.${tier}`));
  await tap(button(reveal, 'persona.sheet.title'));
  const sheet = page.getByRole('dialog', { name: words('persona.sheet.title') });
  await tap(button(sheet, 'persona.sheet.publish'));
  await sheet.locator('.preview img').waitFor();
  const link = await sheet.getByLabel(words('persona.publish.link')).inputValue();
  const slug = link.split('/').at(-1) ?? '';

  const stranger = await web.open('phone');
  await stranger.page.goto(link);
  await stranger.page.locator('.radar').waitFor();
  const own = await becomeOwner(stranger.page, 2, tap);
  expect(own).toMatch(/^\/s\//);
  expect(taps()).toBe(6);

  // The same person again: a reload, the back button, and another sign-in on another device.
  await stranger.page.reload();
  await stranger.page.goto(`/home?from=p:${slug}`);
  await stranger.page.getByRole('heading', { level: 1, name: words('home.title') }).waitFor();
  const again = await web.open('desktop');
  await again.page.goto(link);
  await button(again.page, 'landing.button').click();
  await again.page.waitForURL(/\/demo\/google\/authorize/);
  await again.page.locator('a.account').nth(2).click();
  await again.page.waitForURL(/\/home\?from=p/);
  await again.page.goto(`/surveys/new?from=p:${slug}`);
  await button(again.page, 'survey.form.create').click();
  await firstSurvey(again.page, 'en');
  expect(await countRows(web.app, 'daily_count', "kind = 'NEW_OWNER' and times = 1")).toBe(1);
  expect(await countRows(web.app, 'daily_count', "kind = 'NEW_OWNER'")).toBe(1);

  // Everything that a stranger, a messenger and a cache can ask for.
  const html = await (await fetch(link)).text();
  const preview = /<meta property="og:image" content="([^"]+)">/.exec(html)?.[1] ?? '';
  const addresses = [
    link,
    preview,
    ...['og', 'square', 'story'].map((size) => `${link}/card.png?size=${size}`),
  ];
  const before = await Promise.all(addresses.map((address) => fetch(address)));
  expect(before.map(({ status }) => status)).toEqual(addresses.map(() => 200));
  for (const response of before) expect(longestUse(response)).toBeLessThanOrEqual(60);
  await page.keyboard.press('Escape');
  await page.locator('#publish > details > summary').click();
  await button(page, 'persona.publish.unpublish').click();
  await button(page, 'persona.publish.publish').waitFor();
  const etags = before.map(({ headers }) => ({ headers: { 'if-none-match': headers.get('etag') ?? '' } }));
  const after = await Promise.all(addresses.map((address, at) => fetch(address, etags[at])));
  expect(after.map(({ status }) => status)).toEqual(addresses.map(() => 404));
  for (const response of after) expect(longestUse(response)).toBeLessThanOrEqual(60);
  const { errors } = await owner.client.request(PublicPersonaDocument, { slug });
  expect(errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
  stranger.allow(/404/);
  // Past the copy that the browser may keep for a minute.
  await stranger.page.goto(`${link}?again`);
  await stranger.page.getByRole('heading', { level: 1, name: words('persona.public.unknown') }).waitFor();
});

it('a published page is written by the server, and its app takes over', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(client);
  for (const view of threeFriends) await submitAnswers(web.url, survey.slug, view);
  await page.goto(`/surveys/${survey.id}`);
  await page.getByRole('link', { name: words('survey.sealed.open') }).click();
  await pastReveal(page);
  await page.locator('#publish > details > summary').click();
  await button(page, 'persona.publish.publish').click();
  await page
    .locator('#publish')
    .getByRole('button', { name: words('persona.sheet.title') })
    .click();
  const link = await page.getByLabel(words('persona.publish.link')).inputValue();
  const card = page.getByRole('link', { name: words('persona.sheet.save') });
  expect(await card.getAttribute('href')).toMatch(
    new RegExp(`^${new URL(link).pathname}/card\\.png\\?size=story&v=\\d+$`),
  );
  const html = await (await fetch(link)).text();
  expect(/<meta property="og:title" content="([^"]+)">/.exec(html)?.[1]).toContain('Mina');
  expect(html).toMatch(/<main id="main"[\s\S]*<article class="persona"/);
  expect(html.match(/<title>/g)).toHaveLength(1);
  expect(html.match(/name="description"/g)).toHaveLength(1);
  const stranger = await web.open('phone');
  await stranger.page.goto(link);
  // The heading of the first screen is replaced by the app's.
  await stranger.page.locator('main').getByRole('heading', { level: 1 }).waitFor();
  await stranger.page.locator('.radar').waitFor();
});

it('a friend sees their own gem, passes the link on, and copies a link of their own after at most five taps', async () => {
  const owner = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(owner.client);
  const friend = await web.open('phone', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = friend;
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await openDraftAtEnd(page, `/s/${survey.slug}`, curiousFriend);
  await sendAnswers(page);
  const gem = page.getByRole('region', { name: words('thanks.gem.title', { name: 'Mina' }) });
  expect(await gem.getByRole('img').getAttribute('aria-label')).toMatch(
    /^Extraversion \d+\/100, Warmth \d+\/100/,
  );
  await page.reload();
  await gem.waitFor();
  expect(sent.filter((body) => /gem|score/i.test(body))).toEqual([]);
  await button(page, 'thanks.passOn.button').click();
  await button(page, 'thanks.receipt.copied').waitFor();
  expect(await clipboard()).toBe(`${web.url}/s/${survey.slug}`);

  const { tap, taps } = countTaps();
  const own = await becomeOwner(page, 1, tap);
  await tap(button(page, 'survey.share.copy'));
  await button(page, 'survey.share.copied').waitFor();
  expect(new URL(await clipboard()).pathname).toBe(own);
  expect(taps()).toBeLessThanOrEqual(5);
});

it('the reveal can be watched again', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop');
  const survey = await newSurvey(client);
  for (const view of threeFriends) await submitAnswers(web.url, survey.slug, view);
  await page.goto(`/surveys/${survey.id}`);
  await page.getByRole('link', { name: words('survey.sealed.open') }).click();
  await pastReveal(page);
  await button(page, 'persona.replay').click();
  const reveal = page.locator('.reveal');
  await button(reveal, 'making.see').click();
  await reveal.waitFor({ state: 'detached' });
  // Once opened, the survey's page shows the mirror.
  await page.goto(`/surveys/${survey.id}`);
  await page.getByRole('link', { name: words('survey.look') }).waitFor();
});

it('the owner changes the name that friends see until the first of them has answered', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  const survey = await newSurvey(client);
  await page.goto(`/surveys/${survey.id}`);
  await button(page, 'survey.name.change').click();
  await page.getByLabel(words('survey.form.name')).fill('민아');
  await button(page, 'survey.name.save').click();
  await page.getByText('민아').first().waitFor();
  const friend = await web.open('phone');
  await friend.page.goto(`/s/${survey.slug}`);
  await friend.page.getByText('민아').first().waitFor();
  for (const view of threeFriends.slice(0, 1)) await submitAnswers(web.url, survey.slug, view);
  await button(page, 'survey.name.change').waitFor({ state: 'detached' });
});
