import { describe, expect, it } from 'vitest';
import {
  CreateSurveyDocument,
  ExportMyDataDocument,
  SurveyProgressedDocument,
} from '../../operations/generated/graphql.js';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { deleteExpired } from '../../src/queue/jobs.js';
import { countRows } from '../chat/talk.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();
const execute = (sql: string, values: unknown[] = []) =>
  test.app.services.orm.em.fork().execute(sql, values) as Promise<unknown>;
const runJob = () =>
  test.app.services.orm.em.fork().transactional((em) => test.app.services.queue.send(em, deleteExpired, {}));

describe('the job that deletes what is over', () => {
  it('deletes a survey that nobody answered within a year, live, and keeps the others', async () => {
    await using owner = await someone(test.url);
    const [old, answered, young] = [
      await newSurvey(owner.client),
      await newSurvey(owner.client),
      await newSurvey(owner.client),
    ];
    await submitAnswers(test.url, answered.slug, threeFriends[0]!);
    await execute("update survey set created_at = now() - interval '366 days' where id in (?, ?)", [
      old.id,
      answered.id,
    ]);
    await execute("update survey set created_at = now() - interval '364 days' where id = ?", [young.id]);
    const states = owner.client.follow(SurveyProgressedDocument, { surveyId: old.id });
    await states.next();
    await runJob();
    expect((await states.next()).done).toBe(true);
    const left = await Promise.all(
      [old, answered, young].map(({ id }) => countRows(test, 'survey', `id = '${id}'`)),
    );
    expect(left).toEqual([0, 1, 1]);
    expect(await countRows(test, 'persona', `id = '${old.persona.id}'`)).toBe(0);
  });

  it('deletes an export with its file after a day', async () => {
    await using owner = await someone(test.url);
    const { id } = (await owner.client.run(ExportMyDataDocument, {})).exportMyData.export;
    await until(
      'the file',
      async () => (await countRows(test, 'data_export', `id = '${id}' and status = 'READY'`)) === 1,
    );
    await execute('update data_export set expires_at = now() where id = ?', [id]);
    await runJob();
    await until('it is gone', async () => (await countRows(test, 'data_export', `id = '${id}'`)) === 0);
    expect(await countRows(test, 'data_export_piece', `export_id = '${id}'`)).toBe(0);
  });

  it('keeps an old survey whose mirror was talked to', async () => {
    await using owner = await someone(test.url);
    const { survey } = (await owner.client.run(CreateSurveyDocument, {})).createSurvey;
    await execute('insert into conversation (id, persona_id) values (gen_random_uuid(), ?)', [
      survey.persona.id,
    ]);
    await execute("update survey set created_at = now() - interval '2 years' where id = ?", [survey.id]);
    const probe = await newSurvey(owner.client);
    await execute("update survey set created_at = now() - interval '2 years' where id = ?", [probe.id]);
    await runJob();
    await until(
      'the other one is gone',
      async () => (await countRows(test, 'survey', `id = '${probe.id}'`)) === 0,
    );
    expect(await countRows(test, 'survey', `id = '${survey.id}'`)).toBe(1);
  });
});
