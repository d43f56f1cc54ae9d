import { MIN_CHOOSERS } from './anonymity.js';
import type { EvidencePack, Quote } from './evidence.js';
import type { Measurement } from './measurement.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from './questionnaire/questionnaire.js';

/**
 * Makes all traits and words of a measurement citable, whatever its basis. The caller has already removed
 * what must not be shown.
 * @throws RangeError for a word that the questionnaire does not have
 */
export function buildEvidencePack(
  { friends, confidence, archetype, runnerUp, traits, words }: Measurement,
  { name, locale }: EvidencePack['subject'],
  { basis, quotes }: Pick<EvidencePack, 'basis' | 'quotes'>,
): EvidencePack {
  const labels = new Map(Object.entries(questionnaireOf(QUESTIONNAIRE_VERSION).wording[locale].words));
  const label = (word: string): string => {
    const text = labels.get(word);
    if (text === undefined) throw new RangeError(`Unknown word: ${word}`);
    return text;
  };
  return {
    subject: { name, locale },
    basis,
    friends,
    confidence,
    archetype,
    runnerUp,
    traits: traits.map(({ trait, score, level, agreement, raters }) => ({
      id: `EV-${trait}`,
      trait,
      score,
      level,
      agreement,
      raters,
    })),
    // Two decimals are as much as a reader of the prose can distinguish.
    words: words.map(({ word, share, count }) => ({
      id: `EV-W-${word}`,
      word: label(word),
      share: Math.round(share * 100) / 100,
      count,
    })),
    quotes,
  };
}

const MAX_WORDS = 8;

/**
 * Converts a measurement by friends into the form that the prose is written from. A word that only one friend
 * chose is left out: it would show what one person answered.
 * @throws RangeError for a word that the questionnaire does not have
 */
export function evidencePack(
  measurement: Measurement,
  subject: EvidencePack['subject'],
  quotes: readonly Quote[] = [],
): EvidencePack {
  const words = measurement.words.filter(({ count }) => count >= MIN_CHOOSERS).slice(0, MAX_WORDS);
  return buildEvidencePack({ ...measurement, words }, subject, { basis: 'FRIENDS', quotes: [...quotes] });
}
