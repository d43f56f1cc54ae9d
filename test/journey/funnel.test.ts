import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../client/apiClient.js';
import {
  DeleteAccountDocument,
  DeleteSurveyDocument,
  PublishPersonaDocument,
} from '../../operations/generated/graphql.js';
import { deleteExpired } from '../../src/queue/jobs.js';
import { countRows } from '../chat/talk.js';
import { post, send } from '../http/send.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();

const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
};
const messenger = { 'user-agent': 'WhatsApp/2.24.20.89 A' };
const sql = (text: string, values: unknown[] = []): Promise<unknown> =>
  test.app.services.orm.em.fork().execute(text, values);
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

interface Counts {
  surveyViews: number;
  surveyShares: number;
  pageViews: number;
  pageShares: number;
  newOwners: number;
}
interface Funnel {
  until: string;
  answers: number;
  totals: Counts;
  questions: number;
  stops: { question: number; times: number }[];
  days: (Counts & { day: string })[];
}
const none: Counts = { surveyViews: 0, surveyShares: 0, pageViews: 0, pageShares: 0, newOwners: 0 };
const counts = Object.keys(none).join(' ');

const askFor = (client: ApiClient, id: string) =>
  post(
    test.url,
    `query ($id: ID!) { viewer { survey(id: $id) { funnel { until answers questions stops { question times }
       totals { ${counts} } days { day ${counts} } } } } }`,
    { id },
    { authorization: `Bearer ${client.accessToken}` },
  );
async function funnelOf(client: ApiClient, id: string): Promise<Funnel> {
  const { text } = await askFor(client, id);
  return (JSON.parse(text) as { data: { viewer: { survey: { funnel: Funnel } } } }).data.viewer.survey.funnel;
}
/** What is stored of a survey, whatever the day. */
const stored = (surveyId: string, kind: string, times: number): Promise<unknown> =>
  until(`${kind} is ${times}`, async () => {
    const condition = `survey_id = '${surveyId}' and kind = '${kind}' and times = ${times}`;
    return (await countRows(test, 'daily_count', condition)) === 1;
  });
const visit = async (path: string, headers: Record<string, string>, times = 1): Promise<void> => {
  for (let at = 0; at < times; at += 1) await send(test.url + path, { headers });
};
/** As if everything that was counted so far had happened some days earlier. */
const letPass = (surveyId: string, days: number) =>
  sql('update daily_count set day = day - ?::int where survey_id = ?', [days, surveyId]);
const purge = async (): Promise<void> => {
  const { orm, queue } = test.app.services;
  // A row that only the purge removes shows that it is over.
  const { id } = await newSurvey((await someone(test.url)).client);
  await sql("insert into daily_count values (?, '2020-01-01', 'SURVEY_VIEW', 9)", [id]);
  await orm.em.fork().transactional((em) => queue.send(em, deleteExpired, {}));
  await until('the purge', async () => (await countRows(test, 'daily_count', `survey_id = '${id}'`)) === 0);
};
/** Creates a survey as someone who came from a page. */
const createFrom = (client: ApiClient, from: string) =>
  post(
    test.url,
    'mutation ($from: String) { createSurvey(input: { from: $from }) { survey { id } } }',
    { from },
    { authorization: `Bearer ${client.accessToken}` },
  );

describe('the funnel of a survey', () => {
  it('counts views, shares and new owners by day, and the answers exactly', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    await visit(`/s/${survey.slug}`, browser, 4);
    await visit(`/s/${survey.slug}`, messenger, 3);
    await threeAnswers(test.url, survey.slug);
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    const { publishPersona } = await owner.client.run(PublishPersonaDocument, {
      personaId: survey.persona.id,
    });
    const page = `/p/${publishPersona.persona.publicUrl?.split('/').at(-1)}`;
    await visit(page, browser, 5);
    await visit(page, messenger, 3);
    for (const from of [1, 2, 3]) {
      await using person = await someone(test.url, `Came ${from}`);
      expect((await createFrom(person.client, `p:${page.slice(3)}`)).status).toBe(200);
      // Only the first survey makes a new owner.
      await createFrom(person.client, `p:${page.slice(3)}`);
    }
    await stored(survey.id, 'SURVEY_VIEW', 4);
    await stored(survey.id, 'SURVEY_SHARE', 3);
    await stored(survey.id, 'PERSONA_VIEW', 5);
    await stored(survey.id, 'PERSONA_SHARE', 3);
    await stored(survey.id, 'NEW_OWNER', 3);
    await letPass(survey.id, 2);
    await visit(`/s/${survey.slug}`, browser, 3);
    await stored(survey.id, 'SURVEY_VIEW', 3);
    await letPass(survey.id, 2);

    const first = { surveyViews: 4, surveyShares: 3, pageViews: 5, pageShares: 3, newOwners: 3 };
    expect(await funnelOf(owner.client, survey.id)).toEqual({
      until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      answers: 3,
      totals: { ...first, surveyViews: 7 },
      questions: 24,
      stops: [],
      days: [
        { day: daysAgo(4), ...first },
        { day: daysAgo(2), ...none, surveyViews: 3 },
      ],
    });
  });

  it('shows nothing of a day before it is over, and no number below three on any day', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    await visit(`/s/${survey.slug}`, browser, 5);
    await stored(survey.id, 'SURVEY_VIEW', 5);
    const { until: last, ...empty } = await funnelOf(owner.client, survey.id);
    expect(last < daysAgo(0)).toBe(true);
    expect(empty).toEqual({ answers: 0, totals: none, days: [], questions: 24, stops: [] });
    await sql('delete from daily_count where survey_id = ?', [survey.id]);

    // Two on each of two days: both wait, and are then shown together on the day on which they were four.
    await visit(`/s/${survey.slug}`, browser, 2);
    await stored(survey.id, 'SURVEY_VIEW', 2);
    await letPass(survey.id, 3);
    expect((await funnelOf(owner.client, survey.id)).totals).toEqual(none);
    await purge();
    expect(
      await countRows(test, 'daily_count', `survey_id = '${survey.id}' and day < current_date - 1`),
    ).toBe(0);
    await visit(`/s/${survey.slug}`, browser, 2);
    await stored(survey.id, 'SURVEY_VIEW', 4);
    await letPass(survey.id, 2);
    await purge();
    expect((await funnelOf(owner.client, survey.id)).days).toEqual([
      { day: daysAgo(2), ...none, surveyViews: 4 },
    ]);
  });

  it('counts every one of many visits at once', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    await Promise.all(
      Array.from({ length: 60 }, () => send(`${test.url}/s/${survey.slug}`, { headers: browser })),
    );
    await stored(survey.id, 'SURVEY_VIEW', 60);
  });

  it('ignores a page that is not published, does not exist or is no page', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    const [row] = (await sql('select slug from persona where id = ?', [survey.persona.id])) as {
      slug: string;
    }[];
    for (const from of [`p:${row?.slug}`, `p:${'a'.repeat(22)}`, 'p:', "' or 1=1 --", 'x'.repeat(5_000)]) {
      await using person = await someone(test.url);
      expect((await createFrom(person.client, from)).text).toContain('"id"');
    }
    expect(await countRows(test, 'daily_count', `survey_id = '${survey.id}'`)).toBe(0);
  });

  it('shows where friends stop from ten answers on, by question and never fewer than three', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    const stop = (slug: string, step: unknown) =>
      send(`${test.url}/s/${slug}/stop`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ step }),
      });
    const steps = ['CLOSENESS', 'MI07', 'WORDS', 'TEXT'] as const;
    for (const [at, step] of steps.entries())
      for (let times = 0; times < at + 2; times += 1)
        expect((await stop(survey.slug, step)).status).toBe(204);
    for (const [at, step] of steps.entries()) await stored(survey.id, `STOP_${step}`, at + 2);
    await letPass(survey.id, 2);
    const answered = (count: number) =>
      sql('update survey set response_count = ? where id = ?', [count, survey.id]);
    await answered(9);
    expect((await funnelOf(owner.client, survey.id)).stops).toEqual([]);
    await answered(10);
    const { stops, days } = await funnelOf(owner.client, survey.id);
    expect(stops).toEqual([
      { question: 9, times: 3 },
      { question: 23, times: 4 },
      { question: 24, times: 5 },
    ]);
    expect(days).toEqual([]);
    // A survey that does not exist has the same answer, and nothing else is counted.
    expect((await stop('a'.repeat(22), 'MI07')).status).toBe(204);
    for (const step of ['MI21', 'OT1', 'SURVEY_VIEW', '', null, 7, { $ne: 1 }])
      expect((await stop(survey.slug, step)).status).toBe(400);
    expect(await countRows(test, 'daily_count', `survey_id = '${survey.id}'`)).toBe(steps.length);
  });

  it('is for its owner alone', async () => {
    await using owner = await someone(test.url);
    await using other = await someone(test.url);
    const { id } = await newSurvey(owner.client);
    const [theirs, none] = await Promise.all([
      askFor(other.client, id),
      askFor(other.client, '7d3c2a2e-0000-4000-8000-000000000000'),
    ]);
    expect(theirs.text).toContain('NOT_FOUND');
    expect(theirs.text).toBe(none.text);
  });

  it('is deleted with the survey, with the account, and after 400 days', async () => {
    await using owner = await someone(test.url);
    const [kept, deleted] = [await newSurvey(owner.client), await newSurvey(owner.client)];
    const insert = (id: string, day: string) =>
      sql("insert into daily_count values (?, ?, 'SURVEY_VIEW', 7)", [id, day]);
    for (const { id } of [kept, deleted]) for (const days of [401, 399]) await insert(id, daysAgo(days));
    await purge();
    expect((await funnelOf(owner.client, kept.id)).days.map(({ day }) => day)).toEqual([daysAgo(399)]);
    await owner.client.run(DeleteSurveyDocument, { surveyId: deleted.id });
    expect(await countRows(test, 'daily_count', `survey_id = '${deleted.id}'`)).toBe(0);
    expect(await countRows(test, 'daily_count', `survey_id = '${kept.id}'`)).toBe(1);
    await owner.client.run(DeleteAccountDocument, {});
    expect(await countRows(test, 'daily_count', `survey_id = '${kept.id}'`)).toBe(0);
  });
});
