import type { Locale } from '../questionnaire/locale.js';
import type { BlindSpot } from './blindSpots.js';
import { insightWordings } from './wording/insightWordings.js';

/**
 * A blind spot told to the person it is about, and who usually judges such a trait better: a CLEAR one as a statement, a
 * HINT as a question.
 * @param name the person's, put in literally (Korean and Japanese address people by it)
 * @returns null for NONE, of which there is nothing to tell
 */
export function blindSpotInWords(spot: BlindSpot, name: string, locale: Locale): string | null {
  const { trait, strength, judge, friendsSee } = spot;
  if (strength === 'NONE') return null;
  const side = friendsSee === 'HIGHER' ? 'high' : 'low';
  return insightWordings[locale].blindSpot({ name, trait, side, strength, judge });
}
