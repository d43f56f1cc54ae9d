import type { RelationView } from '../circles/relationView.js';
import { shownViews } from '../circles/shownViews.js';
import { measure } from '../measure.js';
import type { Measurement, TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import type { Rating } from '../rating.js';
import { measureTrait } from '../scoring/measureTrait.js';
import { rater } from '../scoring/rater.js';
import { traitTwelfths } from '../scoring/traitTwelfths.js';
import { type TraitId, traits } from '../traits.js';
import { withholdThin } from './withholdThin.js';

/** An answer with the release that it came with, 1 for the first. */
export type Released = Rating & { release: number };

/** What became of answers that were shown. */
interface Past {
  withdrawnFrom: number;
  restarted: boolean;
}

/**
 * Measures released answers as they may be shown: nothing of it, set beside what was shown of earlier releases and of
 * circles, tells what one or two friends said. Each trait is gone through by itself, as some friends cannot tell of it: one
 * that a single new friend could tell stays as it was.
 * @param ratings all of a survey up to a release, in any order
 * @param past what cannot be counted any more: `withdrawnFrom` see shownViews; `restarted`: shown before, in another set
 * @returns circles with the largest first
 * @throws RangeError for a closeness outside 1–4
 */
export function measureReleased(
  ratings: readonly Released[],
  norms: Norms,
  { withdrawnFrom, restarted }: Past = { withdrawnFrom: 0, restarted: false },
): { measurement: Measurement; circles: RelationView[] } {
  const known = new Map<string, Measurement>();
  // Traits mostly go up to the same release: each set of people is measured once, and not again for every trait.
  const measured = (relation: string | null, release: number): Measurement => {
    const key = JSON.stringify([relation, release]);
    const members = (own: Released): boolean =>
      own.release <= release && (relation === null || own.relation === relation);
    const found = known.get(key) ?? measure(ratings.filter(members), norms);
    known.set(key, found);
    return found;
  };
  const until = (relation: string | null, release: number, trait: TraitId): TraitMeasurement[] =>
    measured(relation, release).traits.filter((own) => own.trait === trait);
  const newest = Math.max(0, ...new Set(ratings.map(({ release }) => release)));
  const raters = ratings.map((rating) => ({ rating, scores: rater(rating)?.scores ?? [] }));
  const circles = new Map<string, TraitMeasurement[]>();
  const whole = traits.flatMap((trait) => {
    const able = raters
      .filter(({ scores }) => traitTwelfths(scores, trait) !== null)
      .map(({ rating }) => rating);
    const shown = shownViews(able, withdrawnFrom);
    for (const [relation, release] of restarted ? [] : shown.relations) {
      circles.set(relation, [...(circles.get(relation) ?? []), ...until(relation, release, trait)]);
    }
    return shown.whole === null ? measureTrait(trait, [], norms) : until(null, shown.whole, trait);
  });
  return {
    measurement: withholdThin({ ...measured(null, newest), traits: whole }, norms),
    circles: [...circles]
      .map(([relation, own]) => ({
        relation,
        friends: Math.max(...own.map(({ raters }) => raters)),
        traits: own,
      }))
      .toSorted((a, b) => b.friends - a.friends || (a.relation < b.relation ? -1 : 1)),
  };
}
