import type { TraitMeasurement } from '../measurement.js';

/** The person as one circle of friends sees them (family, colleagues …). */
export interface RelationView {
  relation: string;
  /** Friends in the view. Later friends of the circle wait until adding them reveals no one. */
  friends: number;
  /** Only traits that may be shown. */
  traits: TraitMeasurement[];
}
