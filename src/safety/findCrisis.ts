import type { CrisisPhrases } from './crisisPhrases/crisisPhrases.js';
import { english } from './crisisPhrases/english.js';
import { japanese } from './crisisPhrases/japanese.js';
import { koreanJoined, koreanSpaced } from './crisisPhrases/korean.js';

/** Digits and signs that replace a letter between letters. */
const swapped: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};
/** Cyrillic letters that look like Latin ones. */
const lookalikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  і: 'i',
  о: 'o',
  р: 'p',
  с: 'c',
  ѕ: 's',
  у: 'y',
  х: 'x',
};

/** Folds width and case and removes invisible characters. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Puts one space between words, joins spelt-out letters, undoes disguises. Shortens stretched letters. */
function englishForms(text: string): string[] {
  const words = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[аеіорсѕух]/g, (letter) => lookalikes[letter] ?? letter)
    .replace(/['’`´]/g, '')
    .replace(
      /(?<=[a-z])[013457@$!|](?=[a-z])|(?<![a-z0-9])[5$@](?=[a-z]{2})/g,
      (sign) => swapped[sign] ?? sign,
    )
    .replace(/[^a-z0-9]+/g, ' ');
  const together = words.replace(/\b(?:[a-z] ){2,}[a-z]\b/g, (letters) => letters.replaceAll(' ', ''));
  return [words, together].flatMap((form) => [
    form.replace(/([a-z])\1{2,}/g, '$1'),
    form.replace(/([a-z])\1{2,}/g, '$1$1'),
  ]);
}

const joined = (text: string): string => text.replace(/[^\p{L}\p{N}ー]+/gu, '');
const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

const without = (text: string, phrases: RegExp[]): string =>
  phrases.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), text);

const matches = (forms: string[], { harmless, crisis }: CrisisPhrases): boolean =>
  forms.some((form) => {
    const rest = without(form, harmless);
    return crisis.some((phrase) => phrase.test(rest));
  });

/**
 * Whether a text mentions suicide, a wish to die or self-harm, in English, Korean or Japanese, regardless of
 * the page's language. Errs towards yes if a sentence is ambiguous. A list of phrases understands no
 * sentences and misses other wordings, so it complements a provider's moderation and never replaces people.
 */
export function findCrisis(text: string): boolean {
  const plain = folded(text);
  const japaneseText = joined(without(plain, japanese.harmless));
  return (
    matches(englishForms(plain), english) ||
    matches([plain], koreanSpaced) ||
    matches([joined(without(plain, koreanJoined.harmless))], koreanJoined) ||
    matches([japaneseText, hiragana(japaneseText)], japanese)
  );
}
