import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { answersOf, threeFriends } from '../../client/friends.js';
import {
  AnswerAboutMyselfDocument,
  RegenerateReplyDocument,
  RetryPersonaDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { ask, messageOf, refusal, send, shown, talker, type Talker } from '../chat/talk.js';
import { newSurvey, someone, statesUntil, submitAll, threeAnswers } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';
import { versionAtEnd } from '../testkit/versions.js';

/** With these prices one persona's text costs more than the budget of a day. */
const test = useApp({
  env: {
    OPENAI_TEXT_MODEL: 'writer/pen-2026-01-01',
    OPENAI_IMAGE_MODEL: 'brush',
    PRICES: JSON.stringify({ pen: { input: 1000, output: 1000 }, brush: { input: 0, output: 1000 } }),
    DAILY_BUDGET_USD: '0.50',
  },
});

/** The questions about oneself ask for no text. */
const [ownAnswers = []] = threeFriends.map(({ line: _line, ...view }) => answersOf(view));

let owner: Talker;
beforeAll(async () => {
  owner = await talker(test.url);
});

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  test.app.services.orm.em.fork().execute<T[]>(sql, values);
const spent = async (): Promise<number> => {
  const [sum] = await rows<{ cost: number }>(
    `select coalesce(sum(cost), 0)::float8 as cost from spending
     where user_id = (select owner_id from persona where id = ?)`,
    [owner.personaId],
  );
  return sum?.cost ?? 0;
};
const aDayLater = () => rows("update spending set hour = hour - interval '25 hours'");

/** What a client gets over HTTP for a message. */
const post = async (text: string) =>
  fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${owner.session.accessToken}`,
    },
    body: JSON.stringify({
      query: `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { reply { id } } }`,
      variables: { input: { personaId: owner.personaId, text, clientKey: randomUUID() } },
    }),
  });

describe('a user whose model calls cost as much as the daily budget', () => {
  it('is refused a message, with the reason and the time to wait', async () => {
    const calls = test.model.calls.filter(({ path }) => path === 'chat').length;
    const response = await post('Who am I?');
    expect(response.status).toBe(429);
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(24 * 3_600 - 60);
    expect(wait).toBeLessThanOrEqual(25 * 3_600);
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('daily budget') as string,
          extensions: { code: 'RATE_LIMITED', retryAfter: wait },
        },
      ],
    });
    expect(await shown(owner.client, owner.personaId)).toEqual([]);
    expect(test.model.calls.filter(({ path }) => path === 'chat')).toHaveLength(calls);
  });

  it('still gets the help card in a crisis', async () => {
    const { reply } = await send(owner.client, owner.personaId, 'I want to kill myself');
    expect((await messageOf(owner.client, reply.id)).kind).toBe('HELP_CARD');
  });

  it('is refused practice, and can make a survey, which calls no model', async () => {
    const practice = await owner.client.request(AnswerAboutMyselfDocument, { answers: ownAnswers });
    expect(refusal(practice)).toBe('RATE_LIMITED');
    expect((await newSurvey(owner.client)).status).toBe('OPEN');
  });

  it('is refused no friend’s answer, and the persona is made of them', async () => {
    const survey = await newSurvey(owner.client);
    await threeAnswers(test.url, survey.slug);
    const before = await spent();
    expect((await versionAtEnd(owner.client, survey.persona.id)).status).toBe('READY');
    expect(await spent()).toBeGreaterThan(before);
  });

  it('is refused to retry a persona that failed', async () => {
    const survey = await newSurvey(owner.client);
    test.model.script({ path: 'chat', times: 3, do: 'fail', status: 503 });
    await submitAll(test.url, survey.slug, threeFriends);
    await statesUntil(owner.client, survey.persona.id, ['FAILED']);
    const { errors } = await owner.client.request(RetryPersonaDocument, { personaId: survey.persona.id });
    expect(refusal({ errors })).toBe('RATE_LIMITED');
  });

  it('is not another user', async () => {
    await using other = await someone(test.url);
    const practice = await other.client.request(AnswerAboutMyselfDocument, { answers: ownAnswers });
    expect(practice.errors).toEqual([]);
  });

  it('can go on a day later, and each reply counts', async () => {
    await aDayLater();
    const before = await spent();
    const { reply } = await ask(owner.client, owner.personaId, 'Who am I?');
    const [row] = await rows<{ cost: number }>(
      "select (provenance ->> 'cost')::float8 as cost from message where id = ?",
      [reply.id],
    );
    expect(row?.cost).toBeGreaterThan(0.5);
    expect((await spent()) - before).toBeCloseTo(row?.cost ?? 0, 6);
    const variables = { messageId: reply.id, clientKey: randomUUID() };
    expect(refusal(await owner.client.request(RegenerateReplyDocument, variables))).toBe('RATE_LIMITED');
    const again = { personaId: owner.personaId, text: 'And now?', clientKey: randomUUID() };
    expect(refusal(await owner.client.request(SendMessageDocument, again))).toBe('RATE_LIMITED');
  });
});

it('the cost of a version is that of its text and of its picture', async () => {
  const [row] = await rows<{ cost: number; tokens: number }>(
    `select (provenance ->> 'cost')::float8 as cost,
       (provenance ->> 'inputTokens')::int + (provenance ->> 'outputTokens')::int as tokens
     from persona_version where persona_id = ?`,
    [owner.personaId],
  );
  // 1,056 image tokens by the stand-in.
  expect(row?.cost).toBeCloseTo((row?.tokens ?? 0) / 1000 + 1.056, 6);
});
