/** Sums are of a few hundred whole numbers: what is smaller than this is rounding. */
const ROUNDING = 1e-9;
const rounded = (value: number): number =>
  Math.abs(value - Math.round(value)) < ROUNDING ? Math.round(value) + 0 : value;

/** Of numbers that are equal but for rounding, one and the same string. Most are whole, and those are quickly written. */
const keyOf = (values: readonly number[]): string =>
  values.map((value) => (Number.isInteger(value) ? value : value.toFixed(6))).join();

/**
 * All that adding and subtracting can make of sums over sets of people, as a basis in reduced row echelon form: each row
 * has a 1 at its pivot, where all others have 0. A column is a cell of people who were never told apart when shown.
 */
export class KnownSums {
  readonly #basis: readonly { pivot: number; row: readonly number[] }[];

  constructor(basis: readonly { pivot: number; row: readonly number[] }[] = []) {
    this.#basis = basis;
  }

  /** @param row 1 for every cell that the sum is over, otherwise 0 */
  with(row: readonly number[]): KnownSums {
    const without = (from: readonly number[], pivot: number, other: readonly number[]): readonly number[] => {
      const factor = from[pivot] ?? 0;
      if (factor === 0) return from;
      // Most of a row is 0: what it leaves as it is needs no rounding.
      return from.map((value, cell) => (other[cell] ? rounded(value - factor * other[cell]) : value));
    };
    const rest = this.#basis.reduce((left, known) => without(left, known.pivot, known.row), row);
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot === -1) return this;
    const own = rest.map((value) => rounded(value / (rest[pivot] ?? 1)));
    const basis = this.#basis.map((known) => ({ ...known, row: without(known.row, pivot, own) }));
    return new KnownSums([...basis, { pivot, row: own }]);
  }

  /**
   * Whether something is known that depends on one or two people alone: one's answers, two's sum, or their difference.
   * A combination that is 0 for all but x and y exists exactly if the vectors of x and y in the null space's basis are
   * parallel; for x alone, if its vector is 0.
   * @param sizes people in each cell
   */
  tellOfOneOrTwo(sizes: readonly number[]): boolean {
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

  /** Cells with equal columns are one: every known sum holds all of their people or none. */
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
