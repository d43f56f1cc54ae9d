import { expect, it } from 'vitest';
import { statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { setStage } from './sagaWithWorkers.js';

it('a worker frozen at the model and thawed after another took over changes nothing', async () => {
  await using stage = await setStage();
  const frozen = await stage.startWorker();
  const gate = Promise.withResolvers<void>();
  stage.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
  await threeAnswers(stage.test.url, stage.survey.slug);
  await until('the model is asked', () => stage.model.calls.some(({ path }) => path === 'chat'));
  frozen.signal('SIGSTOP');
  await stage.startSuccessor();
  await statesUntil(stage.owner.client, stage.survey.persona.id, ['READY']);
  const state = () =>
    stage.hand
      .query<Record<string, unknown>>(
        'select p.revision, v.text, v.illustration from persona p join persona_version v on v.persona_id = p.id',
      )
      .then(({ rows }) => rows);
  const before = await state();

  gate.resolve();
  frozen.signal('SIGCONT');
  await until('the thawed worker is done with its job', () =>
    /"msg":"job (done|failed)"/.test(frozen.output()),
  );
  expect(await state()).toEqual(before);
  expect(stage.model.calls.filter(({ path }) => path === 'images')).toHaveLength(1);
  expect((await stage.hand.query('select hash from image')).rowCount).toBe(3);
});
