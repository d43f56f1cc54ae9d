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
}

/** People of one relation in one release. A view contains all of them or none. */
interface Cell extends Member {
  people: number;
}

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
 * After this release, circles are no longer renewed: they hold hundreds of friends by then, and checking each
 * release would take ever longer.
 */
const LAST_FOR_CIRCLES = 30;
/**
 * Determines which views of the friends' answers may be shown.
 *
 * The danger is subtraction. Everyone minus the classmates leaves the one who is not a classmate, and this
 * month's view of four minus last month's view of three leaves the fourth. So all releases are replayed in
 * order, the whole first and then the circles from the largest down. A view is renewed only if nothing that
 * depends on one or two friends alone can be derived from it and from all views shown before. A view that is
 * not renewed stays as it was. Within one release, this is the rule as people read it: at least three friends
 * in the group, and none or at least three outside, also outside all groups together.
 * @param members one per friend, in any order
 * @param withdrawnFrom the last release whose shown answers include some that are gone, 0 for none. What
 *   was shown then can no longer be computed, so circles are left out, and the whole is shown once it
 *   contains three friends who came later.
 */
export function releasableViews(members: readonly Member[], withdrawnFrom = 0): ReleasableViews {
  const cells = cellsOf(members);
  const sizes = cells.map(({ people }) => people);
  const names = [...new Set(cells.map(({ relation }) => relation))];
  const releases = [...new Set(cells.map(({ release }) => release))].toSorted((a, b) => a - b);
  const shown: ReleasableViews = { whole: null, relations: new Map() };
  if (withdrawnFrom > 0) return { ...shown, whole: wholeSince(members, withdrawnFrom) };
  let known = new DisclosedSums();
  const tries = (row: number[]): boolean => {
    const more = known.with(row);
    if (more.isolatesOneOrTwo(sizes)) return false;
    known = more;
    return true;
  };
  for (const release of releases.filter((own) => own <= LAST_FOR_CIRCLES)) {
    if (tries(cells.map((cell) => Number(cell.release <= release)))) shown.whole = release;
    const views = names
      .map((name) => ({ name, row: cells.map((cell) => holds(cell, name, release)) }))
      .map(({ name, row }) => ({
        name,
        row,
        people: row.reduce((sum, own, cell) => sum + own * (sizes[cell] ?? 0), 0),
      }))
      .toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
    for (const { name, row, people } of views)
      if (people > 0 && tries(row)) shown.relations.set(name, release);
  }
  // No circle is renewed here, so three more people form a sum that nothing known can take apart.
  const later = wholeSince(members, Math.max(shown.whole ?? 0, LAST_FOR_CIRCLES));
  return { ...shown, whole: later ?? shown.whole };
}

/**
 * The last release by which at least three people have been added since the one shown before it, starting at
 * `since`.
 */
function wholeSince(members: readonly Member[], since: number): number | null {
  let [whole, waiting] = [null as number | null, 0];
  const later = members.filter(({ release }) => release > since).map(({ release }) => release);
  for (const release of [...new Set(later)].toSorted((a, b) => a - b)) {
    waiting += later.filter((own) => own === release).length;
    if (waiting < MIN_GROUP) continue;
    [whole, waiting] = [release, 0];
  }
  return whole;
}

const holds = (cell: Cell, relation: string, release: number): number =>
  Number(cell.relation === relation && cell.release <= release);

function cellsOf(members: readonly Member[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { relation, release } of members) {
    const key = JSON.stringify([release, relation]);
    const cell = cells.get(key) ?? { relation, release, people: 0 };
    cell.people++;
    cells.set(key, cell);
  }
  return [...cells.values()];
}
