import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import type { EvidencePack } from '../../src/mirror/evidencePack.js';

/** A persona as the product would show it, and how its writing went. */
export interface Persona {
  pack: EvidencePack;
  /** Null where neither the first text nor its repair could be kept: the measurement speaks alone. */
  text: PersonaText | null;
  /** What the checker said to the first draft; empty when it passed. */
  draftProblems: string[];
  /** What it said to the last draft; with any, `text` is null. */
  problems: string[];
}
