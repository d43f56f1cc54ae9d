import type { Locale } from '../../locale.js';

const scripts = {
  hangul: /\p{Script=Hangul}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu,
  han: /\p{Script=Han}/gu,
  latin: /\p{Script=Latin}/gu,
};
type Letters = Record<keyof typeof scripts | 'other', number>;

/** Latin letters are counted as a third: a syllable in Hangul or kana is two or three of them. */
const LATIN = 1 / 3;
/** Shorter texts are not judged. A title or an exclamation may be a name or a loan word. */
const FEWEST_LETTERS = { inField: 14, latinInField: 20, inAll: 60 };

function countLetters(text: string): Letters {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = {
    hangul: count(scripts.hangul),
    kana: count(scripts.kana),
    han: count(scripts.han),
    latin: count(scripts.latin),
  };
  const all = count(/\p{L}/gu);
  const known = letters.hangul + letters.kana + letters.han + letters.latin;
  return { ...letters, other: Math.max(0, all - known) };
}

/** Whether letters may be a text in the language. Names and loan words in other scripts may be half of it. */
function fits(locale: Locale, { hangul, kana, han, latin, other }: Letters): boolean {
  const all = hangul + kana + han + other + latin * LATIN;
  if (locale === 'EN') return latin * LATIN >= all / 2;
  if (locale === 'KO') return hangul >= all * 0.4;
  // A Japanese sentence has kana for its grammar, and a Chinese one has none.
  return kana + han >= all * 0.4 && kana >= (kana + han) * 0.15;
}

const isLongEnough = ({ hangul, kana, han, latin, other }: Letters): boolean =>
  hangul + kana + han + other >= FEWEST_LETTERS.inField || latin >= FEWEST_LETTERS.latinInField;

const names: Record<Locale, string> = { EN: 'English', KO: 'Korean', JA: 'Japanese' };

/**
 * Finds texts in another language, by the scripts of their letters.
 * @param texts each with its place
 * @param name of the person, which may be in any script
 * @returns one sentence per place; if only all of the texts together are long enough to be judged, one sentence
 */
export function findLanguageProblems(
  texts: readonly (readonly [place: string, text: string])[],
  { name, locale }: { name: string; locale: Locale },
): string[] {
  const lettersOf = (text: string): Letters =>
    countLetters(text.normalize('NFKC').replaceAll(name.normalize('NFKC'), ' '));
  const foreign = texts.filter(([, text]) => {
    const letters = lettersOf(text);
    return isLongEnough(letters) && !fits(locale, letters);
  });
  if (foreign.length > 0) return foreign.map(([place]) => `${place} is not in ${names[locale]}`);
  const all = lettersOf(texts.map(([, text]) => text).join('\n'));
  const weight = all.hangul + all.kana + all.han + all.other + all.latin * LATIN;
  return weight >= FEWEST_LETTERS.inAll && !fits(locale, all) ? [`the text is not in ${names[locale]}`] : [];
}
