import type { Reflections } from '../../src/ai/prompts/reflections.js';

/** Experts who had nothing to say. */
export const nothingNoted: Reflections = { psychologist: [], friend: [], writer: [] };

/** Experts who all say one thing. */
export const allNote = (text: string, evidence: string[] = ['EV-E']): Reflections => ({
  psychologist: [{ text, evidence }],
  friend: [{ text, evidence }],
  writer: [{ text, evidence }],
});
