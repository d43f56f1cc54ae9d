import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';

/** A persona as the product would show it, with the checker's results. */
export interface Persona {
  pack: EvidencePack;
  /** Null if the draft and its repair were refused and could not be mended. Only the measurement remains. */
  text: PersonaText | null;
  /** The checker's problems with the first draft; empty if it passed. */
  draftProblems: string[];
  /** The checker's problems with the last draft. If there are any, `text` is mended or null. */
  problems: string[];
}
