import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownRelations } from '../../src/mirror/circles/shownRelations.js';
import { viewsByRelation } from '../../src/mirror/circles/viewsByRelation.js';
import { measure } from '../../src/mirror/measure.js';
import { norms } from '../../src/mirror/norms.js';
import { releasedCount } from '../../src/mirror/release/releasedCount.js';
import { seededRandom } from './seededRandom.js';
import { sheet } from './sheet.js';

const form = '44352223425423522412';
const people = (letters: string): string[] => [...letters];

it.each([
  ['all of one circle', 'aaa', { a: 3 }],
  ['one outside who came after the release', 'aaab', { a: 3 }],
  ['one outside at the next release: the view stays', 'aaaaab', { a: 3 }],
  ['two outside', 'abaaba', {}],
  ['two circles of three', 'aaabbb', { a: 3, b: 3 }],
  ['three circles of two', 'aabbcc', {}],
  ['one outside both circles together', 'aaabbbbbbc', { a: 3, b: 3 }],
  ['three circles', 'aaabbbcccc', { a: 3, b: 3, c: 4 }],
  ['a circle that differs from the first release by one in and one out', 'abbaac', {}],
  ['circles too small to be renewed before more have come', 'aaabbbabcc', { a: 3, b: 3 }],
])('%s: of friends who came as %s the views are %o', (_what, came, views) => {
  expect(Object.fromEntries(shownRelations(people(came)))).toEqual(views);
});

/** Everything shown so far, as rows with a 1 for everybody whose answers are in it. */
function rowsShown(relations: string[]): number[][] {
  const row = (test: (index: number) => boolean): number[] =>
    relations.map((_, index) => Number(test(index)));
  return relations.flatMap((_, last) => {
    const total = last + 1;
    if (releasedCount(total) !== total) return [];
    const views = [...shownRelations(relations.slice(0, total))].map(([name, count]) => {
      const members = relations.flatMap((own, index) => (own === name ? [index] : [])).slice(0, count);
      return row((index) => members.includes(index));
    });
    return [row((index) => index < total), ...views];
  });
}

/** Of rows of small whole numbers, by elimination. */
function rankOf(rows: number[][]): number {
  const basis: { pivot: number; row: number[] }[] = [];
  for (const shown of rows) {
    const rest = basis.reduce((left, { pivot, row }) => {
      const factor = left[pivot]! / row[pivot]!;
      return left.map((value, index) => value - factor * row[index]!);
    }, shown);
    const pivot = rest.findIndex((value) => Math.abs(value) > 1e-9);
    if (pivot !== -1) basis.push({ pivot, row: rest.map((value, index) => (index < pivot ? 0 : value)) });
  }
  return basis.length;
}

it('nothing that depends on one or two friends alone can be worked out of all that was ever shown', () => {
  const relations = fc.array(fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd'), {
    minLength: 3,
    maxLength: 22,
  });
  fc.assert(
    fc.property(relations, (came) => {
      const rows = rowsShown(came);
      const rank = rankOf(rows);
      // Some combination is 0 for everybody else exactly if the others alone have a smaller rank.
      const others = (...who: number[]): number =>
        rankOf(rows.map((row) => row.filter((_, index) => !who.includes(index))));
      for (let one = 0; one < came.length; one++)
        for (let two = one; two < came.length; two++) expect(others(one, two)).toBe(rank);
    }),
    { numRuns: 60, seed: 11 },
  );
});

it('circles are shown at all: of thirty friends in three circles nearly everybody is in a view', () => {
  const random = seededRandom(5);
  const came = Array.from({ length: 30 }, () => 'abc'[Math.floor(3 * random())]!);
  const inViews = [...shownRelations(came).values()].reduce((sum, count) => sum + count, 0);
  expect(inViews).toBeGreaterThanOrEqual(20);
});

it('a view is the measurement of its friends alone, and grows once enough have come', () => {
  const ratings = people('aaabbbaabbabaab').map((relation, index) =>
    sheet(index % 2 ? form : '33333333333333333332', { relation }),
  );
  const views = viewsByRelation(ratings, norms);
  expect(views.map(({ relation, friends }) => [relation, friends])).toEqual([
    ['a', 8],
    ['b', 7],
  ]);
  expect(views[0]?.measurement).toEqual(
    measure(
      ratings.filter(({ relation }) => relation === 'a'),
      norms,
    ),
  );
});
