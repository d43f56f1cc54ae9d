import type { TraitId } from '../../../src/measurement/traits.js';

/** Texts that a good model writes and that nothing may stop or change. */
export interface HarmlessTexts {
  /** For the guard of a stream. */
  replies: string[];
  /** For the check of a persona. Each rests on one trait, whose score is given. */
  sentences: { trait: TraitId; score: number; text: string }[];
}
