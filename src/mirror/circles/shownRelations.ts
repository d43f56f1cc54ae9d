import { releasedCount } from '../release/releasedCount.js';
import { KnownSums } from './KnownSums.js';

/** People of one relation who came between two releases: what is shown holds all of them or none. */
interface Cell {
  relation: string;
  release: number;
  people: number;
}

/**
 * Of which relations a view may be shown, and out of how many answers: the first so many of that relation.
 *
 * The danger is subtraction: everybody minus the classmates is the one who is none; this month's view of four minus last
 * month's of three is the fourth. So every release is gone through as it came, the largest circle first, and a view is
 * renewed only if from it and all that was shown before, the whole of every release among it, nothing can be worked out
 * that depends on one or two friends alone. What is not renewed stays as it was. Within one release that is the rule as
 * people read it: at least three in the group, and none or at least three outside, also outside all groups together.
 * @param relations one an answer, in the order in which the answers came
 */
export function shownRelations(relations: readonly string[]): Map<string, number> {
  const cells = cellsOf(relations);
  const sizes = cells.map(({ people }) => people);
  const names = [...new Set(cells.map(({ relation }) => relation))];
  const shown = new Map<string, number>();
  let known = new KnownSums();
  for (const release of new Set(cells.map((cell) => cell.release))) {
    known = known.with(cells.map((cell) => Number(cell.release <= release)));
    const views = names
      .map((name) => ({ name, row: cells.map((cell) => holds(cell, name, release)) }))
      .map(({ name, row }) => ({
        name,
        row,
        people: row.reduce((sum, own, cell) => sum + own * (sizes[cell] ?? 0), 0),
      }))
      .toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
    for (const { name, row, people } of views) {
      const more = known.with(row);
      if (people === 0 || more.tellOfOneOrTwo(sizes)) continue;
      known = more;
      shown.set(name, people);
    }
  }
  return shown;
}

const holds = (cell: Cell, relation: string, release: number): number =>
  Number(cell.relation === relation && cell.release <= release);

/** Of the released answers, in the order of their releases. */
function cellsOf(relations: readonly string[]): Cell[] {
  const cells = new Map<string, Cell>();
  let release = 0;
  for (const [index, relation] of relations.slice(0, releasedCount(relations.length)).entries()) {
    // The answer after a released number of answers is the first of the next release.
    if (index >= 3 && releasedCount(index) === index) release++;
    const key = JSON.stringify([release, relation]);
    const cell = cells.get(key) ?? { relation, release, people: 0 };
    cell.people++;
    cells.set(key, cell);
  }
  return [...cells.values()];
}
