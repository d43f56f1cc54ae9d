import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ApiClient } from '../../../client/apiClient.js';
import { submitAnswers, threeFriends } from '../../../client/friends.js';
import { ReceiptDocument } from '../../../operations/generated/graphql.js';
import { newSurvey, someone } from '../../testkit/seed.js';
import { useWeb } from '../../testkit/useWeb.js';
import { webWords } from '../../testkit/webWords.js';

const web = useWeb();
const en = webWords('en');

it('a friend takes along all that is kept of their answers, without the receipt that could withdraw them', async () => {
  await using owner = await someone(web.url);
  const { slug } = await newSurvey(owner.client);
  const [friend] = threeFriends;
  const receipt = await submitAnswers(web.url, slug, friend!);
  const { page } = await web.open('phone');
  await page.goto(`/receipt#${receipt}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en('receipt.download') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('re-mirai-my-answers.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).not.toContain(receipt);
  const kept = (await new ApiClient(web.url).run(ReceiptDocument, { receipt })).responseByReceipt;
  expect(kept.answers.length).toBeGreaterThan(10);
  expect(JSON.parse(text)).toMatchObject(kept);
});
