import { expect, it } from 'vitest';
import { cutsRun } from '../../bench/chaos/cutsRun.js';

it('connections cut inside transactions, while answers come in and personas are made, lose and double nothing', async () => {
  const report = await cutsRun({
    seed: 'scissors',
    processes: 1,
    cuts: 24,
    burst: 8,
    answers: 72,
    friends: 6,
    perSecond: 60,
    signal: new AbortController().signal,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({
    accepted: 72,
    lost: 0,
    doubled: 0,
    stuck: 0,
    wrong: 0,
    failed: 0,
    crashes: 0,
  });
  expect(report.connectionsCut).toBeGreaterThanOrEqual(24);
  // At least one for each six answers: later releases of a survey may be overtaken.
  expect(report.sagas).toBeGreaterThanOrEqual(12);
});
