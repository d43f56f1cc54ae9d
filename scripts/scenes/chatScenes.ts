import type { Page } from 'playwright-core';
import { mirrorMessages, sendAndAwaitReply, sendMessage } from '../browser/chat.js';
import type { Scene, SceneData } from './sceneData.js';

/** A separate persona for each conversation, so that it does not appear in other scenes' pictures. */
const chatPath =
  (chat: string) =>
  async (data: SceneData): Promise<string> =>
    `/personas/${(await data.answered(3, 'READY', chat)).personaId}/chat`;

const questions = {
  EN: ['What do my friends like most about me?', 'And what do they see that I might not?'],
  KO: ['친구들은 내 어떤 점을 가장 좋아해?', '내가 모르는 나는 어떤 모습이야?'],
  JA: ['友だちは私のどこがいちばん好き？', '私が気づいていないことって何？'],
} as const;

/** The first device holds the conversation. Later devices find it as it was left. */
async function chat(page: Page, data: SceneData): Promise<void> {
  await data.once('talk', async () => {
    for (const question of questions[data.locale]) await sendAndAwaitReply(page, question);
  });
  await mirrorMessages(page).nth(questions[data.locale].length).waitFor();
}

/** Scenes of the chat. To add a picture, add an entry. */
export const chatScenes: readonly Scene[] = [
  { name: 'chat-empty', path: chatPath(''), who: 'owner', isLocalised: true },
  { name: 'chat-talk', path: chatPath('talk'), who: 'owner', act: chat, isLocalised: true },
  {
    name: 'chat-why',
    path: chatPath('talk'),
    who: 'owner',
    isFleeting: true,
    act: async (page, data) => {
      await chat(page, data);
      await page.getByRole('button', { name: 'Why do you say that?' }).last().click();
      await page.locator('[aria-expanded="true"]').waitFor();
    },
  },
  {
    name: 'chat-picture',
    path: chatPath('talk'),
    who: 'owner',
    isFleeting: true,
    act: async (page, data) => {
      await chat(page, data);
      await page.getByRole('button', { name: 'Share as a picture' }).last().click();
      await page.getByRole('dialog').getByRole('img').waitFor();
    },
  },
  {
    name: 'chat-memory',
    path: chatPath('talk'),
    who: 'owner',
    isFleeting: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'Memory' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'chat-writing',
    path: chatPath('writing'),
    who: 'owner',
    isFleeting: true,
    act: async (page, { stage }) => {
      stage.model.script({ path: 'chat', times: Infinity, do: 'stall' });
      if ((await mirrorMessages(page).count()) < 2) await sendMessage(page, questions.EN[0]);
      await mirrorMessages(page).nth(1).waitFor();
    },
  },
  {
    name: 'chat-failed',
    path: chatPath('failed'),
    who: 'owner',
    act: async (page, { stage }) => {
      stage.model.script({ path: 'chat', times: Infinity, do: 'fail', status: 401 });
      if ((await page.locator('.failed').count()) === 0) await sendMessage(page, questions.EN[0]);
      await page.locator('.failed').waitFor();
    },
  },
  {
    name: 'chat-help',
    path: chatPath('help'),
    who: 'owner',
    act: async (page) => {
      if ((await page.locator('.help').count()) === 0) await sendMessage(page, 'I want to die');
      await page.locator('.help').first().waitFor();
    },
  },
  {
    name: 'chat-not-ready',
    path: async (data) => `/personas/${(await data.answered(1)).personaId}/chat`,
    who: 'owner',
  },
  { name: 'chat-unknown', path: () => '/personas/nobody-has-this/chat', who: 'owner' },
];
