import type { ItemAnswers } from './figures/itemAnswers.js';

/** A friend who was held out, and what was predicted of them; errors in points. */
export interface HeldOut {
  answers: ItemAnswers;
  /** What the persona made of the other friends answered. */
  interview: ItemAnswers;
  normError: number;
  shrunkError: number;
  personaError: number;
  blankError: number;
  direction: { same: number; of: number };
}

/** What was found out about one person's personas. */
export interface PersonFindings {
  heldOut: HeldOut[];
  /** By trait, between the two wordings and before and after a talk; null where it was not asked. */
  wordingShifts: number[] | null;
  talkShifts: number[] | null;
  /** Texts written, the quotes of friends in other words that they may cite, and the texts that the checker refused at first. */
  personas: number;
  quotes: number;
  refusedDrafts: number;
  /** What the checker said to the texts that it refused for good. */
  problems: string[];
  /** Texts that repeat what a friend wrote, among all that a persona says. */
  overlaps: number;
  /** Personas and interviews that the model did not answer in the asked-for shape, however often it was asked. */
  lost: number;
}
