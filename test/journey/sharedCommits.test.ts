import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { submission, threeFriends } from '../../client/friends.js';
import type { SignedIn } from '../../client/signIn.js';
import {
  CloseSurveyDocument,
  GiveConsentDocument,
  type SubmitResponseInput,
} from '../../operations/generated/graphql.js';
import { submitResponse } from '../../src/commands/survey/submitResponse.js';
import type { Context } from '../../src/context.js';
import { GroupCommits } from '../../src/database/groupCommit.js';
import { AppError } from '../../src/errors.js';
import { bornYearsAgo } from '../testkit/bornYearsAgo.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();

/** A request of its own, as the server makes one. */
const request = (changes: Partial<Context> = {}): Context => ({
  ...test.app.services,
  em: test.app.services.orm.em.fork(),
  viewer: null,
  address: '127.0.0.1',
  userAgent: null,
  origin: test.url,
  requestId: 'test',
  ...changes,
});

/** Surveys of every kind that a response can meet. */
async function surveysOfEveryKind(owner: SignedIn) {
  await using child = await someone(test.url);
  const minor = await newSurvey(child.client);
  await child.client.run(GiveConsentDocument, { bornIn: bornYearsAgo(17), locale: 'EN', version: '1' });
  const [open, other, closed] = [
    await newSurvey(owner.client),
    await newSurvey(owner.client),
    await newSurvey(owner.client),
  ];
  await owner.client.run(CloseSurveyDocument, { surveyId: closed.id });
  return [open, other, closed, minor];
}

/** What one of a mix sends: to which survey, with which key, device and answers, and whether as its owner. */
const sent = fc.record({
  survey: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, null),
  key: fc.integer({ min: 0, max: 5 }),
  device: fc.option(fc.integer({ min: 0, max: 5 })),
  view: fc.constantFrom(0, 1, 2),
  isOwner: fc.constantFrom(false, false, false, false, true),
  isBad: fc.constantFrom(false, false, false, false, true),
});
type Sent = typeof sent extends fc.Arbitrary<infer T> ? T : never;

async function inputOf(one: Sent, slugs: string[]): Promise<SubmitResponseInput> {
  const slug = one.survey === null ? 'A'.repeat(22) : (slugs[one.survey] ?? '');
  return submission(slug, threeFriends[one.view]!, {
    clientKey: `key-${one.key}`,
    fingerprint: one.device === null ? null : `device-${one.device}`,
    ...(one.isBad ? { closeness: 9 } : {}),
  });
}

/** What each was told: a code, or the first of the mix that was told the same receipt. */
function told(results: PromiseSettledResult<{ receipt: string }>[]): (string | number)[] {
  const receipts = results.map((one) => (one.status === 'fulfilled' ? one.value.receipt : null));
  return results.map((one, at) => {
    if (one.status === 'fulfilled') return receipts.indexOf(receipts[at] ?? null);
    return one.reason instanceof AppError ? one.reason.code : String(one.reason);
  });
}

async function stored(ids: string[]) {
  const sql = `select survey.response_count as counted, releases, unreleased,
      (select count(*)::int from response where survey_id = survey.id) as rows,
      (select coalesce(array_agg(receipt), '{}') from response where survey_id = survey.id) as receipts
    from survey where id in (:ids) order by array_position(array[:ids]::uuid[], id)`;
  return test.app.services.orm.em
    .fork()
    .execute<{ counted: number; releases: number; unreleased: number; rows: number; receipts: string[] }[]>(
      sql,
      { ids },
    );
}

describe('responses that share a commit', () => {
  it('are told and counted the same as one after the other, whatever the mix', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 24 }), async (mix) => {
        await using owner = await someone(test.url);
        const viewer = { userId: owner.session.user.id, sessionId: '' } as unknown as Context['viewer'];
        const [together, inTurn] = [await surveysOfEveryKind(owner), await surveysOfEveryKind(owner)];
        const send = async (one: Sent, surveys: typeof together) =>
          submitResponse(
            request(one.isOwner ? { viewer } : {}),
            await inputOf(
              one,
              surveys.map(({ slug }) => slug),
            ),
          );
        const atOnce = await Promise.allSettled(mix.map((one) => send(one, together)));
        const after: PromiseSettledResult<{ receipt: string }>[] = [];
        for (const one of mix) after.push(...(await Promise.allSettled([send(one, inTurn)])));
        expect(told(atOnce)).toEqual(told(after));
        const [one, other] = await Promise.all(
          [together, inTurn].map((surveys) => stored(surveys.map(({ id }) => id))),
        );
        const bare = (rows: Awaited<ReturnType<typeof stored>>) =>
          rows.map(({ receipts: _receipts, ...rest }) => rest);
        expect(bare(one!)).toEqual(bare(other!));
        const acknowledged = new Set(
          atOnce.flatMap((result) => (result.status === 'fulfilled' ? [result.value.receipt] : [])),
        );
        expect(new Set(one!.flatMap(({ receipts }) => receipts))).toEqual(acknowledged);
      }),
      { numRuns: 12, seed: 17 },
    );
  });

  it('are stored without the one whose release cannot be stored, which alone is told so', async () => {
    await using owner = await someone(test.url);
    const [good, bad] = [await newSurvey(owner.client), await newSurvey(owner.client)];
    const { queue, orm } = test.app.services;
    const [persona] = await orm.em
      .fork()
      .execute<{ id: string }[]>('select id from persona where survey_id = ?', [bad.id]);
    const broken: Context['queue'] = {
      ...queue,
      async send(em, job, payload) {
        const { versionId } = payload as { versionId?: string };
        const [version] = await em.execute<{ persona_id: string }[]>(
          'select persona_id from persona_version where id = ?',
          [versionId],
        );
        if (version?.persona_id === persona?.id) throw new Error('no job');
        return queue.send(em, job, payload);
      },
    };
    const commits = new GroupCommits();
    const results = await Promise.allSettled(
      [good, bad, good, bad, good, bad].map(({ slug }, at) =>
        submitResponse(request({ queue: broken, commits }), submission(slug, threeFriends[at % 3]!)),
      ),
    );
    expect(told(results)).toEqual([0, 1, 2, 3, 4, 'Error: no job']);
    expect((await stored([good.id, bad.id])).map(({ rows, releases }) => [rows, releases])).toEqual([
      [3, 1],
      [2, 0],
    ]);
  });

  it('do not wait for one whose survey another transaction holds', async () => {
    await using owner = await someone(test.url);
    const [free, held] = [await newSurvey(owner.client), await newSurvey(owner.client)];
    const hand = test.app.services.orm.em.fork();
    await hand.begin();
    await hand.execute('select 1 from survey where id = ? for update', [held.id]);
    const send = ({ slug }: { slug: string }) =>
      submitResponse(request(), submission(slug, threeFriends[0]!));
    const [first, waiting, second] = [free, held, free].map(send);
    let isStored = false;
    void waiting?.then(() => (isStored = true));
    await Promise.all([first, second]);
    expect(isStored).toBe(false);
    await hand.commit();
    await waiting;
    expect((await stored([free.id, held.id])).map(({ rows }) => rows)).toEqual([2, 1]);
  });

  it('of two processes never wait for each other in a circle', async () => {
    await using owner = await someone(test.url);
    const surveys = await Promise.all(Array.from({ length: 6 }, () => newSurvey(owner.client)));
    // Lanes of their own, like two processes.
    const processes = [new GroupCommits(), new GroupCommits()];
    const results = await Promise.allSettled(
      Array.from({ length: 240 }, (_, at) => {
        const there = at % 2;
        const order = there === 0 ? surveys : surveys.toReversed();
        const { slug } = order[Math.floor(at / 2) % order.length]!;
        return submitResponse(
          request({ commits: processes[there]! }),
          submission(slug, threeFriends[at % 3]!, { clientKey: randomUUID() }),
        );
      }),
    );
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['fulfilled']));
    const rows = await stored(surveys.map(({ id }) => id));
    expect(rows.map(({ counted, rows: own }) => [counted, own])).toEqual(surveys.map(() => [40, 40]));
  });
});
