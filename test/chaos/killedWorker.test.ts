import { describe, expect, it } from 'vitest';
import { PersonaDocument } from '../../operations/generated/graphql.js';
import type { ProductProcess } from '../testkit/process.js';
import { statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { setStage, type Stage } from './sagaWithWorkers.js';

/** Where the power is cut: how a worker is brought to stand exactly there, and how often each model may then be called in all. */
interface Point {
  reach(stage: Stage): Promise<ProductProcess>;
  chats: number;
  pictures: number;
}

const lockBy = async (stage: Stage, statement: string): Promise<void> => {
  await stage.hand.query('begin');
  await stage.hand.query(statement);
};

/** The answers are in and locked before there is a worker: it takes the job and waits to read them. */
const readingAnswers = async (stage: Stage): Promise<ProductProcess> => {
  await threeAnswers(stage.test.url, stage.survey.slug);
  await lockBy(stage, 'lock table response in access exclusive mode');
  const worker = await stage.startWorker();
  await stage.blocked();
  return worker;
};

/**
 * Lets the n-th model call of a kind wait, takes the lock meanwhile, and lets the worker go on into the lock.
 * @param committed the version's status once the step is committed. Without it, a heartbeat that waits for the
 *   lock of a job could be taken for the worker
 */
const during =
  (path: 'chat' | 'images', nth: number, statement: (stage: Stage) => string, committed?: string) =>
  async (stage: Stage): Promise<ProductProcess> => {
    const gate = Promise.withResolvers<void>();
    if (nth > 1) stage.model.script({ path, times: nth - 1, do: 'slow', delayMs: 0 });
    stage.model.script({ path, times: 1, do: 'hold', until: gate.promise });
    const worker = await stage.startWorker();
    await threeAnswers(stage.test.url, stage.survey.slug);
    const asked = () => stage.model.calls.filter((call) => call.path === path).length;
    await until(`the ${path} model is asked`, () => asked() === nth);
    await lockBy(stage, statement(stage));
    gate.resolve();
    if (committed !== undefined)
      await until('the step is committed', async () => {
        const { rows } = await stage.hand.query<{ status: string }>(
          'select status from persona_version where persona_id = $1',
          [stage.survey.persona.id],
        );
        return rows[0]?.status === committed;
      });
    await stage.blocked();
    return worker;
  };

/** The picture is asked for, and never comes. */
const drawing = async (stage: Stage): Promise<ProductProcess> => {
  stage.model.script({ path: 'images', times: 1, do: 'stall' });
  const worker = await stage.startWorker();
  await threeAnswers(stage.test.url, stage.survey.slug);
  await until('the picture is asked for', () => stage.model.calls.some(({ path }) => path === 'images'));
  return worker;
};

const version = ({ survey }: Stage) =>
  `select 1 from persona_version where persona_id = '${survey.persona.id}' for update`;
const persona = ({ survey }: Stage) => `select 1 from persona where id = '${survey.persona.id}' for update`;
const job = (name: string) => () =>
  `select id from pgboss.job where name = '${name}' and state = 'active' for update`;
const table = (name: string) => () => `lock table ${name} in access exclusive mode`;

/** The text takes two calls: three experts think, then it is written. */
const points: Record<string, Point> = {
  'step 1, before the first call': { reach: readingAnswers, chats: 2, pictures: 1 },
  'step 1, after the experts’ reply': { reach: during('chat', 1, version), chats: 3, pictures: 1 },
  'step 1, after the text came': { reach: during('chat', 2, version), chats: 3, pictures: 1 },
  'step 1, before the commit': { reach: during('chat', 2, persona), chats: 2, pictures: 1 },
  'step 1, after the commit': {
    reach: during('chat', 2, job('synthesizePersona'), 'GENERATING_IMAGE'),
    chats: 2,
    pictures: 2,
  },
  'step 2, during the call': { reach: drawing, chats: 2, pictures: 2 },
  'step 2, after the model’s reply': { reach: during('images', 1, table('image')), chats: 2, pictures: 2 },
  'step 2, after the commit': {
    reach: during('images', 1, job('illustratePersona'), 'READY'),
    chats: 2,
    pictures: 1,
  },
};

describe.concurrent('kill -9 of the worker at', () => {
  it.each(Object.entries(points))('%s leaves one persona and one picture, READY', async (_name, point) => {
    await using stage = await setStage();
    const victim = await point.reach(stage);
    await stage.cutPower(victim);
    await stage.hand.query('rollback');
    await stage.startSuccessor();
    await statesUntil(stage.owner.client, stage.survey.persona.id, ['READY']);
    const calls = (path: string): number => stage.model.calls.filter((call) => call.path === path).length;
    expect(calls('chat')).toBeLessThanOrEqual(point.chats);
    expect(calls('images')).toBeLessThanOrEqual(point.pictures);
    const done = (await stage.owner.client.run(PersonaDocument, { id: stage.survey.persona.id })).persona;
    expect(done).toMatchObject({ status: 'READY', illustration: { source: 'MODEL' }, failure: null });
    const { rows } = await stage.hand.query(
      'select count(*)::int as sizes from image i join persona_version v on v.id = i.version_id where v.persona_id = $1',
      [done.id],
    );
    expect(rows).toEqual([{ sizes: 3 }]);
  });
});
