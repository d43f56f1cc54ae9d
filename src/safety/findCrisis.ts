import type { CrisisPhrases } from './crisisPhrases/crisisPhrases.js';
import { english } from './crisisPhrases/english.js';
import { japanese } from './crisisPhrases/japanese.js';
import { koreanJoined, koreanSpaced } from './crisisPhrases/korean.js';

/** Digits and signs that stand for a letter between letters. */
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

/** Width and case are folded, characters that cannot be seen are gone. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** One blank between words, letters told one by one put together, disguises undone. Stretched letters are kept once or twice. */
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

const says = (forms: string[], { harmless, crisis }: CrisisPhrases): boolean =>
  forms.some((form) => {
    const meant = without(form, harmless);
    return crisis.some((phrase) => phrase.test(meant));
  });

/**
 * Whether somebody speaks of suicide, of wanting to die or of hurting themselves, in English, Korean or Japanese, whatever the language of
 * the page. Errs towards yes where a sentence leaves it open. A list understands no sentence: it misses what is said in other words, so it
 * stands beside a provider's moderation and never in place of people.
 */
export function findCrisis(text: string): boolean {
  const plain = folded(text);
  const japaneseText = joined(without(plain, japanese.harmless));
  return (
    says(englishForms(plain), english) ||
    says([plain], koreanSpaced) ||
    says([joined(without(plain, koreanJoined.harmless))], koreanJoined) ||
    says([japaneseText, hiragana(japaneseText)], japanese)
  );
}
