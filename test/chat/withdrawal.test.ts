import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import {
  ExplainReplyDocument,
  MessageDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import { ask, conductNextReply, readAll, refusal, send, storedUpTo } from './talk.js';

const test = useApp();

it('withdrawing what a mirror rests on ends the reply that is being written, and takes its evidence back', async () => {
  await using owner = await someone(test.url);
  const survey = await newSurvey(owner.client);
  const [receipt = ''] = await threeAnswers(test.url, survey.slug);
  const personaId = survey.persona.id;
  await statesUntil(owner.client, personaId, ['READY']);
  const { reply: explained } = await ask(owner.client, personaId, 'What do my friends like about me?');
  await owner.client.run(ExplainReplyDocument, { messageId: explained.id });
  const words = conductNextReply(test);
  const { reply } = await send(owner.client, personaId, 'And what else?');
  const reading = readAll(owner.client, reply.id);
  words.write('They see');
  await storedUpTo(owner.client, reply.id, 8);

  await new ApiClient(test.url).run(WithdrawDocument, { receipt });
  const read = await reading;
  expect([read.text, read.statuses.at(-1)]).toEqual(['They see', 'FAILED']);
  const { message } = await owner.client.run(MessageDocument, { id: explained.id });
  expect(message.evidence).toBeNull();
  await until('the model is left alone', () => words.destroyed);
});

it('chat fields are not asked for in lists', async () => {
  await using owner = await someone(test.url);
  await newSurvey(owner.client);
  for (const field of [
    'messages { edges { cursor } }',
    'conversation { id }',
    'conversationExport { content }',
  ]) {
    const query = `{ viewer { surveys(first: 100) { edges { node { persona { ${field} } } } } } }`;
    const document = parse(query) as TypedDocumentNode<unknown, Record<string, never>>;
    expect(refusal(await owner.client.request(document, {}))).toBe('QUERY_TOO_COMPLEX');
  }
});
