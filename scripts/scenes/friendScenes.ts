import type { Page } from 'playwright-core';
import { CloseSurveyDocument } from '../../operations/generated/graphql.js';
import {
  answerUpTo,
  curiousFriend,
  openDraftAtEnd,
  openDraftAtWords,
  pickWords,
  sendAnswers,
} from '../browser/answerSurvey.js';
import type { Scene, SceneData } from './sceneData.js';

const open = async (data: SceneData): Promise<string> => `/s/${(await data.answered(0)).slug}`;

/** A separate survey that friends' scenes can answer without changing the owner's scenes. */
const spare = async (data: SceneData): Promise<string> =>
  `/s/${(await data.answered(0, 'PENDING', 'spare')).slug}`;

/** Answers the survey once. Later devices start with the localStorage of the first. */
async function answered(page: Page, data: SceneData): Promise<string> {
  const path = await spare(data);
  const stored = await data.once('thanks', async () => {
    await openDraftAtEnd(page, path, curiousFriend);
    await sendAnswers(page);
    return page.evaluate('Object.entries(localStorage)');
  });
  await page.goto('/privacy');
  await page.evaluate(
    `for (const [key, value] of ${JSON.stringify(stored)}) localStorage.setItem(key, value)`,
  );
  return path;
}

const upToWords = async (page: Page, data: SceneData): Promise<void> =>
  openDraftAtWords(page, await open(data), curiousFriend);

async function upToLine(page: Page, data: SceneData): Promise<void> {
  await upToWords(page, data);
  await pickWords(page, curiousFriend);
}

const upTo =
  (number: number) =>
  async (page: Page): Promise<void> => {
    await page.locator('.begin .button').click();
    await answerUpTo(page, curiousFriend, number);
  };

const closed = (data: SceneData): Promise<string> =>
  data.once('closed survey', async () => {
    const { id, slug } = await data.answered(0, 'PENDING', 'closed');
    const { client } = await data.person('owner');
    await client.run(CloseSurveyDocument, { surveyId: id, normConsent: false });
    return `/s/${slug}`;
  });

/** Scenes of friends, who never sign in. To add a picture, add an entry. */
export const friendScenes: readonly Scene[] = [
  { name: 'answer-intro', path: open, isLocalised: true },
  { name: 'answer-relation', path: open, act: upTo(1), isLocalised: true },
  { name: 'answer-closeness', path: open, act: upTo(2) },
  { name: 'answer-scale', path: open, act: upTo(5), isLocalised: true },
  { name: 'answer-words', path: open, act: upToWords, isLocalised: true },
  {
    name: 'answer-line',
    isFleeting: true,
    path: open,
    act: upToLine,
  },
  {
    name: 'answer-offline',
    noise: /ERR_INTERNET_DISCONNECTED/,
    isFleeting: true,
    path: () => '/',
    act: async (page, data) => {
      await upToLine(page, data);
      await page.context().setOffline(true);
      await page.locator('article .button').click();
      await page.getByRole('heading', { level: 1, name: 'Saved on this device' }).waitFor();
    },
  },
  {
    name: 'thanks-first',
    path: () => '/',
    act: async (page, data) => {
      await page.goto(`${await answered(page, data)}/thanks`);
      await page.locator('.mirror .kindled').first().waitFor();
    },
    isLocalised: true,
  },
  {
    name: 'answer-already',
    path: () => '/',
    act: async (page, data) => {
      await page.goto(await answered(page, data));
      await page.getByRole('link', { name: 'My receipt' }).waitFor();
    },
  },
  { name: 'answer-closed', path: closed },
  { name: 'answer-own', path: open, who: 'owner' },
  { name: 'answer-unknown', path: () => '/s/nobody-has-this', noise: /404/ },
  {
    name: 'receipt-answers',
    path: async (data) => `/receipt#${(await data.answered(3)).receipts[0]}`,
    isLocalised: true,
  },
  {
    name: 'receipt-withdraw',
    isFleeting: true,
    path: async (data) => `/receipt#${(await data.answered(3)).receipts[0]}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Delete my answers' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'receipt-ask', path: () => '/receipt' },
  { name: 'receipt-unknown', path: () => '/receipt#nothing-is-under-this-one' },
];
