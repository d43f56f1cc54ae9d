import { expect, it } from 'vitest';
import { statesUntil, threeAnswers } from '../testkit/seed.js';
import { setStage } from './sagaWithWorkers.js';

it('a persona whose job vanished from the queue is made all the same, once', async () => {
  await using stage = await setStage();
  await threeAnswers(stage.test.url, stage.survey.slug);
  const { rowCount } = await stage.hand.query("delete from pgboss.job where name = 'synthesizePersona'");
  expect(rowCount).toBe(1);
  // Two workers look for lost steps at the same moment.
  await Promise.all([stage.startSuccessor(), stage.startSuccessor()]);
  await statesUntil(stage.owner.client, stage.survey.persona.id, ['READY']);
  expect(stage.model.calls.filter(({ path }) => path === 'chat')).toHaveLength(2);
});
