import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownRelations } from '../../src/mirror/circles/shownRelations.js';
import { viewsByRelation } from '../../src/mirror/circles/viewsByRelation.js';
import { measure } from '../../src/mirror/measure.js';
import { norms } from '../../src/mirror/norms.js';
import { releasedCount } from '../../src/mirror/release/releasedCount.js';
import { sheet } from './sheet.js';

const form = '44352223425423522412';
const people = (letters: string): string[] => [...letters];

it.each([
  ['aaa', { a: 3 }],
  ['aaab', { a: 3 }],
  ['aaaaab', {}],
  ['aaaabb', {}],
  ['aaabbb', { a: 3, b: 3 }],
  ['aabbcc', {}],
  ['aaabbbbbbc', { a: 3 }],
  ['aaabbbcccc', { a: 3, b: 3, c: 4 }],
])('of friends who came as %s the views shown are %o', (came, views) => {
  expect(Object.fromEntries(shownRelations(people(came)))).toEqual(views);
});

/** Everything shown so far, as rows with a 1 for everybody whose answers are in it. */
function rowsShown(relations: string[]): number[][] {
  const row = (test: (index: number) => boolean): number[] => relations.map((_, index) => Number(test(index)));
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

/** Gauss–Jordan: the rows as a basis, each with a 1 where all others have 0. */
function basisOf(rows: number[][]): { pivot: number; row: number[] }[] {
  const basis: { pivot: number; row: number[] }[] = [];
  const without = (target: number[], { pivot, row }: { pivot: number; row: number[] }): number[] =>
    target.map((value, index) => value - target[pivot]! * row[index]!);
  for (const shown of rows) {
    const rest = basis.reduce(without, shown);
    const pivot = rest.findIndex((value) => Math.abs(value) > 1e-9);
    if (pivot === -1) continue;
    const own = { pivot, row: rest.map((value) => value / rest[pivot]!) };
    for (const other of basis) other.row = without(other.row, own);
    basis.push(own);
  }
  return basis;
}

it('no sum over one or two friends can be worked out of all that was ever shown', () => {
  const relations = fc.array(fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd'), {
    minLength: 3,
    maxLength: 30,
  });
  fc.assert(
    fc.property(relations, (came) => {
      const basis = basisOf(rowsShown(came));
      const isKnown = (who: number[]): boolean => {
        const sum = came.map((_, index) => Number(who.includes(index)));
        const rest = basis.reduce(
          (left, { pivot, row }) => left.map((value, index) => value - sum[pivot]! * row[index]!),
          sum,
        );
        return rest.every((value) => Math.abs(value) < 1e-7);
      };
      for (let one = 0; one < came.length; one++)
        for (let two = one; two < came.length; two++) expect(isKnown([one, two])).toBe(false);
    }),
    { numRuns: 150, seed: 11 },
  );
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
