import { KnownSums } from './KnownSums.js';

/** What decides whether an answer may be in a view: the giver's relation, and the release that it came with. */
export interface Member {
  relation: string;
  /** 1 for the first release. */
  release: number;
}

/** People of one relation in one release: what is shown holds all of them or none. */
interface Cell extends Member {
  people: number;
}

/** Up to which release each view may be shown, with the answers of that release and of all before. */
export interface ShownViews {
  /** Of everybody; null for not at all. */
  whole: number | null;
  /** Of a relation each; the others not at all. */
  relations: Map<string, number>;
}

/** Beyond it circles stay as they are: they hold hundreds of friends by then, and each release would take longer to go through. */
const LAST_FOR_CIRCLES = 30;
const LEAST = 3;

/**
 * Which views may be shown of what some friends said.
 *
 * The danger is subtraction: everybody minus the classmates is the one who is none; this month's view of four minus last
 * month's of three is the fourth. So every release is gone through as it came, the whole first and then the largest circle,
 * and a view is renewed only if from it and all that was shown before nothing can be worked out that depends on one or two
 * friends alone. What is not renewed stays as it was. Within one release that is the rule as people read it: at least three
 * in the group, and none or at least three outside, also outside all groups together.
 * @param members one each, in any order
 * @param withdrawnFrom the release up to which answers were shown of which some are gone, 0 for none: what was shown then
 *   cannot be counted any more, so circles are left out, and the whole is shown once it holds three that came later
 */
export function shownViews(members: readonly Member[], withdrawnFrom = 0): ShownViews {
  const cells = cellsOf(members);
  const sizes = cells.map(({ people }) => people);
  const names = [...new Set(cells.map(({ relation }) => relation))];
  const releases = [...new Set(cells.map(({ release }) => release))].toSorted((a, b) => a - b);
  const shown: ShownViews = { whole: null, relations: new Map() };
  if (withdrawnFrom > 0) return { ...shown, whole: wholeSince(members, withdrawnFrom) };
  let known = new KnownSums();
  const tries = (row: number[]): boolean => {
    const more = known.with(row);
    if (more.tellOfOneOrTwo(sizes)) return false;
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
  // No circle is renewed here: three more people make a sum that nothing known can take apart.
  const later = wholeSince(members, Math.max(shown.whole ?? 0, LAST_FOR_CIRCLES));
  return { ...shown, whole: later ?? shown.whole };
}

/** The newest release by which at least three people more than at `since` are there, counted from each such release on. */
function wholeSince(members: readonly Member[], since: number): number | null {
  let [whole, waiting] = [null as number | null, 0];
  const later = members.filter(({ release }) => release > since).map(({ release }) => release);
  for (const release of [...new Set(later)].toSorted((a, b) => a - b)) {
    waiting += later.filter((own) => own === release).length;
    if (waiting < LEAST) continue;
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
