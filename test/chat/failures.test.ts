import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EditMessageDocument, RegenerateReplyDocument } from '../../operations/generated/graphql.js';
import type { ScriptedResponse } from '../../stand-ins/openai/server/behaviour.js';
import { useApp } from '../testkit/useApp.js';
import { ask, continues, countRows, messageOf, readAll, replyCalls, useTalker } from './talk.js';

const test = useApp();
const owner = useTalker(test);

const finals = ['COMPLETE', 'STOPPED', 'FAILED'];
const question = 'What are my strengths, in your own words?';

describe('a model that fails once', () => {
  let first: Awaited<ReturnType<typeof ask>>;
  beforeAll(async () => {
    first = await ask(owner.client, owner.personaId, question);
  });
  /** The first question in the same words: the same prompt, so the stand-in says the same. */
  const askAgain = async () =>
    (
      await owner.client.run(EditMessageDocument, {
        messageId: first.message.id,
        text: question,
        clientKey: randomUUID(),
      })
    ).editMessage.reply;

  it.each<[string, ScriptedResponse]>([
    ['cut off in the middle', { do: 'cut' }],
    ['ended without its finish', { do: 'early-end' }],
    ['truncated at its length limit', { do: 'truncate' }],
    ['answered with 500', { do: 'fail', status: 500 }],
  ])('%s costs one more call and no word', async (_name, deed) => {
    const calls = replyCalls(test.model).length;
    test.model.script({ path: 'chat', ...deed });
    const reply = await askAgain();
    const read = await readAll(owner.client, reply.id);
    expect(read.text).toBe(first.read.text);
    expect(read.statuses.filter((status) => finals.includes(status))).toEqual(['COMPLETE']);
    expect(await messageOf(owner.client, reply.id)).toMatchObject({ text: read.text, status: 'COMPLETE' });
    expect(replyCalls(test.model)).toHaveLength(calls + 2);
  });

  it.each<[string, ScriptedResponse]>([
    ['says its last words again', { do: 'repeat', words: 4 }],
    ['starts over', { do: 'start-over' }],
  ])('and then %s is not read twice', async (_name, deed) => {
    test.model.script({ path: 'chat', do: 'early-end' });
    test.model.script({ path: 'chat', ...deed });
    const reply = await askAgain();
    expect((await readAll(owner.client, reply.id)).text).toBe(first.read.text);
    expect(continues(replyCalls(test.model).at(-1))).toBe(true);
  });
});

describe('a model that refuses for good', () => {
  it.each<[string, ScriptedResponse]>([
    ['by itself', { do: 'refuse' }],
    ['by its provider’s filter', { do: 'filter' }],
    ['for want of a key', { do: 'fail', status: 401 }],
  ])(
    '%s: the reply is FAILED at once, with what there is and why, and may be asked for again',
    async (_name, deed) => {
      const calls = replyCalls(test.model).length;
      test.model.script({ path: 'chat', ...deed });
      const { reply, read } = await ask(owner.client, owner.personaId, question);
      expect(read.statuses.filter((status) => finals.includes(status))).toEqual(['FAILED']);
      const message = await messageOf(owner.client, reply.id);
      expect(message).toMatchObject({ status: 'FAILED', text: read.text, failure: { retryable: true } });
      expect(message.failure?.reason).toMatch(/^[A-Z].{10,}\.$/);
      expect(message.failure?.reason).not.toMatch(/sk-|127\.0\.0\.1|http/);
      if (deed.do === 'filter') expect(message.text).not.toBe('');
      expect(replyCalls(test.model)).toHaveLength(calls + 1);
    },
  );
});

it('a reply that failed three times keeps what there is for ever; regenerating makes an alternative beside it', async () => {
  const calls = replyCalls(test.model).length;
  test.model.script({ path: 'chat', do: 'early-end', times: 3 });
  const { message, reply, read } = await ask(owner.client, owner.personaId, 'And my weaknesses?');
  expect(read.statuses.at(-1)).toBe('FAILED');
  expect(replyCalls(test.model)).toHaveLength(calls + 3);
  const failed = await messageOf(owner.client, reply.id);
  expect(failed).toMatchObject({ status: 'FAILED', text: read.text, failure: { retryable: true } });
  expect(failed.text).not.toBe('');
  const variables = { messageId: reply.id, clientKey: randomUUID() };
  const other = (await owner.client.run(RegenerateReplyDocument, variables)).regenerateReply.reply;
  expect(other).toMatchObject({ parentId: message.id, alternatives: [reply.id, other.id] });
  expect((await readAll(owner.client, other.id)).statuses.at(-1)).toBe('COMPLETE');
  expect(await messageOf(owner.client, reply.id)).toEqual({ ...failed, alternatives: [reply.id, other.id] });
  expect(await readAll(owner.client, reply.id)).toEqual({ text: read.text, statuses: ['FAILED'], pieces: 1 });
  expect(await countRows(test, 'reply_chunk')).toBe(0);
});
