import { measure } from '../measure.js';
import type { Measurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import type { Rating } from '../rating.js';
import { shownRelations } from './shownRelations.js';

/** The person as one circle sees them. */
export interface RelationView {
  relation: string;
  /** Friends in the view; later ones of the circle wait until they can be added unseen. */
  friends: number;
  measurement: Measurement;
}

/**
 * The views of circles (family, colleagues …) from which, together with the whole and with all that was shown before,
 * nothing can be subtracted that is the answers of one or two friends: at least three in the circle, none or at least
 * three outside. Holds for ratings that are only ever added; withdrawn ones must stay out from the next release on.
 * @param ratings all of the survey, in the order in which they came
 * @returns the largest circle first
 * @throws RangeError for a closeness outside 1–4
 */
export function viewsByRelation(ratings: readonly Rating[], norms: Norms): RelationView[] {
  const shown = shownRelations(ratings.map(({ relation }) => relation));
  return [...shown]
    .map(([relation, friends]) => {
      const circle = ratings.filter((rating) => rating.relation === relation).slice(0, friends);
      return { relation, friends, measurement: measure(circle, norms) };
    })
    .toSorted((a, b) => b.friends - a.friends || (a.relation < b.relation ? -1 : 1));
}
