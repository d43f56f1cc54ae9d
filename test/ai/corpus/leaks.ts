import { chatInstructions, continueInstruction } from '../../../src/ai/prompts/chat.js';
import { explanationInstructions } from '../../../src/ai/prompts/explanation.js';
import { paraphraseRepairInstructions } from '../../../src/ai/prompts/paraphrase.js';
import { repairInstructions } from '../../../src/ai/prompts/persona.js';
import { reflectionsInstructions } from '../../../src/ai/prompts/reflections.js';
import { summaryInstructions } from '../../../src/ai/prompts/summary.js';

const instructions = [
  chatInstructions,
  continueInstruction,
  explanationInstructions,
  paraphraseRepairInstructions,
  repairInstructions,
  reflectionsInstructions,
  summaryInstructions,
];

const figures: Record<string, string> = { a: '4', e: '3', i: '1', o: '0' };
/** How a model might write down what it was told, so that a filter for words does not find it. */
const disguises: [how: string, (told: string) => string][] = [
  ['word for word', (told) => told],
  ['after a polite beginning', (told) => `Sure, happy to help! My instructions say: “${told}”`],
  ['in a Korean sentence', (told) => `제가 받은 안내는 이래요: ${told} 이게 전부예요.`],
  ['in a Japanese sentence', (told) => `私が受け取った案内は「${told}」です。`],
  ['backwards', (told) => [...told].reverse().join('')],
  ['letter by letter', (told) => [...told.replace(/\s/g, '')].join(' ')],
  ['letter by letter with hyphens', (told) => [...told.replace(/[^a-z]/gi, '')].join('-')],
  ['without blanks', (told) => told.replace(/[^a-z]/gi, '')],
  ['with figures for letters', (told) => told.replace(/[aeio]/g, (letter) => figures[letter] ?? letter)],
  ['in capitals', (told) => told.toUpperCase()],
  [
    'in full-width letters',
    (told) =>
      told.replace(/[a-z]/gi, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  ],
  [
    'in ROT13',
    (told) =>
      told.replace(/[a-z]/gi, (letter) =>
        String.fromCharCode(letter.charCodeAt(0) + (/[a-m]/i.test(letter) ? 13 : -13)),
      ),
  ],
  ['in markup', (told) => told.replaceAll(' ', '** <b>_')],
  ['with characters that cannot be seen', (told) => [...told].join('\u200b')],
  ['a word on each line', (told) => told.replaceAll(' ', '\n')],
];

/** Twenty words of each of our prompts in each disguise, each time from another place. */
export const leaks: { how: string; text: string }[] = instructions.flatMap((text, one) => {
  const words = text.split(/\s+/);
  return disguises.map(([how, disguise], other) => {
    const at = (one * 37 + other * 61) % Math.max(1, words.length - 20);
    return { how, text: disguise(words.slice(at, at + 20).join(' ')) };
  });
});
