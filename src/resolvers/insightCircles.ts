import type { RelationView } from '../mirror/circles/relationView.js';
import { Relation } from '../schema/enums.js';
import type { CircleType } from '../schema/insightTraitTypes.js';

/** Views by relation as the owner sees them, each with the traits that can be shown. */
export function circleViews(views: readonly RelationView[]): CircleType[] {
  return views.map(({ relation, friends, traits }) => ({
    relation: Relation[relation as Relation],
    friends,
    traits: traits.map(({ trait, score, level }) => ({ id: trait, score, level })),
  }));
}
