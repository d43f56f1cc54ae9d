import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createLocalPubsub } from '../../src/pubsub/localPubsub.js';
import { healMissedEvents, type ReadRevisions } from '../../src/pubsub/missedEvents.js';
import { SharedStates } from '../../src/pubsub/sharedStates.js';
import { Turns } from '../../src/limits/turns.js';
import { until } from '../testkit/until.js';

const silent = pino({ level: 'silent' });
const heal = (read: ReadRevisions) => healMissedEvents(createLocalPubsub(), read, silent, { everyMs: 20 });

it('tells every follower of a row its revision, although no event was published', async () => {
  await using pubsub = heal(async (_topic, ids) => new Map(ids.map((id) => [id, 7])));
  const feeds = [pubsub.subscribe('surveyProgressed', 'a'), pubsub.subscribe('surveyProgressed', 'a')];
  for (const feed of feeds) expect(await feed.next()).toEqual({ id: 'a', revision: 7 });
});

it('makes followers of a row that is gone read it', async () => {
  await using pubsub = heal(async () => new Map());
  expect(await pubsub.subscribe('personaChanged', 'gone').next()).toBeNull();
});

it('reads thousands of rows in a few statements, and none that nobody follows any more', async () => {
  const statements: number[] = [];
  await using pubsub = heal(async (_topic, ids) => {
    statements.push(ids.length);
    return new Map(ids.map((id) => [id, 1]));
  });
  const feeds = Array.from({ length: 5_000 }, (_, n) => pubsub.subscribe('surveyProgressed', `row ${n}`));
  await until('all rows to be read', () => statements.length >= 3);
  expect(statements.slice(0, 3)).toEqual([2_000, 2_000, 1_000]);
  for (const feed of feeds.slice(1)) feed.close();
  await until('one row to be left', () => statements.at(-1) === 1);
});

it('goes on after a look that failed', async () => {
  let looks = 0;
  await using pubsub = heal(async (_topic, ids) => {
    looks += 1;
    if (looks === 1) throw new Error('The database is away.');
    return new Map(ids.map((id) => [id, 2]));
  });
  expect(await pubsub.subscribe('sessionRevoked', 'a').next()).toEqual({ id: 'a', revision: 2 });
});

it('does not look for pieces of replies, which are read from their stored text', async () => {
  const looked: string[] = [];
  await using pubsub = heal(async (topic, ids) => {
    looked.push(topic);
    return new Map(ids.map((id) => [id, 1]));
  });
  pubsub.subscribe('replyGrew', 'a');
  await pubsub.subscribe('surveyProgressed', 'b').next();
  expect(new Set(looked)).toEqual(new Set(['surveyProgressed']));
});

/** A row whose reads the test lets go on. */
function slowRow() {
  let revision = 1;
  const reads: (() => void)[] = [];
  const states = new SharedStates(async () => {
    await new Promise<void>((resolve) => reads.push(resolve));
    return [{ revision }];
  });
  return { states, reads, change: () => (revision += 1) };
}

it('readers that come together share a read, and one that comes during a read gets one that begins later', async () => {
  const { states, reads, change } = slowRow();
  const early = Array.from({ length: 100 }, () => states.fresh());
  await until('a read', () => reads.length === 1);
  const late = [states.fresh(), states.fresh()];
  change();
  reads[0]?.();
  for (const one of early) expect(await one).toEqual([{ revision: 2 }]);
  await until('the next read', () => reads.length === 2);
  change();
  reads[1]?.();
  for (const one of late) expect(await one).toEqual([{ revision: 3 }]);
});

it('what was read already is not read again, unless it is too old', async () => {
  const { states, reads, change } = slowRow();
  const first = states.fresh();
  await until('a read', () => reads.length === 1);
  reads[0]?.();
  const held = await first;
  expect(await states.from(1)).toBe(held);
  change();
  const newer = states.from(2);
  await until('the next read', () => reads.length === 2);
  reads[1]?.();
  expect(await newer).toEqual([{ revision: 2 }]);
});

it('a read that fails fails for those who share it, and the next one is a new one', async () => {
  let fails = true;
  const states = new SharedStates(async () => {
    if (fails) throw new Error('The database is away.');
    return [{ revision: 1 }];
  });
  const both = await Promise.allSettled([states.fresh(), states.fresh()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await states.fresh()).toEqual([{ revision: 1 }]);
});

it('work beyond the limit waits in order, also behind work that fails', async () => {
  const turns = new Turns(2);
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    turns
      .run(async () => {
        started.push(n);
        await new Promise<void>((resolve) => (finish[n] = resolve));
        if (n === 0) throw new Error('Nothing.');
      })
      .catch(() => 'failed'),
  );
  await until('two', () => started.length === 2);
  finish[0]?.();
  await until('the third', () => started.length === 3);
  finish[2]?.();
  await until('the fourth', () => started.length === 4);
  finish[1]?.();
  finish[3]?.();
  expect(await Promise.all(all)).toEqual(['failed', undefined, undefined, undefined]);
});
