import { MIN_CHOOSERS, MIN_GROUP } from '../anonymity.js';
import type { Rating } from '../answers.js';
import { releasableViews } from '../circles/releasableViews.js';
import { measure } from '../measure.js';
import type { Measurement, RelationView, TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import { matchArchetype } from '../scoring/archetypes.js';
import { traitMeanInTwelfths } from '../scoring/itemScores.js';
import { measureTrait } from '../scoring/measureTrait.js';
import { rarity } from '../scoring/rarity.js';
import { rater } from '../scoring/weights.js';
import { type TraitId, traits } from '../traits.js';

/**
 * Removes what only one or two friends said, so that the measurement may be shown. A trait that fewer than
 * three friends could judge becomes a trait that none could judge, and even their number is hidden.
 * Everything derived from all traits is computed again. Idempotent.
 * @param norms those of the measurement
 */
export function suppressSmallCounts(measurement: Measurement, norms: Norms): Measurement {
  const traits = measurement.traits.map((measured): TraitMeasurement =>
    measured.raters < MIN_GROUP ? measureTrait(measured.trait, [], norms) : measured,
  );
  return {
    ...measurement,
    traits,
    words: measurement.words.filter(({ count }) => count >= MIN_CHOOSERS),
    ...matchArchetype(traits.map(({ shrunkZ }) => shrunkZ)),
    rarity: rarity(traits, norms),
  };
}

/** A response with the release that it is part of, 1 for the first. */
type ReleasedRating = Rating & { release: number };

/** What has happened to answers that were shown before. */
interface Past {
  withdrawnFrom: number;
  restarted: boolean;
}

/**
 * Measures released answers in a form that may be shown: even combined with what was shown of earlier
 * releases and of circles, it reveals nothing that one or two friends said. Each trait is checked by itself,
 * because some friends cannot judge it. A trait that only one new friend could judge stays as it was.
 * @param ratings all of a survey up to a release, in any order
 * @param past what can no longer be computed. `withdrawnFrom`: see releasableViews. `restarted`: answers were
 *   shown before, in another set.
 * @returns circles, the largest first
 * @throws RangeError for a closeness outside 1–4
 */
export function measureReleased(
  ratings: readonly ReleasedRating[],
  norms: Norms,
  { withdrawnFrom, restarted }: Past = { withdrawnFrom: 0, restarted: false },
): { measurement: Measurement; circles: RelationView[] } {
  const cache = new Map<string, Measurement>();
  // Most traits go up to the same release, so each set of people is measured once instead of once per trait.
  const measured = (relation: string | null, release: number): Measurement => {
    const key = JSON.stringify([relation, release]);
    const members = (own: ReleasedRating): boolean =>
      own.release <= release && (relation === null || own.relation === relation);
    const found = cache.get(key) ?? measure(ratings.filter(members), norms);
    cache.set(key, found);
    return found;
  };
  const until = (relation: string | null, release: number, trait: TraitId): TraitMeasurement[] =>
    measured(relation, release).traits.filter((own) => own.trait === trait);
  const newest = Math.max(0, ...new Set(ratings.map(({ release }) => release)));
  const raters = ratings.map((rating) => ({ rating, scores: rater(rating)?.scores ?? [] }));
  const circles = new Map<string, TraitMeasurement[]>();
  const whole = traits.flatMap((trait) => {
    const judges = raters
      .filter(({ scores }) => traitMeanInTwelfths(scores, trait) !== null)
      .map(({ rating }) => rating);
    const shown = releasableViews(judges, withdrawnFrom);
    for (const [relation, release] of restarted ? [] : shown.relations) {
      circles.set(relation, [...(circles.get(relation) ?? []), ...until(relation, release, trait)]);
    }
    return shown.whole === null ? measureTrait(trait, [], norms) : until(null, shown.whole, trait);
  });
  return {
    measurement: suppressSmallCounts({ ...measured(null, newest), traits: whole }, norms),
    circles: [...circles]
      .map(([relation, own]) => ({
        relation,
        friends: Math.max(...own.map(({ raters }) => raters)),
        traits: own,
      }))
      .toSorted((a, b) => b.friends - a.friends || (a.relation < b.relation ? -1 : 1)),
  };
}
