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
export class DisclosedSums {
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
