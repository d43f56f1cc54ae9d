import fc from 'fast-check';
import { expect, it } from 'vitest';
import { releasableViews } from '../../src/measurement/circles/releasableViews.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { measureReleased, sumReleases } from '../../src/measurement/release/measureReleased.js';
import { isReleaseDue } from '../../src/measurement/release/schedule.js';
import { seededRandom } from './seededRandom.js';
import { sheet } from './sheet.js';

const form = '44352223425423522412';

/** Answers in the order in which they came, with the release that each of them is in; those in none are left out. */
function released(came: Iterable<string>): { relation: string; release: number }[] {
  const members: { relation: string; release: number }[] = [];
  let waiting: string[] = [];
  let releases = 0;
  for (const relation of came) {
    waiting.push(relation);
    const unreleased = waiting.length;
    if (!isReleaseDue({ releases, unreleased, responseCount: members.length + unreleased })) continue;
    releases++;
    for (const own of waiting) members.push({ relation: own, release: releases });
    waiting = [];
  }
  return members;
}

/** How many friends are in each view. */
function viewSizes(members: { relation: string; release: number }[]): Record<string, number> {
  const sizes = [...releasableViews(members).relations].map(([name, last]) => [
    name,
    members.filter(({ relation, release }) => relation === name && release <= last).length,
  ]);
  return Object.fromEntries(sizes) as Record<string, number>;
}

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
  expect(viewSizes(released(came))).toEqual(views);
});

/** Everything shown so far, as rows with a 1 for everybody whose answers are in it. */
function rowsShown(members: { relation: string; release: number }[]): number[][] {
  const releases = [...new Set(members.map(({ release }) => release))].sort((a, b) => a - b);
  return releases.flatMap((now) => {
    const until = members.filter(({ release }) => release <= now);
    const row = (relation: string | null, last: number): number[] =>
      members.map((own) => Number((relation === null || own.relation === relation) && own.release <= last));
    const { whole, relations } = releasableViews(until);
    const views = [...relations].map(([name, last]) => row(name, last));
    return whole === null ? views : [row(null, whole), ...views];
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

function expectNothingOfOneOrTwo(members: { relation: string; release: number }[]): void {
  const rows = rowsShown(members);
  const rank = rankOf(rows);
  // Some combination is 0 for everybody else exactly if the others alone have a smaller rank.
  const others = (...who: number[]): number =>
    rankOf(rows.map((row) => row.filter((_, index) => !who.includes(index))));
  for (let one = 0; one < members.length; one++)
    for (let two = one; two < members.length; two++) expect(others(one, two)).toBe(rank);
}

it('nothing that depends on one or two friends alone can be worked out of all that was ever shown', () => {
  const relations = fc.array(fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd'), {
    minLength: 3,
    maxLength: 22,
  });
  fc.assert(
    fc.property(relations, (came) => expectNothingOfOneOrTwo(released(came))),
    { numRuns: 60, seed: 11 },
  );
});

it('that holds for releases of any size, and for a trait that not every friend rated', () => {
  const release = fc.array(fc.constantFrom('a', 'a', 'b', 'c'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(release, { minLength: 1, maxLength: 3 }), (releases) =>
      expectNothingOfOneOrTwo(
        releases.flatMap((own, index) => own.map((relation) => ({ relation, release: index + 1 }))),
      ),
    ),
    { numRuns: 40, seed: 12 },
  );
});

it('a release of one or two answers renews nothing; they wait for the next one', () => {
  const three = released('aaa');
  const [first, fourth] = [1, 2].map((release) => ({ relation: 'a', release }));
  expect(releasableViews([...three, fourth!])).toEqual({ whole: 1, relations: new Map([['a', 1]]) });
  const later = three.map((own) => ({ ...own, release: 2 }));
  expect(releasableViews([first!, ...later])).toEqual({ whole: 2, relations: new Map([['a', 2]]) });
});

it('after a shown answer is withdrawn, the whole waits for three later ones and circles are left out', () => {
  const came = released('aaabbb');
  expect(releasableViews(came.slice(1), 1)).toEqual({ whole: 2, relations: new Map() });
  expect(releasableViews(came.slice(1, 5), 1)).toEqual({ whole: null, relations: new Map() });
});

it('five thousand friends are gone through in one go, their circles as they were after some hundreds', () => {
  const random = seededRandom(8);
  const came = released(Array.from({ length: 5_000 }, () => 'abcdef'[Math.floor(6 * random())]!));
  const { whole, relations } = releasableViews(came);
  expect(whole).toBe(Math.max(...came.map(({ release }) => release)));
  expect(Math.max(...relations.values())).toBe(20);
});

it('circles are shown at all: of thirty friends in three circles nearly everybody is in a view', () => {
  const random = seededRandom(5);
  const came = Array.from({ length: 30 }, () => 'abc'[Math.floor(3 * random())]!);
  const inViews = Object.values(viewSizes(released(came))).reduce((sum, count) => sum + count, 0);
  expect(inViews).toBeGreaterThanOrEqual(20);
});

it('a view is the measurement of its friends alone, in whatever order they are given, and grows once enough have come', () => {
  const ratings = released('aaabbbaabbabaab').map(({ relation, release }, index) => ({
    ...sheet(index % 2 ? form : '33333333333333333332', { relation }),
    release,
  }));
  const { circles } = measureReleased(sumReleases(ratings), norms);
  expect(circles.map(({ relation, friends }) => [relation, friends])).toEqual([
    ['a', 8],
    ['b', 7],
  ]);
  const own = ratings.filter(({ relation }) => relation === 'a');
  expect(circles[0]?.traits).toEqual(measure(own, norms).traits);
  expect(measureReleased(sumReleases(ratings.toReversed()), norms).circles).toEqual(circles);
});

it('a view that may not be renewed is measured from the friends it held before', () => {
  const ratings = released('aaaaab').map((own, index) => ({
    ...sheet(index < 3 ? form : '55555111115555511111', { relation: own.relation }),
    release: own.release,
  }));
  const { traits } = measure(ratings.slice(0, 3), norms);
  expect(measureReleased(sumReleases(ratings), norms).circles).toEqual([
    { relation: 'a', friends: 3, traits },
  ]);
});

/** Says nothing of neuroticism. */
const silent = '443?2223?2542?5224?2';

it('a trait that only one new friend rated stays as it was, in the whole and in a circle', () => {
  const ratings = [form, form, form, silent, silent, '55555111115555511111'].map((scales, index) => ({
    ...sheet(scales, { relation: 'a' }),
    release: index < 3 ? 1 : 2,
  }));
  const before = measureReleased(sumReleases(ratings.slice(0, 3)), norms);
  const after = measureReleased(sumReleases(ratings), norms);
  expect(after.measurement.traits[3]).toEqual(before.measurement.traits[3]);
  expect(after.circles[0]?.traits[3]).toEqual(before.circles[0]?.traits[3]);
  expect(after.measurement.traits[0]).toMatchObject({ raters: 6 });
});

it('a circle in which all friends but one rated a trait is not shown for it', () => {
  const ratings = [form, form, form, silent, silent, form].map((scales, index) => ({
    ...sheet(scales, { relation: index < 5 ? 'a' : 'b' }),
    release: 1,
  }));
  const { measurement, circles } = measureReleased(sumReleases(ratings), norms);
  expect(measurement.traits[3]).toMatchObject({ raters: 4 });
  expect(circles).toEqual([]);
});
