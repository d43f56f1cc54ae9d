import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ChooseGreetingDocument,
  EditMessageDocument,
  ExplainReplyDocument,
  MessagesDocument,
  RegenerateReplyDocument,
  SendMessageDocument,
  StopReplyDocument,
} from '../../operations/generated/graphql.js';
import { useApp } from '../testkit/useApp.js';
import { ask, countRows, messageOf, readAll, refusal, useTalker } from './talk.js';

const test = useApp();
const owner = useTalker(test);

const refused: Record<string, [{ text?: string; clientKey?: string }, string]> = {
  'no text': [{ text: '' }, 'text'],
  'blanks alone': [{ text: ' \u2003\n\t' }, 'text'],
  'invisible characters alone': [{ text: '\u3164\u200b\u2800' }, 'text'],
  '4,001 characters': [{ text: 'x'.repeat(4_001) }, 'text'],
  '4,001 characters of Korean': [{ text: '가'.repeat(4_001) }, 'text'],
  'an emoji too many': [{ text: `${'👩🏽‍🚀'.repeat(1_000)}🙂` }, 'text'],
  'a NUL': [{ text: 'a\0b' }, 'text'],
  'a lone surrogate': [{ text: 'a\ud83db' }, 'text'],
  'a hundred thousand characters': [{ text: 'x'.repeat(100_000) }, 'text'],
  'an empty clientKey': [{ clientKey: '' }, 'clientKey'],
  'a blank clientKey': [{ clientKey: ' ' }, 'clientKey'],
  'a clientKey of 129 characters': [{ clientKey: 'k'.repeat(129) }, 'clientKey'],
  'a NUL in the clientKey': [{ clientKey: 'k\0' }, 'clientKey'],
};

describe('sendMessage, editMessage and regenerateReply answer BAD_USER_INPUT and store nothing for', () => {
  let told: Awaited<ReturnType<typeof ask>>;
  beforeAll(async () => {
    told = await ask(owner.client, owner.personaId, 'Something fine');
  });

  it.each(Object.entries(refused))('%s', async (_name, [changes, field]) => {
    const before = await countRows(test, 'message');
    const calls = test.model.calls.length;
    const input = { text: 'fine', clientKey: randomUUID(), ...changes };
    const answers = [
      await owner.client.request(SendMessageDocument, { personaId: owner.personaId, ...input }),
      await owner.client.request(EditMessageDocument, { messageId: told.message.id, ...input }),
    ];
    if (field === 'clientKey') {
      const { clientKey } = input;
      answers.push(
        (await owner.client.request(RegenerateReplyDocument, {
          messageId: told.reply.id,
          clientKey,
        })) as never,
      );
    }
    for (const answer of answers) expect(refusal(answer)).toBe(`BAD_USER_INPUT ${field}`);
    expect(await countRows(test, 'message')).toBe(before);
    expect(test.model.calls).toHaveLength(calls);
  });

  it('a megabyte of text: refused before it is read, with a code of the list', async () => {
    const before = await countRows(test, 'message');
    const answer = await owner.client.request(SendMessageDocument, {
      personaId: owner.personaId,
      text: 'x'.repeat(1_048_576),
      clientKey: randomUUID(),
    });
    expect(['BAD_REQUEST', 'BAD_USER_INPUT text']).toContain(refusal(answer));
    expect(await countRows(test, 'message')).toBe(before);
  });

  it('a message of the wrong side: a question has no reply to stop, regenerate, explain or read; a reply is not edited', async () => {
    const clientKey = randomUUID();
    const [question, reply] = [told.message.id, told.reply.id];
    const answers = [
      await owner.client.request(StopReplyDocument, { messageId: question }),
      await owner.client.request(RegenerateReplyDocument, { messageId: question, clientKey }),
      await owner.client.request(ExplainReplyDocument, { messageId: question }),
      await owner.client.request(EditMessageDocument, { messageId: reply, text: 'mine now', clientKey }),
    ];
    for (const answer of answers) expect(refusal(answer)).toBe('BAD_USER_INPUT messageId');
    await expect(readAll(owner.client, question)).rejects.toThrow('BAD_USER_INPUT');
    expect((await messageOf(owner.client, question)).alternatives).toEqual([question]);
    expect((await messageOf(owner.client, reply)).alternatives).toEqual([reply]);
  });

  it.each([-1, 4, 1_000])('a greeting of %i, where there are fewer', async (greeting) => {
    const answer = await owner.client.request(ChooseGreetingDocument, {
      personaId: owner.personaId,
      greeting,
    });
    expect(refusal(answer)).toBe('BAD_USER_INPUT greeting');
  });

  it.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ last: 0 }, 'last'],
    [{ last: 101 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ after: '' }, 'after'],
    [{ after: 'bm9uc2Vuc2U' }, 'after'],
    [{ after: Buffer.from('message:-1').toString('base64url') }, 'after'],
    [{ after: Buffer.from('message:99999999999').toString('base64url') }, 'after'],
    [{ before: "' or 1=1" }, 'before'],
  ])('a page of %j', async (page, field) => {
    const answer = await owner.client.request(MessagesDocument, { personaId: owner.personaId, ...page });
    expect(refusal(answer)).toBe(`BAD_USER_INPUT ${field}`);
  });
});

describe('sendMessage takes', () => {
  it.each([
    ['4,000 code points of joined emoji', '👩🏽‍🚀'.repeat(1_000)],
    ['4,000 syllables of Korean, told as three letters each', '각'.repeat(4_000).normalize('NFD')],
    ['markup, code and quotes, as they are', '<script>alert("1")</script> \'; drop table message; -- ${x}'],
  ])('%s', async (_name, text) => {
    const { message, read } = await ask(owner.client, owner.personaId, text);
    expect((await messageOf(owner.client, message.id)).text).toBe(text.normalize('NFC'));
    expect(read.statuses.at(-1)).toBe('COMPLETE');
  });
});
