import { weigh, withoutRepeats } from './foldLetters.js';

const isLatin = /^[a-z]*$/;

const RUN_WORDS = 5;
const RUN_LETTERS = 24;
const RUN_CHARACTERS = 12;
/**
 * The shortest runs that count as quoted: five words, 24 letters, or twelve characters that weigh as much,
 * because Korean and Japanese say much in few characters.
 * @param letters the words joined, without repeats
 */
export function* quotedRuns(words: readonly string[], letters: string): Generator<string> {
  for (let at = 0; at + RUN_WORDS <= words.length; at += 1)
    yield withoutRepeats(words.slice(at, at + RUN_WORDS).join(' '));
  for (let at = 0; at + RUN_LETTERS <= letters.length; at += 1) yield letters.slice(at, at + RUN_LETTERS);
  if (isLatin.test(letters)) return;
  for (let at = 0; at + RUN_CHARACTERS <= letters.length; at += 1) {
    const run = letters.slice(at, at + RUN_CHARACTERS);
    if (weigh(run) > RUN_LETTERS) yield run;
  }
}
