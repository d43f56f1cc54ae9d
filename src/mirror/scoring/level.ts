import type { Level } from '../measurement.js';

/** The percentiles that count as typical, both included. */
export const TYPICAL_BAND = { from: 35, to: 65 };

/** @param score the percentile as shown, so that the word never contradicts the number next to it */
export function level(score: number): Level {
  if (score < 15) return 'VERY_LOW';
  if (score < TYPICAL_BAND.from) return 'LOW';
  if (score <= TYPICAL_BAND.to) return 'TYPICAL';
  if (score <= 85) return 'HIGH';
  return 'VERY_HIGH';
}
