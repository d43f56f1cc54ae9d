import { expect, it } from 'vitest';
import { stormSurveys } from '../../bench/stage/stormSurveys.js';
import { callsNamed } from '../testkit/callsNamed.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();

it('50 surveys with three to five simultaneous answers each get exactly one persona, one synthesis and one picture', async () => {
  const report = await stormSurveys({
    url: test.url,
    orm: test.app.services.orm,
    surveys: 50,
    seed: 7,
  });
  expect(report).toMatchObject({ surveys: 50, ready: 50, miscounted: 0, doubled: 0, refused: 0 });
  expect(callsNamed(test.model, 'persona')).toHaveLength(50);
  expect(test.model.calls.filter(({ path }) => path === 'images')).toHaveLength(50);
});
