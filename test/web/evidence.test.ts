import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answersOf } from '../../client/friends.js';
import { pastReveal } from '../../scripts/browser/pastReveal.js';
import { AnswerAboutMyselfDocument } from '../../operations/generated/graphql.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { useWeb } from '../testkit/useWeb.js';
import { surveyOf } from '../testkit/versions.js';
import { webWords } from '../testkit/webWords.js';

const web = useWeb();
const words = webWords('en');

/** Sees herself as no friend does: silent, and brave. */
const asSheIs = answersOf({
  relation: 'OTHER',
  closeness: 4,
  traits: { E: 1, A: 4, C: 3, N: 2, I: 5 },
  words: ['brave', 'curious', 'modest', 'honest', 'patient'],
});

/** The kinds of sentences of a persona's page, and what a tap opens. */
const kinds = {
  'where a trait lies': '#traits summary',
  'how friends agree': '#agreement .told summary',
  'where friends see more or less than oneself': '#johari .told summary',
  'a pane of the Johari window': '#johari .window summary',
  'how a circle sees the person': '#circles .panel summary',
  'what friends wrote': '#quotes .told summary',
};

async function openPersona(): Promise<Page> {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  await client.run(AnswerAboutMyselfDocument, { answers: asSheIs });
  const { personaId } = await surveyOf(client, web.url, sixFriends);
  await page.goto(`/personas/${personaId}`);
  await pastReveal(page, page.getByRole('dialog').getByRole('button', { name: words('making.skip') }));
  await page.locator('#traits').waitFor();
  // Folded sections are closed until they are read.
  for (const folded of await page.locator('.section > details > summary').all()) await folded.click();
  return page;
}

it('every kind of sentence on a persona’s page opens its evidence with one tap', async () => {
  const page = await openPersona();
  for (const [kind, toggles] of Object.entries(kinds)) {
    const summary = page.locator(toggles).first();
    await summary.waitFor();
    const evidence = summary.locator('xpath=..').locator('.opened, dl');
    expect(await evidence.isVisible(), kind).toBe(false);
    await summary.click();
    await evidence.waitFor();
    expect((await evidence.innerText()).length, kind).toBeGreaterThan(20);
  }
  const sentence = page.locator('#summary button[aria-expanded]').first();
  await sentence.click();
  const lines = page.locator('#summary .evidence:visible');
  await lines.getByText(words('traits.asked')).first().waitFor();
  expect(await lines.locator('.questions li').count()).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    await page.evaluate(() => window.innerWidth),
  );
});
