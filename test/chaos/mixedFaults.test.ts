import { expect, it } from 'vitest';
import { allFaults, mixedRun } from '../../bench/chaos/mixedRun.js';

/** One of each kind of harm that needs no long wait. */
const kinds = [
  'kill -9 a worker',
  'kill -9 an API',
  'COMMIT replies lost',
  'database crash',
  'Redis killed',
  'jobs delivered twice',
  'provider ends early',
];

it('two APIs and two workers under faults of many kinds lose, double and forget nothing', async () => {
  const report = await mixedRun({
    seed: 'a storm in a glass',
    faults: Object.fromEntries(kinds.map((kind) => [kind, allFaults[kind]!])),
    seconds: 300,
    most: kinds.length,
    perSecond: 10,
    pause: [0.2, 0.6],
    signal: new AbortController().signal,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ lost: 0, doubled: 0, stuck: 0, wrong: 0, misread: 0, crashes: 0 });
  expect(Object.keys(report.byKind).toSorted()).toEqual(kinds.toSorted());
  expect(report.accepted).toBeGreaterThan(0);
  expect(report.sagas).toBeGreaterThan(0);
});
