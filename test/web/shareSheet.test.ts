import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PersonaDocument } from '../../operations/generated/graphql.js';
import { holdReveal, pastReveal } from '../../scripts/browser/pastReveal.js';
import { useWeb } from '../testkit/useWeb.js';
import { webWords } from '../testkit/webWords.js';
import { readyPersona } from './steps/readyPersona.js';

const web = useWeb();
const words = webWords('en');

/** What the stub of the device's share sheet has received. */
interface Shared {
  text?: string;
  url?: string;
  files: { name: string; type: string; size: number }[];
}

/** A device with a share sheet that takes pictures, or without any. */
async function giveShareSheet(page: Page, has: boolean): Promise<void> {
  await page.addInitScript((isThere) => {
    const received: unknown[] = [];
    Object.assign(window, { received });
    const stub = (value: unknown): PropertyDescriptor => ({ value, configurable: true });
    Object.defineProperties(navigator, {
      canShare: stub(isThere ? () => true : undefined),
      share: stub(
        isThere
          ? ({ text, url, files = [] }: ShareData) => {
              if (!navigator.userActivation.isActive) throw new Error('not allowed');
              received.push({
                text,
                url,
                files: files.map(({ name, type, size }) => ({ name, type, size })),
              });
              return Promise.resolve();
            }
          : undefined,
      ),
    });
  }, has);
}
const received = (page: Page): Promise<Shared[]> =>
  page.evaluate(() => (window as unknown as { received: Shared[] }).received);

it('at the end of the reveal a mirror is published, and its card is handed to the device with text and link', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  const id = await readyPersona(client, web.url);
  await giveShareSheet(page, true);
  await page.goto(`/personas/${id}`);
  await holdReveal(page);
  await page
    .locator('.reveal')
    .getByRole('button', { name: words('persona.sheet.title') })
    .click();
  const sheet = page.getByRole('dialog', { name: words('persona.sheet.title') });
  await sheet.getByText(words('persona.sheet.consent')).waitFor();
  const preview = sheet.locator('.preview');
  const before = await preview.boundingBox();
  const address = /\/p\/[\w-]{22}$/;
  // Opening the sheet publishes nothing.
  expect(await sheet.getByLabel(words('persona.publish.link')).count()).toBe(0);
  await sheet.getByRole('button', { name: words('persona.sheet.publish') }).click();

  const link = await sheet.getByLabel(words('persona.publish.link')).inputValue();
  expect(link).toMatch(address);
  await preview.getByRole('img').waitFor();
  expect((await preview.boundingBox())?.height).toBe(before?.height);
  const share = sheet.getByRole('button', { name: words('persona.sheet.share') });
  expect(await share.evaluate((button) => button === document.activeElement)).toBe(true);
  await share.click();
  await sheet.getByText(words('persona.publish.card.square'), { exact: true }).click();
  await preview.getByRole('img').waitFor();
  await share.click();
  await sheet.getByRole('button', { name: words('shell.send.kakao') }).click();
  const { persona } = await client.run(PersonaDocument, { id });
  const png = (size: string) => ({
    name: `re-mirai-${size}.png`,
    type: 'image/png',
    size: expect.any(Number) as number,
  });
  const text = expect.stringContaining(persona.title ?? '?') as string;
  expect(await received(page)).toEqual([
    { text: expect.stringContaining(`\n${link}`) as string, files: [png('story')] },
    { text: expect.stringContaining(`\n${link}`) as string, files: [png('square')] },
    { text, url: link, files: [] },
  ]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
});

it('on a device without a share sheet the cards are saved and the link is copied', async () => {
  const { page, client } = await web.openAs('Mina Park', 'desktop', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const id = await readyPersona(client, web.url);
  await giveShareSheet(page, false);
  await page.goto(`/personas/${id}`);
  await pastReveal(page);
  await page
    .locator('.actions')
    .getByRole('button', { name: words('persona.sheet.title') })
    .click();
  const sheet = page.getByRole('dialog', { name: words('persona.sheet.title') });
  await sheet.getByRole('button', { name: words('persona.sheet.publish') }).click();
  const link = await sheet.getByLabel(words('persona.publish.link')).inputValue();
  expect(await sheet.getByRole('button', { name: words('persona.sheet.share') }).count()).toBe(0);
  const save = sheet.getByRole('link', { name: words('persona.sheet.save') });
  for (const size of ['story', 'square', 'og'] as const) {
    await sheet.getByText(words(`persona.publish.card.${size}`), { exact: true }).click();
    await sheet.locator('.preview img').waitFor();
    const downloading = page.waitForEvent('download');
    await save.click();
    expect((await downloading).suggestedFilename()).toBe(`re-mirai-${size}.png`);
  }
  await sheet.getByRole('button', { name: words('shell.send.kakao') }).click();
  await sheet.getByText(words('shell.send.paste')).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const hrefs = await sheet
    .locator('a.chip')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href')));
  expect(hrefs.filter((href) => href?.includes(encodeURIComponent(link)))).toHaveLength(5);
});
