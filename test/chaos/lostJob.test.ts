import { expect, it } from 'vitest';
import { CloseSurveyDocument } from '../../operations/generated/graphql.js';
import { messageOf, replyCalls, send } from '../chat/talk.js';
import { newSurvey, statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { setStage, type Stage } from './sagaWithWorkers.js';

/** A step, a reply and a survey's norms, each of which waits for its job. No worker runs. */
async function threeJobsWaiting(stage: Stage) {
  const { client } = stage.owner;
  const first = await stage.startSuccessor();
  await threeAnswers(stage.test.url, stage.survey.slug);
  const personaId = stage.survey.persona.id;
  await statesUntil(client, personaId, ['READY']);
  await first[Symbol.asyncDispose]();
  stage.model.calls.length = 0;
  const { reply } = await send(client, personaId, 'What do my friends like most about me?');
  await client.run(CloseSurveyDocument, { surveyId: stage.survey.id, normConsent: true });
  const survey = await newSurvey(client);
  await threeAnswers(stage.test.url, survey.slug);
  return { replyId: reply.id, personaId: survey.persona.id };
}

/** Waits until all three are done. */
async function allDone(stage: Stage, { replyId, personaId }: { replyId: string; personaId: string }) {
  await statesUntil(stage.owner.client, personaId, ['READY']);
  await until('the reply is complete', async () => {
    return (await messageOf(stage.owner.client, replyId)).status === 'COMPLETE';
  });
  const people = "select (sums -> 'E' ->> 'n')::int as n from norm_sum where locale = 'EN'";
  await until('the norms know the person', async () => {
    return (await stage.hand.query<{ n: number }>(people)).rows[0]?.n === 1;
  });
}

/** Two calls for the text and one for the reply. */
function expectOneEffectEach({ model }: Stage): void {
  expect(replyCalls(model)).toHaveLength(1);
  expect(model.calls.filter(({ path }) => path === 'chat')).toHaveLength(3);
  expect(model.calls.filter(({ path }) => path === 'images')).toHaveLength(1);
}

const lostWork = async ({ test }: Stage): Promise<string[]> => {
  const metrics = await (await fetch(`${test.url}/metrics`)).text();
  return metrics.split('\n').filter((line) => line.startsWith('lost_work_found_total'));
};

it('work whose jobs vanished is done all the same, once, and counted', async () => {
  await using stage = await setStage();
  const work = await threeJobsWaiting(stage);
  expect((await lostWork(stage)).join()).not.toMatch(/[1-9]\d*$/m);
  const { rowCount } = await stage.hand.query("delete from pgboss.job where state = 'created'");
  expect(rowCount).toBe(3);
  // Two workers look for lost work at the same moment.
  await Promise.all([stage.startSuccessor(), stage.startSuccessor()]);
  await allDone(stage, work);
  expectOneEffectEach(stage);
  expect(await lostWork(stage)).toEqual([
    'lost_work_found_total{kind="step"} 1',
    'lost_work_found_total{kind="reply"} 1',
    'lost_work_found_total{kind="norms"} 1',
    'lost_work_found_total{kind="release"} 0',
    'lost_work_found_total{kind="export"} 0',
    'lost_work_found_total{kind="delivery"} 0',
  ]);
});

it('jobs that are delivered three times have one effect', async () => {
  await using stage = await setStage();
  const work = await threeJobsWaiting(stage);
  const { rowCount } = await stage.hand.query(
    `insert into pgboss.job_common (name, data, retry_limit, policy, expire_seconds, heartbeat_seconds)
     select name, data, retry_limit, policy, expire_seconds, heartbeat_seconds
     from pgboss.job, generate_series(1, 2) where state = 'created'`,
  );
  expect(rowCount).toBe(6);
  await Promise.all([stage.startSuccessor(), stage.startSuccessor()]);
  await allDone(stage, work);
  await until('every delivery is over', async () => {
    const waiting = "select 1 from pgboss.job where state in ('created', 'retry', 'active')";
    return (await stage.hand.query(waiting)).rowCount === 0;
  });
  const { rows } = await stage.hand.query<{ name: string; versions: number; sizes: number }>(
    `select count(distinct v.id)::int as versions, count(*)::int as sizes
     from persona_version v join image i on i.version_id = v.id where v.persona_id = $1`,
    [work.personaId],
  );
  expect(rows).toEqual([{ versions: 1, sizes: 3 }]);
  expect(replyCalls(stage.model)).toHaveLength(1);
});
