import type { Locale } from '../questionnaire/locale.js';
import type { BlindSpot } from './blindSpots.js';
import { insightWordings } from './wording/insightWordings.js';

/**
 * Describes a blind spot to the person it is about, and says who usually judges such a trait better. A CLEAR
 * one is a statement, a HINT is a question.
 * @param name of the person, inserted literally (Korean and Japanese address people by it)
 * @returns null for NONE
 */
export function describeBlindSpot(spot: BlindSpot, name: string, locale: Locale): string | null {
  const { trait, strength, judge, friendsSee } = spot;
  if (strength === 'NONE') return null;
  const side = friendsSee === 'HIGHER' ? 'high' : 'low';
  return insightWordings[locale].blindSpot({ name, trait, side, strength, judge });
}
