import { expect, it, onTestFinished, vi } from 'vitest';
import { GroupCommit, type Outcome } from '../../src/database/groupCommit.js';

const full = () => new Error('full');

/** Commits that end when the test says so. */
function commits() {
  const begun: { items: string[]; end: (outcomes?: Outcome<string>[]) => void; fail: () => void }[] = [];
  const commit = (items: string[]): Promise<Outcome<string>[]> =>
    new Promise((resolve, reject) =>
      begun.push({
        items,
        end: (outcomes = items.map((item) => ({ value: `stored ${item}` }))) => resolve(outcomes),
        fail: () => reject(new Error('cut')),
      }),
    );
  return { begun, commit };
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const names = (from: number, count: number) => Array.from({ length: count }, (_, at) => String(from + at));

it('what arrives in one turn shares a commit, in the order of arrival', async () => {
  const { begun, commit } = commits();
  const group = new GroupCommit(commit, { size: 100, atOnce: 1, waiting: 100 }, full);
  const stored = Promise.all(names(0, 5).map((name) => group.add(name)));
  await turn();
  expect(begun.map(({ items }) => items)).toEqual([names(0, 5)]);
  begun[0]?.end();
  expect(await stored).toEqual(names(0, 5).map((name) => `stored ${name}`));
});

it('what arrives meanwhile waits for the next commit; many of them begin one beside it', async () => {
  const { begun, commit } = commits();
  const group = new GroupCommit(commit, { size: 100, atOnce: 2, waiting: 100 }, full);
  void group.add('first');
  await turn();
  for (const name of names(0, 15)) void group.add(name);
  await turn();
  expect(begun).toHaveLength(1);
  void group.add('15');
  await turn();
  expect(begun.map(({ items }) => items.length)).toEqual([1, 16]);
  for (const name of names(16, 40)) void group.add(name);
  await turn();
  expect(begun).toHaveLength(2);
  begun[0]?.end();
  await turn();
  expect(begun.map(({ items }) => items.length)).toEqual([1, 16, 40]);
});

it('a commit takes no more than its size, and what has no room is refused at once', async () => {
  const { begun, commit } = commits();
  const group = new GroupCommit(commit, { size: 3, atOnce: 1, waiting: 4 }, full);
  const stored = names(0, 4).map((name) => group.add(name));
  await expect(group.add('fifth')).rejects.toThrow('full');
  await turn();
  expect(begun[0]?.items).toEqual(names(0, 3));
  begun[0]?.end();
  await turn();
  begun[1]?.end();
  expect(await Promise.all(stored)).toHaveLength(4);
});

it('each item has its own outcome, and a commit that fails as a whole fails all of its items and no other', async () => {
  const { begun, commit } = commits();
  const group = new GroupCommit(commit, { size: 2, atOnce: 2, waiting: 100 }, full);
  const settled = Promise.allSettled(names(0, 4).map((name) => group.add(name)));
  await turn();
  begun[0]?.end([{ value: 'stored' }, { error: new Error('refused') }]);
  await turn();
  begun[1]?.fail();
  expect((await settled).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual(
    ['stored', 'Error: refused', 'Error: cut', 'Error: cut'],
  );
});

it('items with different keys share no commit, and a key that is busy holds up no other', async () => {
  const { begun, commit } = commits();
  const keyOf = (item: string): string => item.slice(0, 1);
  const group = new GroupCommit(commit, { size: 100, atOnce: 2, waiting: 100, keyOf }, full);
  for (const item of ['a1', 'b1', 'a2', 'c1']) void group.add(item);
  await turn();
  expect(begun.map(({ items }) => items)).toEqual([['a1', 'a2'], ['b1']]);
  void group.add('a3');
  begun[1]?.end();
  await turn();
  expect(begun[2]?.items).toEqual(['c1']);
  begun[2]?.end();
  await turn();
  expect(begun).toHaveLength(3);
  begun[0]?.end();
  await turn();
  expect(begun[3]?.items).toEqual(['a3']);
});

it('nothing has to wait while the next commit has room, and further items wait as long as commits take', async () => {
  const { begun, commit } = commits();
  const group = new GroupCommit(commit, { size: 2, atOnce: 1, waiting: 100 }, full);
  const stored = [group.add('first')];
  await turn();
  begun[0]?.end();
  await turn();
  stored.push(...names(0, 3).map((name) => group.add(name)));
  await turn();
  expect(group.waitMs()).toBe(0);
  stored.push(...names(3, 2).map((name) => group.add(name)));
  expect(group.waitMs()).toBeGreaterThan(0);
  for (let at = 1; at <= 3; at += 1) {
    begun[at]?.end();
    await turn();
  }
  await Promise.all(stored);
  expect(group.waitMs()).toBe(0);
});

it.each([
  ['one key', () => 'survey', 0],
  ['the database', undefined, 1_000],
])(
  'items that wait for %s make others expect no wait, or as long as they have waited',
  async (_name, keyOf, expected) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const { begun, commit } = commits();
    const group = new GroupCommit(commit, { size: 1, atOnce: 1, waiting: 10, keyOf }, full);
    const stored = names(0, 2).map((name) => group.add(name));
    await turn();
    vi.advanceTimersByTime(1_000);
    expect(group.waitMs()).toBe(expected);
    begun[0]?.end();
    await turn();
    begun[1]?.end();
    await Promise.all(stored);
  },
);
