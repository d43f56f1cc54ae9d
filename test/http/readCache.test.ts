import { beforeEach, describe, expect, it } from 'vitest';
import { prepareRead } from '../../src/http/publicReads/keptRead.js';
import type { RowWatch } from '../../src/http/publicReads/publicRows.js';
import { type Outcome, ReadCache } from '../../src/http/publicReads/readCache.js';
import { until } from '../testkit/until.js';

let cache: ReadCache<string>;
let observed: string[];
beforeEach(() => {
  observed = [];
  cache = new ReadCache((how) => observed.push(how));
});

/** A row whose changes a test announces, and how often it was read. */
function row(kind: 'found' | 'missing' | 'other' = 'found') {
  let announce: (() => void) | undefined;
  const state = { kind, made: 0, closed: 0 };
  const watch: RowWatch = {
    changedWithin: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), milliseconds);
        announce = () => {
          clearTimeout(timer);
          resolve(state.closed === 0);
        };
      }),
    close: () => {
      state.closed += 1;
      announce?.();
    },
  };
  const source = {
    watch: async () => watch,
    make: async (): Promise<Outcome<string>> => {
      state.made += 1;
      if (state.kind === 'other') return { kind: 'other', other: `error ${state.made}` };
      return { kind: state.kind, read: await prepareRead(`read ${state.made}`, state.kind === 'missing') };
    },
  };
  return { state, source, change: () => announce?.() };
}

const textOf = (outcome: Outcome<string>) =>
  outcome.kind === 'other' ? outcome.other : outcome.read.plain.body.toString();
const textAt = (url: string) => cache.byUrl(url)?.plain.body.toString();

describe('a kept read', () => {
  it('is dropped when its row changes and nobody has used it since', async () => {
    const { state, source, change } = row();
    await cache.get('key', '/url', source);
    change();
    await until('the end', () => state.closed > 0);
    expect(textAt('/url')).toBeUndefined();
    expect(textOf(await cache.get('key', '/url', source))).toBe('read 2');
  });

  it('is made anew without a gap when its row changes while it is used', async () => {
    const { state, source, change } = row();
    await cache.get('key', '/url', source);
    expect(textAt('/url')).toBe('read 1');
    change();
    await until('the next one', () => {
      const text = textAt('/url');
      expect(text).toBeDefined();
      return text === 'read 2';
    });
    expect(state.closed).toBe(0);
  });

  it('ends by itself when the event of a change is lost', async () => {
    const { state, source } = row();
    await cache.get('key', '/url', source);
    await until('the end', () => state.closed > 0);
    expect(textAt('/url')).toBeUndefined();
  });

  it('ends when its row has gone', async () => {
    const { state, source, change } = row();
    await cache.get('key', '/url', source);
    expect(textAt('/url')).toBe('read 1');
    state.kind = 'missing';
    change();
    await until('the end', () => textAt('/url') === undefined);
    expect((await cache.get('key', '/url', source)).kind).toBe('missing');
  });

  it('is found under a few spellings of its URL', async () => {
    const { source } = row();
    for (let count = 0; count < 50; count += 1) await cache.get('key', `/url?${count}`, source);
    const found = Array.from({ length: 50 }, (_, count) => textAt(`/url?${count}`));
    expect(found.filter((text) => text !== undefined)).toEqual(Array(4).fill('read 1'));
  });
});

it('simultaneous reads of the same are one', async () => {
  const { state, source } = row();
  const all = await Promise.all(Array.from({ length: 20 }, () => cache.get('key', '/url', source)));
  expect(new Set(all.map(textOf))).toEqual(new Set(['read 1']));
  expect(state.made).toBe(1);
  expect(observed.filter((how) => how === 'joined')).toHaveLength(19);
});

it('an error is never kept', async () => {
  const { state, source } = row('other');
  expect(textOf(await cache.get('key', '/url', source))).toBe('error 1');
  expect(textOf(await cache.get('key', '/url', source))).toBe('error 2');
  expect([textAt('/url'), state.closed]).toEqual([undefined, 2]);
});

it('a missing row is kept for a moment, and its watch is not', async () => {
  const { state, source } = row('missing');
  await cache.get('key', '/url', source);
  expect([textAt('/url'), state.closed]).toEqual(['read 1', 1]);
  await until('the end', () => textAt('/url') === undefined);
});

it('holds a bounded number of reads, and missing rows do not push out those that are there', async () => {
  const small = new ReadCache<string>(() => undefined, { found: 2, missing: 2 });
  const kept = (url: string) => small.byUrl(url) !== undefined;
  const [found, missing] = [[row(), row(), row()], row('missing')];
  const read = (url: string, { source }: ReturnType<typeof row>) => small.get(url, url, source);
  // One after the other, because the first one is dropped.
  for (const index of [0, 1]) await read(`/found/${index}`, found[index]!);
  for (const index of [0, 1, 2]) await read(`/missing/${index}`, missing);
  expect([0, 1, 2].map((index) => kept(`/missing/${index}`))).toEqual([false, true, true]);
  expect([0, 1].map((index) => kept(`/found/${index}`))).toEqual([true, true]);
  await read('/found/2', found[2]!);
  expect([0, 1, 2].map((index) => kept(`/found/${index}`))).toEqual([false, true, true]);
  expect(found[0]?.state.closed).toBeGreaterThan(0);
});

it('keeps nothing after it was closed', async () => {
  const { state, source } = row();
  await cache.get('key', '/url', source);
  cache.close();
  expect([textAt('/url'), state.closed > 0]).toEqual([undefined, true]);
  await cache.get('key', '/url', source);
  expect(textAt('/url')).toBeUndefined();
});
