import type { TraitMeasurement } from '../measurement.js';

/** The person as one circle sees them (family, colleagues …). */
export interface RelationView {
  relation: string;
  /** Friends in the view; later ones of the circle wait until they can be added unseen. */
  friends: number;
  /** Those that can be shown. */
  traits: TraitMeasurement[];
}
