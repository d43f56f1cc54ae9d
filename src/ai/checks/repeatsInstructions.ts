import { GuardTold } from '../guard/guardTold.js';

/**
 * Whether a text tells what a prompt of ours says to the model: five words in a row, or 24 letters however they are parted, also
 * backwards or with figures for letters. A model that was talked into it. What it was talked into translating passes.
 */
export function repeatsInstructions(text: string): boolean {
  const told = new GuardTold();
  for (const character of text.normalize('NFKC')) if (told.read(character) === 'TOLD') return true;
  return told.end() === 'TOLD';
}
