import { paraphraseInstructions } from './paraphraseInstructions.js';
import { reflectionsInstructions } from './reflectionsInstructions.js';
import { repairInstructions } from './repairInstructions.js';

const WORDS = 5;
const LETTERS = 24;

const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  v: 'u',
};

/** Letters only, and figures that stand for them: a model can be asked to tell in disguise what it would not tell plainly. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[013457@$v]/g, (character) => disguises[character] ?? character)
    .match(/[a-z]+/g) ?? [];

/** Some words in a row, and some letters in a row however they are parted: "Y o u w r i t e". */
function runsIn(text: string): string[] {
  const words = wordsIn(text);
  const letters = words.join('');
  return [
    ...words.slice(WORDS - 1).map((_last, start) => words.slice(start, start + WORDS).join(' ')),
    ...Array.from({ length: Math.max(0, letters.length - LETTERS + 1) }, (_, start) =>
      letters.slice(start, start + LETTERS),
    ),
  ];
}

/** The repair's text holds the persona's. Each text by itself: a run over two of them is nobody's. */
const told = new Set([repairInstructions, reflectionsInstructions, paraphraseInstructions].flatMap(runsIn));

/**
 * Whether a text tells what a prompt of ours says to the model, also spaced out, backwards or with figures for letters: a model that was
 * talked into it. What it was talked into translating passes.
 */
export const repeatsInstructions = (text: string): boolean =>
  [text, [...text].reverse().join('')].some((reading) => runsIn(reading).some((run) => told.has(run)));
