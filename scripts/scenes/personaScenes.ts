import type { Page } from 'playwright-core';
import { PublishPersonaDocument } from '../../operations/generated/graphql.js';
import { holdReveal, pastReveal } from '../browser/pastReveal.js';
import type { Scene, SceneData } from './sceneData.js';

const persona =
  (friends: number) =>
  async (data: SceneData): Promise<string> =>
    `/personas/${(await data.answered(friends)).personaId}`;

async function published(data: SceneData): Promise<{ own: string; shown: string }> {
  const { personaId } = await data.answered(3, 'READY', 'public');
  const { client } = await data.person('owner');
  const { persona } = (await client.run(PublishPersonaDocument, { personaId })).publishPersona;
  return { own: `/personas/${personaId}`, shown: new URL(persona.publicUrl ?? '').pathname };
}

/** The first button beside the link to the chat, in any language. */
async function openShareSheet(page: Page): Promise<void> {
  await pastReveal(page);
  await page.locator('.overview .actions button').first().click();
  await page.locator('dialog .preview').waitFor();
}

/** Scenes of the persona: in progress, revealed and finished. To add a picture, add an entry. */
export const personaScenes: readonly Scene[] = [
  {
    name: 'making-pending',
    path: async (data) => `/personas/${(await data.answered(1)).personaId}`,
    who: 'owner',
  },
  {
    name: 'making-writing',
    path: async (data) => `/personas/${(await data.answered(3, 'SYNTHESIZING')).personaId}`,
    who: 'owner',
    model: { path: 'chat', times: Infinity, do: 'stall' },
    isLocalised: true,
  },
  {
    name: 'making-waiting',
    // The countdown goes on.
    isFleeting: true,
    path: async (data) => `/personas/${(await data.answered(3, 'SYNTHESIZING', 'waiting')).personaId}`,
    who: 'owner',
    model: { path: 'chat', times: Infinity, do: 'fail', status: 429, retryAfter: 50 },
    act: (page) => page.getByRole('timer').waitFor(),
    isLocalised: true,
  },
  {
    name: 'persona-drawing',
    path: async (data) => `/personas/${(await data.answered(3, 'GENERATING_IMAGE')).personaId}`,
    who: 'owner',
    model: { path: 'images', times: Infinity, do: 'hold', until: new Promise(() => undefined) },
    act: (page) => pastReveal(page),
    isLocalised: true,
  },
  {
    name: 'making-failed',
    path: async (data) => `/personas/${(await data.answered(3, 'FAILED')).personaId}`,
    who: 'owner',
    model: { path: 'chat', times: Infinity, do: 'fail', status: 401 },
  },
  {
    name: 'reveal-end',
    isFleeting: true,
    path: persona(3),
    who: 'owner',
    act: (page) => holdReveal(page),
    isLocalised: true,
  },
  {
    name: 'persona-three',
    path: persona(3),
    who: 'owner',
    act: (page) => pastReveal(page),
    isLocalised: true,
  },
  {
    name: 'persona-twelve',
    path: persona(12),
    who: 'owner',
    act: (page) => pastReveal(page),
    isLocalised: true,
  },
  {
    name: 'persona-evidence',
    isFleeting: true,
    path: persona(3),
    who: 'owner',
    act: async (page) => {
      await pastReveal(page);
      await page.locator('#summary button').first().click();
    },
  },
  {
    name: 'persona-reasons',
    path: persona(12),
    who: 'owner',
    isLocalised: true,
    isFleeting: true,
    // Opens every section that is folded, and the evidence of the first sentence of each kind.
    act: async (page) => {
      await pastReveal(page);
      for (const folded of await page.locator('.section > details > summary').all()) await folded.click();
      for (const kind of ['#traits', '#agreement', '#circles', '#quotes'])
        await page.locator(`${kind} li summary`).first().click();
    },
  },
  {
    name: 'persona-hide-quote',
    isFleeting: true,
    path: persona(12),
    who: 'owner',
    act: async (page) => {
      await pastReveal(page);
      await page.locator('#quotes').getByRole('button', { name: 'Hide' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'persona-practice',
    path: async (data) => `/personas/${await data.practice()}`,
    who: 'owner',
    act: (page) => pastReveal(page),
  },
  {
    name: 'share-private',
    isFleeting: true,
    path: persona(3),
    who: 'owner',
    act: openShareSheet,
    isLocalised: true,
  },
  {
    name: 'share-public',
    isFleeting: true,
    path: async (data) => (await published(data)).own,
    who: 'owner',
    act: openShareSheet,
    isLocalised: true,
  },
  { name: 'public-persona', path: async (data) => (await published(data)).shown, isLocalised: true },
  { name: 'public-unknown', path: () => '/p/nobody-has-this', noise: /404/ },
  { name: 'persona-unknown', path: () => '/personas/nobody-has-this', who: 'owner' },
];
