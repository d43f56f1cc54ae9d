import type { Page } from 'playwright-core';

/** How a friend answers each question, by the position of the choice, which is the same in every language. */
export interface FriendChoices {
  relation: number;
  closeness: number;
  /** @param item from 0 */
  scale: (item: number) => number;
  words: number[];
  line?: string;
}

export const curiousFriend: FriendChoices = {
  relation: 0,
  closeness: 2,
  scale: (item) => [4, 3, 1, 1, 4][item % 5] ?? 2,
  words: [0, 3, 5, 8, 13],
  line: 'starts three projects before breakfast',
};

const SCALES = 20;
const choice = (page: Page, at: number) => page.locator('article li button').nth(at);

/** The question number that the progress bar shows, from 1. */
export const currentQuestion = async (page: Page): Promise<number> =>
  Number(await page.getByRole('progressbar').getAttribute('aria-valuenow'));

/** Taps an answer and waits for the next question to appear. */
async function tapOn(page: Page, at: number): Promise<void> {
  const here = await currentQuestion(page);
  await choice(page, at).click();
  await page.locator(`[role="progressbar"][aria-valuenow="${here + 1}"]`).waitFor();
}

/** Answers the questions up to the one with this number (from 1), which is left open. */
export async function answerUpTo(page: Page, friend: FriendChoices, number: number): Promise<void> {
  for (let at = await currentQuestion(page); at < number; at = await currentQuestion(page))
    await tapOn(page, at === 1 ? friend.relation : at === 2 ? friend.closeness : friend.scale(at - 3));
}

/** Picks words, continues to the open question and answers it. */
export async function pickWords(page: Page, friend: FriendChoices): Promise<void> {
  for (const word of friend.words) await choice(page, word).click();
  await page.locator('article .bar button').click();
  await page.locator('article textarea').waitFor();
  if (friend.line !== undefined) await page.locator('article textarea').fill(friend.line);
}

/** Opens the survey and answers all of it, up to the submit button, which is not pressed. */
export async function answerAllQuestions(page: Page, path: string, friend: FriendChoices): Promise<void> {
  await page.goto(path);
  await page.locator('.begin .button').click();
  await answerUpTo(page, friend, 2 + SCALES + 1);
  await pickWords(page, friend);
}

/** Adds answers to the draft on the device, as if they had been tapped. */
const ADD_TO_DRAFT = `(more) => {
  const key = Object.keys(localStorage).find((one) => one.startsWith('mirai.draft.'));
  const draft = JSON.parse(localStorage.getItem(key));
  Object.assign(draft.given, more);
  localStorage.setItem(key, JSON.stringify({ ...draft, at: 'WORDS' }));
}`;

/** Opens a draft at the words question. The statements are already on the device and need no taps. */
export async function openDraftAtWords(page: Page, path: string, friend: FriendChoices): Promise<void> {
  await page.goto(path);
  await page.locator('.begin .button').click();
  await tapOn(page, friend.relation);
  // Leave the form first, because it saves its own draft when it is left.
  await page.goto('/privacy');
  const more: Record<string, { scale: number }> = { CLOSENESS: { scale: friend.closeness + 1 } };
  for (let item = 0; item < SCALES; item += 1)
    more[`MI${String(item + 1).padStart(2, '0')}`] = { scale: friend.scale(item) + 1 };
  await page.evaluate(`(${ADD_TO_DRAFT})(${JSON.stringify(more)})`);
  await page.goto(path);
  await page.locator(`[role="progressbar"][aria-valuenow="${2 + SCALES + 1}"]`).waitFor();
}

/** Like answerAllQuestions, from a draft. */
export async function openDraftAtEnd(page: Page, path: string, friend: FriendChoices): Promise<void> {
  await openDraftAtWords(page, path, friend);
  await pickWords(page, friend);
}

/** Submits the answers and waits for the thanks page. */
export async function sendAnswers(page: Page): Promise<void> {
  await page.locator('article .button').click();
  await page.waitForURL(/\/thanks$/);
}
