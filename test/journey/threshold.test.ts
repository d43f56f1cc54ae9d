import { afterAll, beforeAll, expect, it } from 'vitest';
import { stormSurveys } from '../../bench/stage/stormSurveys.js';
import type { StandInPath } from '../../src/demo/behaviour.js';
import { someone } from '../testkit/seed.js';
import { startTestApp, type TestApp } from '../testkit/testApp.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test[Symbol.asyncDispose]());

it('fifty surveys with three to five simultaneous answers each get exactly one persona, one synthesis and one picture', async () => {
  await using owner = await someone(test.url);
  const report = await stormSurveys({
    owner: owner.client,
    orm: test.app.services.orm,
    surveys: 50,
    seed: 7,
  });
  expect(report).toMatchObject({ surveys: 50, ready: 50, miscounted: 0, doubled: 0, refused: 0 });
  const calls = (path: StandInPath) => test.model.calls.filter((call) => call.path === path).length;
  expect([calls('chat'), calls('images')]).toEqual([50, 50]);
}, 120_000);
