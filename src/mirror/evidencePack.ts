import type { Archetype } from './archetypes.js';
import type { Agreement, Confidence, Level, Measurement } from './measurement.js';
import type { Locale } from './questionnaire/locale.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from './questionnaire/questionnaire.js';
import type { TraitId } from './traits.js';

export type { Agreement, Archetype, Confidence, Level, Locale, TraitId };

/** All that a language model learns of a person: measured, citable by id, without names of raters, relations or open texts. */
export interface EvidencePack {
  subject: { name: string; locale: Locale };
  friends: number;
  confidence: Confidence;
  archetype: Archetype;
  runnerUp: Archetype;
  /** `id` is 'EV-E', 'EV-A', …; `score` is the percentile, 0–100. */
  traits: { id: string; trait: TraitId; score: number; level: Level; agreement: Agreement; raters: number }[];
  /**
   * `id` is 'EV-W-funny', …; `word` is the label in the subject's locale, `share` 0–1 of the friends, `count` how many they are (absent
   * in packs stored before it was added). Strongest first.
   */
  words: { id: string; word: string; share: number; count?: number }[];
  /** Subjects the prose must not touch. */
  forbidden: string[];
}

const MIN_FRIENDS = 2;
const MAX_WORDS = 8;

/**
 * Puts a measurement into the form the prose is written from. A word that one friend alone chose is left out: it would
 * show what one person answered.
 * @throws RangeError for a word that the questionnaire does not have
 */
export function evidencePack(measurement: Measurement, subject: EvidencePack['subject']): EvidencePack {
  const { friends, confidence, archetype, runnerUp } = measurement;
  const labels = new Map(
    Object.entries(questionnaireOf(QUESTIONNAIRE_VERSION).wording[subject.locale].words),
  );
  const label = (word: string): string => {
    const text = labels.get(word);
    if (text === undefined) throw new RangeError(`Unknown word: ${word}`);
    return text;
  };
  return {
    subject: { name: subject.name, locale: subject.locale },
    friends,
    confidence,
    archetype,
    runnerUp,
    traits: measurement.traits.map(({ trait, score, level, agreement, raters }) => ({
      id: `EV-${trait}`,
      trait,
      score,
      level,
      agreement,
      raters,
    })),
    words: measurement.words
      .filter(({ count }) => count >= MIN_FRIENDS)
      .slice(0, MAX_WORDS)
      // Two decimals: what a reader of the prose could tell apart.
      .map(({ word, share, count }) => ({
        id: `EV-W-${word}`,
        word: label(word),
        share: Math.round(share * 100) / 100,
        count,
      })),
    forbidden: ['health', 'sexuality', 'politics', 'identity of raters'],
  };
}
