import { expect, it } from 'vitest';
import { MessagesDocument } from '../../operations/generated/graphql.js';
import { mirrorMessages, sendMessage } from '../../scripts/browser/chat.js';
import { launchChromium } from '../../scripts/browser/launchChromium.js';
import { signedInStorage } from '../../scripts/browser/signedInStorage.js';
import { startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { freePort } from '../testkit/freePort.js';
import { startProcess } from '../testkit/process.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { openVisitor } from '../testkit/visitor.js';
import { readyPersona } from './steps/readyPersona.js';
import { onlyGrows, recordedTexts, recordReplyTexts } from './steps/replyTexts.js';

it('a reply that a restart of the server interrupts is finished on the open page, and its shown text only grew', async () => {
  await using folder = await temporaryFolder();
  await using browser = await launchChromium();
  await using model = await startOpenAiStandIn();
  const env = { DATA_DIR: folder.path, PORT: String(await freePort()), OPENAI_BASE_URL: model.url };
  const first = await startProcess(env);
  const person = await signedInStorage(first.url, { email: 'mina@test.example', name: 'Mina Park' });
  const personaId = await readyPersona(person.client, first.url);
  await person[Symbol.asyncDispose]();
  const { page } = await openVisitor(browser, first.url, 'desktop', { storageState: person.storage });
  await page.goto(`/personas/${personaId}/chat`);
  await mirrorMessages(page).first().waitFor();
  await recordReplyTexts(page);
  // Half a reply, and then nothing until the process ends.
  model.script({ path: 'chat', do: 'stall' });
  await sendMessage(page, 'What do my friends like most about me?');
  await mirrorMessages(page).nth(1).waitFor();

  first.signal('SIGTERM');
  expect(await first.exited).toBe(0);
  await using second = await startProcess(env);
  expect(second.url).toBe(first.url);
  await page.locator('.composer button[type="submit"]').waitFor();

  const texts = await recordedTexts(page);
  expect(texts.length, 'it was not whole before the restart').toBeGreaterThan(1);
  expect(onlyGrows(texts), texts.join('\n')).toBe(true);
  const { edges } = (await person.client.run(MessagesDocument, { personaId })).persona.messages;
  expect(edges.map(({ node }) => node.status)).toEqual(['COMPLETE', 'COMPLETE']);
  expect(texts.at(-1)).toBe(edges[1]?.node.text);
});
