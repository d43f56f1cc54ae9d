import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission, threeFriends } from '../../client/friends.js';
import {
  CloseSurveyDocument,
  PublicSurveyDocument,
  ReopenSurveyDocument,
  RotateSurveyLinkDocument,
  SubmitResponseDocument,
  type SubmitResponseInput,
} from '../../operations/generated/graphql.js';
import { shownResponseCount, storedResponses } from '../testkit/counts.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();
let friend: ApiClient;
beforeAll(async () => {
  friend = new ApiClient(test.url);
});

const [view] = threeFriends as [(typeof threeFriends)[number]];
const submit = async (input: SubmitResponseInput, client = friend) => {
  const { data, errors } = await client.request(SubmitResponseDocument, { input });
  return { receipt: data?.submitResponse.receipt, code: errors[0]?.extensions?.['code'] };
};

describe('answering', () => {
  it('counts fifty parallel sends of one response once and answers each the same receipt', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    const input = submission(survey.slug, view);
    const sent = await Promise.all(Array.from({ length: 50 }, () => submit(input)));
    expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(1);
    expect(sent[0]?.receipt).toBeTypeOf('string');
    expect(await storedResponses(test, survey.id)).toBe(1);
    expect(await shownResponseCount(owner.client, survey.id)).toBe(1);
  });

  it('takes the same answers in another order for the same response', async () => {
    await using owner = await someone(test.url);
    const { slug } = await newSurvey(owner.client);
    const input = submission(slug, view);
    const first = await submit(input);
    const again = await submit({
      ...input,
      answers: [...(input.answers as [])].reverse(),
      elapsedMs: 91_000,
    });
    expect(again).toEqual(first);
  });

  it('refuses other content under a used key, and another response from the same device', async () => {
    await using owner = await someone(test.url);
    const { slug, id } = await newSurvey(owner.client);
    const input = submission(slug, view);
    await submit(input);
    expect((await submit({ ...input, closeness: 1 })).code).toBe('IDEMPOTENCY_CONFLICT');
    expect((await submit({ ...input, clientKey: 'another' })).code).toBe('DUPLICATE_RESPONSE');
    expect(await storedResponses(test, id)).toBe(1);
  });

  it('counts one of fifty parallel responses from the same device', async () => {
    await using owner = await someone(test.url);
    const { slug, id } = await newSurvey(owner.client);
    const input = submission(slug, view);
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) => submit({ ...input, clientKey: `key-${index}` })),
    );
    expect(sent.filter(({ receipt }) => receipt !== undefined)).toHaveLength(1);
    expect(sent.filter(({ code }) => code === 'DUPLICATE_RESPONSE')).toHaveLength(49);
    expect(await storedResponses(test, id)).toBe(1);
  });

  it('lets one device answer two surveys, and leaves unlike marks of it', async () => {
    await using owner = await someone(test.url);
    const [one, two] = [await newSurvey(owner.client), await newSurvey(owner.client)];
    const fingerprint = 'device-token-of-one-friend';
    for (const { slug } of [one, two])
      expect((await submit(submission(slug, view, { fingerprint }))).code).toBeUndefined();
    const rows = await test.app.services.orm.em
      .fork()
      .execute<{ device: string }[]>('select device from response where survey_id in (?, ?)', [
        one.id,
        two.id,
      ]);
    expect(new Set(rows.map(({ device }) => device)).size).toBe(2);
    expect(rows.map(({ device }) => device).join()).not.toContain(fingerprint);
  });

  it('does no device check without a fingerprint', async () => {
    await using owner = await someone(test.url);
    const { slug, id } = await newSurvey(owner.client);
    for (let index = 0; index < 2; index += 1)
      expect((await submit(submission(slug, view, { fingerprint: null }))).code).toBeUndefined();
    expect(await storedResponses(test, id)).toBe(2);
  });

  it('refuses the owner, and the owner alone', async () => {
    await using owner = await someone(test.url);
    await using other = await someone(test.url);
    const { slug } = await newSurvey(owner.client);
    expect((await submit(submission(slug, view), owner.client)).code).toBe('FORBIDDEN');
    expect((await submit(submission(slug, view), other.client)).code).toBeUndefined();
  });

  it('stores no address, no user agent and nothing finer than a day', async () => {
    await using owner = await someone(test.url);
    const { slug, id } = await newSurvey(owner.client);
    await submit(submission(slug, view));
    const [row] = await test.app.services.orm.em
      .fork()
      .execute<Record<string, unknown>[]>(
        'select row_to_json(r) as row from response r where survey_id = ?',
        [id],
      );
    const stored = JSON.stringify(row);
    expect(stored).not.toMatch(/127\.0\.0\.1|::1|node|undici/i);
    expect(stored).not.toMatch(/\d{2}:\d{2}/);
  });
});

describe('a closed survey', () => {
  it('takes no answers, still answers a retry of an accepted one, and can be reopened', async () => {
    await using owner = await someone(test.url);
    const { slug, id } = await newSurvey(owner.client);
    const accepted = submission(slug, view);
    const { receipt } = await submit(accepted);
    await owner.client.run(CloseSurveyDocument, { surveyId: id });
    expect((await submit(submission(slug, view))).code).toBe('SURVEY_CLOSED');
    expect((await submit(accepted)).receipt).toBe(receipt);
    expect((await friend.run(PublicSurveyDocument, { slug })).survey.status).toBe('CLOSED');
    await owner.client.run(ReopenSurveyDocument, { surveyId: id });
    expect((await submit(submission(slug, view))).code).toBeUndefined();
    expect(await storedResponses(test, id)).toBe(2);
  });
});

describe('a survey link', () => {
  it('is dead once rotated, and the new one works', async () => {
    await using owner = await someone(test.url);
    const { slug, id } = await newSurvey(owner.client);
    const rotated = (await owner.client.run(RotateSurveyLinkDocument, { surveyId: id })).rotateSurveyLink
      .survey;
    expect((await submit(submission(slug, view))).code).toBe('NOT_FOUND');
    expect((await submit(submission(rotated.slug, view))).code).toBeUndefined();
  });
});
