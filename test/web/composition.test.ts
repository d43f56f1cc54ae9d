import type { CDPSession, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { curiousFriend, openDraftAtEnd } from '../../scripts/browser/answerSurvey.js';
import { mirrorMessages } from '../../scripts/browser/chat.js';
import { newSurvey } from '../testkit/seed.js';
import { useWeb } from '../testkit/useWeb.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();

/** What is typed: finished text, then what an input method shows while it composes. */
const typings = {
  Korean: { before: '요즘 기분이 안 ', composing: ['ㅈ', '조', '좋', '좋아'] },
  Japanese: { before: '今日は', composing: ['t', 'て', 'てん', '天気'] },
  'English, as Android composes it': { before: 'I like to walk with ', composing: ['m', 'me'] },
};
type Typing = (typeof typings)['Korean'];

const enterOfInputMethod = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };

/** Types into a field by the browser's input protocol, and leaves the last word in composition. */
async function compose(page: Page, field: Locator, { before, composing }: Typing): Promise<string> {
  const input: CDPSession = await page.context().newCDPSession(page);
  await field.fill('');
  await field.focus();
  await input.send('Input.insertText', { text: before });
  for (const text of composing)
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const shown = before + composing.at(-1);
  expect(await field.inputValue()).toBe(shown);
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enterOfInputMethod });
  expect(await field.inputValue(), 'Enter while composing neither sends nor changes the text').toBe(shown);
  return shown;
}

/** Presses a button while the composition lasts, and expects that all that is shown is sent. */
async function sendsWhatIsShown(page: Page, field: Locator, button: Locator, typing: Typing): Promise<void> {
  const mutations: string[] = [];
  page.on('request', (request) => void mutations.push(request.postData() ?? ''));
  const shown = await compose(page, field, typing);
  const sent = page.waitForRequest((request) => request.postData()?.includes('mutation') ?? false);
  await button.click();
  expect((await sent).postData()).toContain(JSON.stringify(shown));
  const early = mutations.filter((body) => body.includes('mutation')).length;
  expect(early, 'mutations, of which Enter sent none').toBe(1);
}

describe.each(Object.entries(typings))(
  'a tap on a button takes what is composed: %s',
  (_language, typing) => {
    it('in a chat message, whose field is then empty, and in its edited version', async () => {
      const { page, client } = await web.openAs('Mina Park', 'phone');
      const personaId = await readyPersona(client, web.url);
      await page.goto(`/personas/${personaId}/chat`);
      await mirrorMessages(page).first().waitFor();
      const field = page.locator('.composer textarea');
      const send = page.locator('.composer button[type="submit"]');
      await sendsWhatIsShown(page, field, send, typing);
      await mirrorMessages(page).nth(1).waitFor();
      await send.waitFor();
      expect(await field.inputValue()).toBe('');

      await page.getByRole('button', { name: 'Edit' }).first().click();
      const form = page.locator('form', { has: page.getByLabel('Edit your message') });
      const edited = { ...typing, before: `1 ${typing.before}` };
      await sendsWhatIsShown(
        page,
        form.locator('textarea'),
        form.getByRole('button', { name: 'Send' }),
        edited,
      );
    });

    it('in a new memory and a corrected one', async () => {
      const { page, client } = await web.openAs('Mina Park', 'phone');
      const personaId = await readyPersona(client, web.url);
      await page.goto(`/personas/${personaId}/chat`);
      await mirrorMessages(page).first().waitFor();
      await page.getByRole('button', { name: 'Memory' }).click();
      const dialog = page.getByRole('dialog');
      const add = dialog.getByRole('button', { name: 'Remember', exact: true });
      await sendsWhatIsShown(page, dialog.getByLabel('Remember this'), add, typing);
      await dialog.getByRole('button', { name: 'Edit' }).first().click();
      const corrected = { ...typing, before: `1 ${typing.before}` };
      const save = dialog.getByRole('button', { name: 'Save' });
      await sendsWhatIsShown(page, dialog.getByLabel('Edit', { exact: true }).first(), save, corrected);
    });

    it('in a friend’s open line', async () => {
      const owner = await web.openAs('Mina Park', 'phone');
      const { slug } = await newSurvey(owner.client);
      const { page } = await web.open('phone');
      await openDraftAtEnd(page, `/s/${slug}`, curiousFriend);
      await sendsWhatIsShown(page, page.locator('article textarea'), page.locator('article .button'), typing);
    });

    it.each(['The name friends see', 'Your own title (optional)'])(
      'in the form of a new survey: %s',
      async (label) => {
        const { page } = await web.openAs('Mina Park', 'phone');
        await page.goto('/surveys/new');
        // The form suggests a name once it is loaded.
        await expect.poll(() => page.getByLabel('The name friends see').inputValue()).toBe('Mina');
        const create = page.getByRole('button', { name: 'Create', exact: true });
        await sendsWhatIsShown(page, page.getByLabel(label), create, typing);
      },
    );
  },
);
