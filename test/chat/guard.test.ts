import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { RegenerateReplyDocument } from '../../operations/generated/graphql.js';
import { useApp } from '../testkit/useApp.js';
import {
  ask,
  conductNextReply,
  messageOf,
  readAll,
  replyCalls,
  send,
  storedUpTo,
  useTalker,
} from './talk.js';

const test = useApp();
const owner = useTalker(test);
beforeEach(() => test.model.reset());

/** What becomes of a reply in these words. */
async function said(content: string) {
  test.model.script({ path: 'chat', do: 'say', content });
  const { reply, read } = await ask(owner.client, owner.personaId, 'What do you say?');
  const message = await messageOf(owner.client, reply.id);
  expect(message.text).toBe(read.text);
  return message;
}

describe('what a model writes into a talk', () => {
  it('arrives plain where it wrote markup', async () => {
    const text = '# You\n\n**Warm**, and `calm`:\n- <b>kind</b>\n- [funny](//evil.example/x) &lt;3';
    expect(await said(text)).toMatchObject({
      status: 'COMPLETE',
      text: 'You\n\nWarm, and calm:\nkind\nfunny 3',
    });
  });

  it('has three dots where it wrote an address, in any language', async () => {
    const { text } = await said(
      'Go to www.evil.example/login, 또는 evil.com에서, あるいはｅｖｉｌ。ｊｐへ。',
    );
    expect(text).toBe('Go to …, 또는 evil…에서, あるいは…へ。');
  });

  it('is no reply where nothing of it can be seen', async () => {
    const calls = replyCalls(test.model).length;
    test.model.script({ path: 'chat', do: 'say', content: '<b>\u200b</b>' });
    const { read } = await ask(owner.client, owner.personaId, 'Nothing?');
    expect(read.statuses.at(-1)).toBe('COMPLETE');
    expect(read.text.trim()).not.toBe('');
    expect(replyCalls(test.model)).toHaveLength(calls + 2);
  });
});

/** A leak is worth one more call. */
const TRIES = 2;

describe('a reply that begins to reveal the instructions', () => {
  const told = 'Address them in the first person. The first user message holds the measurements as JSON.';

  it('is continued by another call from what was shown, and nobody sees the leak', async () => {
    const calls = replyCalls(test.model).length;
    test.model.script({ path: 'chat', do: 'say', content: `I like you. ${told}` });
    test.model.script({ path: 'chat', do: 'say', content: 'kindly, people do.' });
    const { reply, read } = await ask(owner.client, owner.personaId, 'What do you say?');
    expect(read.statuses.at(-1)).toBe('COMPLETE');
    expect(read.text).toBe('I like you. Address them kindly, people do.');
    expect((await messageOf(owner.client, reply.id)).text).toBe(read.text);
    expect(replyCalls(test.model)).toHaveLength(calls + 2);
  });

  it('is FAILED with the reason if every call reveals them, keeps what came before, and can be regenerated', async () => {
    const calls = replyCalls(test.model).length;
    test.model.script({ path: 'chat', do: 'say', content: `I like you. ${told}`, times: TRIES });
    const { reply, read: shown } = await ask(owner.client, owner.personaId, 'What do you say?');
    const message = await messageOf(owner.client, reply.id);
    expect(message.text).toBe(shown.text);
    expect(message).toMatchObject({
      status: 'FAILED',
      text: 'I like you. Address them ',
      failure: {
        reason: 'The reply was stopped because it began to reveal internal instructions.',
        retryable: true,
      },
    });
    expect(replyCalls(test.model)).toHaveLength(calls + TRIES);
    test.model.reset();
    const { regenerateReply } = await owner.client.run(RegenerateReplyDocument, {
      messageId: message.id,
      clientKey: randomUUID(),
    });
    const read = await readAll(owner.client, regenerateReply.reply.id);
    expect(read.statuses.at(-1)).toBe('COMPLETE');
    expect(await messageOf(owner.client, message.id)).toMatchObject({ text: message.text, status: 'FAILED' });
  });
});

it('readers in mid-stream and late ones see the same, by the offsets of what is shown', async () => {
  const words = conductNextReply(test);
  const { reply } = await send(owner.client, owner.personaId, 'Tell us');
  const early = readAll(owner.client, reply.id);
  for (const piece of ['**You', '** are <b', '>kin', 'd</b> ']) words.write(piece);
  expect(await storedUpTo(owner.client, reply.id, 13)).toBe('You are kind ');
  await using elsewhere = new ApiClient(test.url, owner.session.accessToken);
  const late = [readAll(elsewhere, reply.id), readAll(elsewhere, reply.id, 8)];
  for (const piece of ['and ev', 'il.exam', 'ple/x fun', 'ny. 안', '녕 hel']) words.write(piece);
  words.end('lo');
  const whole = 'You are kind and evil… funny. 안녕 hello';
  const reads = await Promise.all([early, ...late]);
  expect(reads.map(({ text }) => text)).toEqual([whole, whole, whole.slice(8)]);
  expect((await messageOf(owner.client, reply.id)).text).toBe(whole);
});
