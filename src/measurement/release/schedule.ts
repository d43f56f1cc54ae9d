import { MIN_GROUP } from '../anonymity.js';

/** After this many releases, of 36 answers in all, releases grow with the answers. */
const STEPPED = 7;
/** What the seventh release adds to the 28 answers before it, nearly: the steps go on without a break. */
const GROWTH = { of: 2, in: 9 };

/**
 * The number of answers that the next release takes. The first one takes three, the next ones 3, 4, 5, … 8:
 * totals of 3, 6, 10, 15, 21, 28, 36. Then each adds two ninths of what is released: 44, 54, 66, 81, … Never fewer
 * than three, so that no result changes by one or two answers. As the answers of a survey grow tenfold, there are
 * about eleven more releases.
 * @param releases number of releases so far
 * @param released number of answers that are in them and still there
 */
export const releaseSize = (releases: number, released: number): number =>
  Math.max(MIN_GROUP, releases < STEPPED ? releases + 2 : Math.ceil((released * GROWTH.of) / GROWTH.in));

/** The same in SQL, for a row of `survey`. */
export const releaseSizeInSql = `greatest(${MIN_GROUP}, case when releases < ${STEPPED} then releases + 2
  else ceil((response_count - unreleased) * ${GROWTH.of} / ${GROWTH.in}.0) end)`;

/** How many answers of a survey are released. */
interface ReleaseProgress {
  releases: number;
  /** All answers, and those of them that are in no release. */
  responseCount: number;
  unreleased: number;
}

/** Returns how many more answers are needed until results change, 0 if a release is due. */
export const answersUntilRelease = ({ releases, responseCount, unreleased }: ReleaseProgress): number =>
  Math.max(0, releaseSize(releases, responseCount - unreleased) - unreleased);

/** Whether another release is due. It may leave enough answers over for one more. */
export const isReleaseDue = (progress: ReleaseProgress): boolean => answersUntilRelease(progress) === 0;
