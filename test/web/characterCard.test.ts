import { readFile } from 'node:fs/promises';
import { CCardLib } from '@risuai/ccardlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { KeptFieldsDocument } from '../../operations/generated/graphql.js';
import { pastReveal } from '../../scripts/browser/pastReveal.js';
import { withTexts } from '../../src/images/characterCard/pngText.js';
import { chunksOf } from '../images/chunksOf.js';
import { type Card, cardInPng } from '../journey/cardFiles.js';
import { violationsOf } from '../testkit/accessibility.js';
import { smallPicture } from '../testkit/smallPicture.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();
const en = webWords('en');

/** The persona's page with its export opened. */
async function openExport() {
  const owner = await web.openAs('Mina Park', 'phone');
  const personaId = await readyPersona(owner.client, web.url);
  const { page } = owner;
  await page.goto(`/personas/${personaId}`);
  await pastReveal(page);
  await page.locator('#export summary').click();
  return { ...owner, page, personaId };
}

async function downloadPng(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en('persona.export.PNG') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('re-mirai-mirror.png');
  return readFile(await download.path());
}

async function bringBack(page: Page, name: string, content: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: en('persona.kept.choose') }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: '', buffer: content });
}

/** What another app makes of a card: its library writes the card anew in version 3, and its user adds to it. */
function changedElsewhere(v2: Card): Card {
  const card = CCardLib.character.convert(v2 as never, { to: 'v3' }) as unknown as Card;
  const { data } = card;
  const entry = { content: 'Green.', extensions: { x_weight: 0.5 }, enabled: true, use_regex: false };
  return {
    ...card,
    data: {
      ...data,
      description: 'The ruler of the world.',
      alternate_greetings: [...(data['alternate_greetings'] as string[]), 'Come in.', '어서 와.'],
      character_book: {
        extensions: {},
        entries: ['tea', 'rain'].map((key, order) => ({ ...entry, keys: [key], insertion_order: order })),
      },
      tags: [...(data['tags'] as string[]), 'cozy'],
      extensions: { ...(data['extensions'] as object), depth_prompt: { depth: 4 }, x_unknown: ['é', 1] },
    },
  };
}

it('an owner takes a mirror along as a character card, brings it back from another app, and it goes out again with what was added', async () => {
  const { page, client, personaId } = await openExport();
  const png = await downloadPng(page);
  expect(chunksOf(png).filter((type) => type === 'tEXt')).toHaveLength(2);
  expect(new URL(page.url()).pathname).toBe(`/personas/${personaId}`);

  const changed = changedElsewhere(await cardInPng(png, 'chara'));
  const file = withTexts(await smallPicture('another'), {
    ccv3: Buffer.from(JSON.stringify(changed)).toString('base64'),
  });
  await bringBack(page, 'mina.png', file);
  await page.getByText(en('persona.kept.title'), { exact: true }).waitFor();
  expect(await page.locator('#export li').allInnerTexts()).toEqual([
    '2 greetings',
    'Lorebook with 2 entries',
    '1 tag',
    'Fields from SillyTavern',
    'Other fields: x_unknown',
  ]);
  expect(await violationsOf(page)).toEqual([]);

  const again = (await cardInPng(await downloadPng(page), 'ccv3')).data;
  const { data } = await cardInPng(png, 'ccv3');
  expect(again).toMatchObject({
    description: data.description,
    alternate_greetings: [...(data['alternate_greetings'] as string[]), 'Come in.', '어서 와.'],
    character_book: changed.data['character_book'],
    tags: [...(data['tags'] as string[]), 'cozy'],
    extensions: { depth_prompt: { depth: 4 }, x_unknown: ['é', 1] },
  });

  // It is still there after a reload, and one tap removes it.
  await page.reload();
  await page.locator('#export summary').click();
  await page.getByRole('button', { name: en('persona.kept.remove') }).click();
  await page.getByText(en('persona.kept.title'), { exact: true }).waitFor({ state: 'detached' });
  expect((await client.run(KeptFieldsDocument, { id: personaId })).persona.keptFields).toEqual([]);
  expect((await cardInPng(await downloadPng(page), 'ccv3')).data).toEqual(data);
});

it('a file without a card, or with nothing to keep, is explained', async () => {
  const { page } = await openExport();
  await bringBack(page, 'photo.png', await smallPicture('photo'));
  await page.getByText(en('persona.kept.noCard')).waitFor();
  await bringBack(page, 'old.json', Buffer.from('{"name":"Mina","description":"","first_mes":"Hi"}'));
  await page.getByText(en('persona.kept.noCard')).waitFor();
  await bringBack(page, 'large.json', Buffer.from(`{"x":"${'x'.repeat(100_000)}"}`));
  await page.getByText(en('persona.kept.tooLarge')).waitFor();
  await bringBack(page, 're-mirai-mirror.png', await downloadPng(page));
  await page.getByText(en('persona.kept.nothing')).waitFor();
});
