import type { ItemAnswers } from './figures/itemAnswers.js';

/** A held-out friend and the errors of each prediction of their answers, in points. */
export interface HeldOut {
  answers: ItemAnswers;
  /** The answers of the persona made from the other friends. */
  interview: ItemAnswers;
  normError: number;
  shrunkError: number;
  personaError: number;
  blankError: number;
  direction: { same: number; of: number };
}

/** The findings about one person's personas. */
export interface PersonFindings {
  heldOut: HeldOut[];
  /**
   * Shift of each trait between the two wordings, and before and after a conversation; null if not measured.
   */
  wordingShifts: number[] | null;
  conversationShifts: number[] | null;
  /** Written texts, the blended quotes that they may cite, and first drafts that the checker refused. */
  personas: number;
  quotes: number;
  refusedDrafts: number;
  /** The checker's problems with texts that it refused finally. */
  problems: string[];
  /** Texts of the persona that repeat what a friend wrote. */
  overlaps: number;
  /** Personas and interviews without a usable answer despite retries. */
  lost: number;
}
