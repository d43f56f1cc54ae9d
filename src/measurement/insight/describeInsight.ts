import type { Locale } from '../../locale.js';
import { english } from '../evidenceWording/english.js';
import type { EvidenceWording } from '../evidenceWording/evidenceWording.js';
import { japanese } from '../evidenceWording/japanese.js';
import { korean } from '../evidenceWording/korean.js';
import type { Measurement } from '../measurement.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from '../questionnaire/questionnaire.js';
import type { TraitId } from '../traits.js';
import type { BlindSpot } from './blindSpots.js';
import { commonGround } from './commonGround.js';
import type { AgreedFact } from './wording/insightWording.js';
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

const evidence: Record<Locale, EvidenceWording> = { EN: english, KO: korean, JA: japanese };

/** Sentences by subject, in the order in which to read them. */
interface CommonGroundInWords {
  agreed: { trait: TraitId; text: string }[];
  split: { trait: TraitId; text: string }[];
  words: { word: string; text: string }[];
}

/**
 * Describes what friends agree on most, and what divides them, in the person's language.
 * @param name of the person, inserted literally
 * @throws RangeError for a word that the questionnaire does not have
 */
export function describeCommonGround(
  measurement: Measurement,
  name: string,
  locale: Locale,
): CommonGroundInWords {
  const { agreed, split, words } = commonGround(measurement);
  const say = insightWordings[locale];
  const labels = new Map(Object.entries(questionnaireOf(QUESTIONNAIRE_VERSION).wording[locale].words));
  const { friends } = measurement;
  return {
    agreed: agreed.map((trait) => ({ trait, text: say.agreed(agreedFact(measurement, name, trait)) })),
    split: split.map((trait) => ({ trait, text: say.split({ name, trait }) })),
    words: words.map(({ word: id, count }) => {
      const word = labels.get(id);
      if (word === undefined) throw new RangeError(`Unknown word: ${id}`);
      return { word: id, text: evidence[locale].word({ name, word, friends, count }) };
    }),
  };
}

function agreedFact({ traits }: Measurement, name: string, trait: TraitId): AgreedFact {
  const found = traits.find((own) => own.trait === trait);
  if (found === undefined) throw new RangeError(`The measurement has no trait ${trait}.`);
  const { level, score } = found;
  const very = level === 'VERY_HIGH' || level === 'VERY_LOW';
  const strength = level === 'TYPICAL' ? 'TYPICAL' : very ? 'VERY' : 'CLEAR';
  return { name, trait, side: score >= 50 ? 'high' : 'low', strength };
}
