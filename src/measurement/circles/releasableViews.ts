import { MIN_GROUP } from '../anonymity.js';

/** The sums are of a few hundred whole numbers, so anything smaller than this is rounding error. */
const ROUNDING = 1e-9;
const rounded = (value: number): number =>
  Math.abs(value - Math.round(value)) < ROUNDING ? Math.round(value) + 0 : value;

/**
 * Returns the same string for numbers that are equal except for rounding. Most are whole, which is the fast
 * path.
 */
const keyOf = (values: readonly number[]): string =>
  values.map((value) => (Number.isInteger(value) ? value : value.toFixed(6))).join();

/**
 * All linear combinations of the sums over sets of people that have been shown, as a basis in reduced row
 * echelon form: each row has a 1 at its pivot, where all other rows have 0. A column is a cell: people who
 * were always shown together.
 */
class DisclosedSums {
  readonly #basis: readonly { pivot: number; row: readonly number[] }[];

  constructor(basis: readonly { pivot: number; row: readonly number[] }[] = []) {
    this.#basis = basis;
  }

  /** The same sums among more cells, of which they contain none of the new ones. */
  widen(cells: number): DisclosedSums {
    const widened = ({ pivot, row }: { pivot: number; row: readonly number[] }) => ({
      pivot,
      row: [...row, ...new Array<number>(cells - row.length).fill(0)],
    });
    return new DisclosedSums(this.#basis.map(widened));
  }

  /** @param row 1 for every cell that is part of the sum, otherwise 0 */
  with(row: readonly number[]): DisclosedSums {
    const without = (from: readonly number[], pivot: number, other: readonly number[]): readonly number[] => {
      const factor = from[pivot] ?? 0;
      if (factor === 0) return from;
      // Most of the other row is 0, and a value that does not change needs no rounding.
      return from.map((value, cell) => (other[cell] ? rounded(value - factor * other[cell]) : value));
    };
    const rest = this.#basis.reduce((left, known) => without(left, known.pivot, known.row), row);
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot === -1) return this;
    const own = rest.map((value) => rounded(value / (rest[pivot] ?? 1)));
    const basis = this.#basis.map((known) => ({ ...known, row: without(known.row, pivot, own) }));
    return new DisclosedSums([...basis, { pivot, row: own }]);
  }

  /**
   * Whether the sums reveal something that depends on one or two people alone: the answers of one, the sum of
   * two, or their difference. A combination that is 0 for all but x and y exists exactly if the vectors of x
   * and y in the null space's basis are parallel; for x alone, if its vector is 0.
   * @param sizes number of people in each cell
   */
  isolatesOneOrTwo(sizes: readonly number[]): boolean {
    const groups = this.#groups(sizes);
    const pivots = new Map(this.#basis.map(({ pivot }, index) => [pivot, index]));
    const free = groups.filter(({ cells }) => !cells.some((cell) => pivots.has(cell)));
    const directions = new Set<string>();
    for (const group of groups.filter(({ people }) => people <= 2)) {
      const index = pivots.get(group.cells.find((cell) => pivots.has(cell)) ?? -1);
      const vector = free.map((other) =>
        index === undefined ? Number(other === group) : -(other.column[index] ?? 0),
      );
      const lead = vector.find((value) => value !== 0);
      if (lead === undefined) return true;
      if (group.people === 2) continue;
      const direction = keyOf(vector.map((value) => value / lead + 0));
      if (directions.has(direction)) return true;
      directions.add(direction);
    }
    return false;
  }

  /** Merges cells with equal columns: every known sum contains all of their people or none. */
  #groups(sizes: readonly number[]): { cells: number[]; column: number[]; people: number }[] {
    const groups = new Map<string, { cells: number[]; column: number[]; people: number }>();
    for (const [cell, size] of sizes.entries()) {
      const column = this.#basis.map(({ row }) => row[cell] ?? 0);
      if (column.every((value) => value === 0)) continue;
      const key = keyOf(column);
      const group = groups.get(key) ?? { cells: [], column, people: 0 };
      group.cells.push(cell);
      group.people += size;
      groups.set(key, group);
    }
    return [...groups.values()];
  }
}

/**
 * What decides whether an answer may be in a view: the respondent's relation, and the release that the answer
 * is part of.
 */
interface Member {
  relation: string;
  /** 1 for the first release. */
  release: number;
  /** How many such people there are; 1 by default. */
  people?: number;
}

/** People of one relation in one release. A view contains all of them or none. */
type Cell = Required<Member>;

/**
 * The last release up to which each view may be shown. A view contains the answers of that release and of all
 * before it.
 */
interface ReleasableViews {
  /** The view of all friends; null if it may not be shown. */
  whole: number | null;
  /** Views by relation. A relation that is missing may not be shown. */
  relations: Map<string, number>;
}

/**
 * After this release, of about 600 answers, circles are no longer renewed: they hold enough friends by then, and
 * checking each release would take ever longer.
 */
const LAST_FOR_CIRCLES = 20;
/**
 * Determines which views of the friends' answers may be shown.
 *
 * The danger is subtraction. Everyone minus the classmates leaves the one who is not a classmate, and this
 * month's view of four minus last month's view of three leaves the fourth. So all releases are replayed in
 * order, the whole first and then the circles from the largest down. A view is renewed only if nothing that
 * depends on one or two friends alone can be derived from it and from all views shown before. A view that is
 * not renewed stays as it was. Within one release, this is the rule as people read it: at least three friends
 * in the group, and none or at least three outside, also outside all groups together.
 * @param members in any order
 * @param withdrawnFrom the last release whose shown answers include some that are gone, 0 for none. What
 *   was shown then can no longer be computed, so circles are left out, and the whole is shown once it
 *   contains three friends who came later.
 */
export function releasableViews(members: readonly Member[], withdrawnFrom = 0): ReleasableViews {
  if (withdrawnFrom > 0) return { whole: wholeSince(members, withdrawnFrom), relations: new Map() };
  const { whole, relations } = replay(cellsOf(members).filter(({ release }) => release <= LAST_FOR_CIRCLES));
  // No circle is renewed here, so three more people form a sum that nothing known can take apart.
  const later = wholeSince(members, Math.max(whole ?? 0, LAST_FOR_CIRCLES));
  return { whole: later ?? whole, relations };
}

/** What was shown up to a release, and all that can be derived from it. */
interface Replayed extends ReleasableViews {
  known: DisclosedSums;
}

/**
 * The last replays, by the cells that they went through. A survey's next version continues where the one before it
 * ended, so that it costs one release and not all of them.
 */
const replays = new Map<string, Replayed>();
const MOST_REPLAYS = 64;

/** @param cells ordered by release */
function replay(cells: readonly Cell[]): Replayed {
  let now: Replayed = { whole: null, relations: new Map(), known: new DisclosedSums() };
  let key = '';
  for (const [release, own] of Map.groupBy(cells, (cell) => cell.release)) {
    key += JSON.stringify(own.map(({ relation, people }) => [release, relation, people]));
    const replayed =
      replays.get(key) ?? showRelease(now, cells.slice(0, cells.indexOf(own.at(-1)!) + 1), release);
    replays.delete(key);
    replays.set(key, replayed);
    now = replayed;
  }
  for (const oldest of replays.keys()) {
    if (replays.size <= MOST_REPLAYS) break;
    replays.delete(oldest);
  }
  return now;
}

/** @param cells those of the release and of all before it */
function showRelease(before: Replayed, cells: readonly Cell[], release: number): Replayed {
  const sizes = cells.map(({ people }) => people);
  const shown: Replayed = {
    ...before,
    relations: new Map(before.relations),
    known: before.known.widen(cells.length),
  };
  const tries = (row: number[]): boolean => {
    const more = shown.known.with(row);
    if (more.isolatesOneOrTwo(sizes)) return false;
    shown.known = more;
    return true;
  };
  if (tries(cells.map(() => 1))) shown.whole = release;
  const views = [...new Set(cells.map(({ relation }) => relation))]
    .map((name) => ({
      name,
      row: cells.map(({ relation }) => Number(relation === name)),
      people: cells.reduce((sum, { relation, people }) => sum + (relation === name ? people : 0), 0),
    }))
    .toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
  for (const { name, row } of views) if (tries(row)) shown.relations.set(name, release);
  return shown;
}

/**
 * The last release by which at least three people have been added since the one shown before it, starting at
 * `since`.
 */
function wholeSince(members: readonly Member[], since: number): number | null {
  let [whole, waiting] = [null as number | null, 0];
  const later = members.filter(({ release }) => release > since);
  for (const release of [...new Set(later.map((own) => own.release))].toSorted((a, b) => a - b)) {
    waiting += later.reduce((sum, own) => sum + (own.release === release ? (own.people ?? 1) : 0), 0);
    if (waiting < MIN_GROUP) continue;
    [whole, waiting] = [release, 0];
  }
  return whole;
}

/** Ordered by release, and then by relation, so that equal members are equal cells. */
function cellsOf(members: readonly Member[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { relation, release, people = 1 } of members) {
    const key = JSON.stringify([release, relation]);
    const cell = cells.get(key) ?? { relation, release, people: 0 };
    cell.people += people;
    cells.set(key, cell);
  }
  return [...cells.values()].toSorted((a, b) => a.release - b.release || (a.relation < b.relation ? -1 : 1));
}
