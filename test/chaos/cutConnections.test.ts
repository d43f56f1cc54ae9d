import { expect, it } from 'vitest';
import { cutsRun } from '../../bench/chaos/cutsRun.js';

it('connections cut inside transactions, while answers come in and personas are made, lose and double nothing', async () => {
  const report = await cutsRun({
    seed: 'scissors',
    processes: 1,
    cuts: 40,
    burst: 8,
    answers: 120,
    friends: 12,
    perSecond: 60,
    signal: new AbortController().signal,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({
    accepted: 120,
    lost: 0,
    doubled: 0,
    stuck: 0,
    wrong: 0,
    failed: 0,
    crashes: 0,
  });
  expect(report.connectionsCut).toBeGreaterThanOrEqual(40);
  expect(report.sagas).toBeGreaterThanOrEqual(20);
});
