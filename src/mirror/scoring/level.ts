import type { Level } from '../measurement.js';

/** @param score the percentile as shown, so that the word never contradicts the number next to it */
export function level(score: number): Level {
  if (score < 15) return 'VERY_LOW';
  if (score < 35) return 'LOW';
  if (score <= 65) return 'TYPICAL';
  if (score <= 85) return 'HIGH';
  return 'VERY_HIGH';
}
