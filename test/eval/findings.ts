import type { HeldOut, PersonFindings } from '../../bench/eval/personFindings.js';

/** A held-out friend, with the parts that a test cares about. */
export const heldOutOf = (parts: Partial<HeldOut> = {}): HeldOut => ({
  answers: { MI01: 3 },
  interview: { MI01: 3 },
  normError: 1,
  shrunkError: 0.8,
  personaError: 0.8,
  blankError: 1,
  direction: { same: 0, of: 0 },
  ...parts,
});

/** What was found about a person, with the parts that a test cares about. */
export const findingsOf = (parts: Partial<PersonFindings> = {}): PersonFindings => ({
  heldOut: [],
  wordingShifts: null,
  conversationShifts: null,
  personas: 1,
  quotes: 0,
  refusedDrafts: 0,
  problems: [],
  overlaps: 0,
  lost: 0,
  ...parts,
});
