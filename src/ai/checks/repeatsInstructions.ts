import { PromptLeakDetector } from '../guard/guardTold.js';

/**
 * Whether a text reveals what our prompts say to the model: five consecutive words, or 24 letters regardless
 * of separators, also backwards, in ROT13 or with digits for letters. A user may have talked the model into
 * it. A translation of the instructions passes.
 */
export function leaksInstructions(text: string): boolean {
  const detector = new PromptLeakDetector();
  for (const character of text.normalize('NFKC')) if (detector.read(character) === 'LEAK') return true;
  return detector.end() === 'LEAK';
}
