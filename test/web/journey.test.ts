import { expect, it } from 'vitest';
import {
  answerAllQuestions,
  curiousFriend,
  type FriendChoices,
  openDraftAtEnd,
} from '../../scripts/browser/answerSurvey.js';
import { mirrorMessages, sendMessage } from '../../scripts/browser/chat.js';
import { useWeb } from '../testkit/useWeb.js';
import { agree, firstSurvey, openPersona, signInByRedirect } from './steps/becomeOwner.js';
import { onlyGrows, recordedTexts, recordReplyTexts } from './steps/replyTexts.js';

const web = useWeb({ tokensPerSecond: 30 });

const friends: FriendChoices[] = [
  curiousFriend,
  { ...curiousFriend, relation: 4, scale: (item) => [3, 3, 2, 1, 4][item % 5] ?? 2, line: undefined },
  { ...curiousFriend, relation: 1, closeness: 3, line: 'knows the name of every dog in the park' },
];

it('an owner gets from the landing page to three friends, the reveal and a chat with the persona', async () => {
  const { page } = await web.open('desktop', { reducedMotion: 'no-preference' });
  await page.goto('/');
  await signInByRedirect(page, 'en', 2);
  await agree(page, 'en', '1996');
  const link = await firstSurvey(page, 'en');
  await page.getByText('0 of 3 friends').waitFor();
  let loads = 0;
  page.on('load', () => (loads += 1));

  const phones = await Promise.all(friends.map(() => web.open('phone')));
  // One friend taps every answer; the others come back to a draft.
  await Promise.all(
    phones.map((phone, at) => {
      const answerAll = at === 0 ? answerAllQuestions : openDraftAtEnd;
      return answerAll(phone.page, link, friends[at] ?? curiousFriend);
    }),
  );
  for (const [at, phone] of phones.entries()) {
    await phone.page.locator('article .button').click();
    await phone.page.waitForURL(/\/thanks$/);
    if (at < 2) await page.getByText(`${at + 1} of 3 friends`).waitFor();
  }
  await openPersona(page, 'en');
  expect(new URL(page.url()).pathname).toMatch(/^\/personas\//);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Alex');

  await page.getByRole('link', { name: 'Talk to your mirror' }).first().click();
  await mirrorMessages(page).first().waitFor();
  await recordReplyTexts(page);
  await sendMessage(page, 'What do my friends like most about me?');
  await mirrorMessages(page).nth(1).waitFor();
  await page.locator('.composer button[type="submit"]').waitFor();
  const texts = await recordedTexts(page);
  expect(texts.length, 'texts of the growing reply').toBeGreaterThan(3);
  expect(onlyGrows(texts)).toBe(true);
  expect(loads, 'the owner never had to reload').toBe(0);
});
