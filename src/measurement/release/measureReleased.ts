import { MIN_CHOOSERS, MIN_GROUP } from '../anonymity.js';
import type { Rating } from '../answers.js';
import { releasableViews } from '../circles/releasableViews.js';
import { measureSums } from '../measure.js';
import type { Measurement, RelationView, TraitMeasurement } from '../measurement.js';
import type { Norms } from '../norms.js';
import { matchArchetype } from '../scoring/archetypes.js';
import { measureTrait } from '../scoring/measureTrait.js';
import { rarity } from '../scoring/rarity.js';
import { addSums, noSums, type RatingSums, sumsOf } from '../scoring/ratingSums.js';
import { type TraitId, traits } from '../traits.js';

/** A trait without a score: no friend could judge it. */
const nobody = (trait: TraitId, norms: Norms): TraitMeasurement =>
  measureTrait(trait, noSums().traits[trait], norms);

/**
 * Removes what only one or two friends said, so that the measurement may be shown. A trait that fewer than
 * three friends could judge becomes a trait that none could judge, and even their number is hidden.
 * Everything derived from all traits is computed again. Idempotent.
 * @param norms those of the measurement
 */
export function suppressSmallCounts(measurement: Measurement, norms: Norms): Measurement {
  const traits = measurement.traits.map((measured): TraitMeasurement =>
    measured.raters < MIN_GROUP ? nobody(measured.trait, norms) : measured,
  );
  return {
    ...measurement,
    traits,
    words: measurement.words.filter(({ count }) => count >= MIN_CHOOSERS),
    ...matchArchetype(traits.map(({ shrunkZ }) => shrunkZ)),
    rarity: rarity(traits, norms),
  };
}

/** The answers of one release, summed up for each relation. */
export interface ReleaseSums {
  /** 1 for the first. */
  release: number;
  relations: Record<string, RatingSums>;
}

/** Sums up answers by their releases, in the order of the releases. */
export function sumReleases(ratings: readonly (Rating & { release: number })[]): ReleaseSums[] {
  return [...Map.groupBy(ratings, ({ release }) => release)]
    .toSorted(([one], [other]) => one - other)
    .map(([release, own]) => ({
      release,
      relations: Object.fromEntries(
        [...Map.groupBy(own, ({ relation }) => relation)].map(([relation, some]) => [relation, sumsOf(some)]),
      ),
    }));
}

/** What has happened to answers that were shown before. */
interface Past {
  withdrawnFrom: number;
  restarted: boolean;
}

/**
 * Measures released answers in a form that may be shown: even combined with what was shown of earlier
 * releases and of circles, it reveals nothing that one or two friends said. Each trait is checked by itself,
 * because some friends cannot judge it. A trait that only one new friend could judge stays as it was.
 * @param releases the sums of all releases of a survey up to one, in any order
 * @param past what can no longer be computed. `withdrawnFrom`: see releasableViews. `restarted`: answers were
 *   shown before, in another set.
 * @returns circles, the largest first
 */
export function measureReleased(
  releases: readonly ReleaseSums[],
  norms: Norms,
  { withdrawnFrom, restarted }: Past = { withdrawnFrom: 0, restarted: false },
): { measurement: Measurement; circles: RelationView[] } {
  const cells = releases.flatMap(({ release, relations }) =>
    Object.entries(relations).map(([relation, sums]) => ({ release, relation, sums })),
  );
  const cache = new Map<string, Measurement>();
  // Most traits go up to the same release, so each set of people is measured once instead of once per trait.
  const measured = (relation: string | null, release: number): Measurement => {
    const key = JSON.stringify([relation, release]);
    const isIn = (own: (typeof cells)[number]): boolean =>
      own.release <= release && (relation === null || own.relation === relation);
    const found = cache.get(key) ?? measureSums(addSums(cells.filter(isIn).map(({ sums }) => sums)), norms);
    cache.set(key, found);
    return found;
  };
  const until = (relation: string | null, release: number, trait: TraitId): TraitMeasurement[] =>
    measured(relation, release).traits.filter((own) => own.trait === trait);
  const newest = Math.max(0, ...releases.map(({ release }) => release));
  const circles = new Map<string, TraitMeasurement[]>();
  const whole = traits.flatMap((trait) => {
    const judges = cells
      .map(({ release, relation, sums }) => ({ release, relation, people: sums.traits[trait].raters }))
      .filter(({ people }) => people > 0);
    const shown = releasableViews(judges, withdrawnFrom);
    for (const [relation, release] of restarted ? [] : shown.relations) {
      circles.set(relation, [...(circles.get(relation) ?? []), ...until(relation, release, trait)]);
    }
    return shown.whole === null ? nobody(trait, norms) : until(null, shown.whole, trait);
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
