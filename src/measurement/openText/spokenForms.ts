import { spansOf, withoutRepeats } from './foldLetters.js';

const initials = 'k k n t t r m p p s s - s s s k t p -'.split(' ');
const vowels = 'a e a e u e u e u a e e u u u e i u u i i'.split(' ');
const finals = '- k k kt n nt n t r rk rm rp rt rt rp r m p pt t t n t t k t p -'.split(' ');

function hangulSounds(syllable: string): string {
  const at = syllable.charCodeAt(0) - 0xac00;
  const parts = [initials[Math.floor(at / 588)], vowels[Math.floor((at % 588) / 28)], finals[at % 28]];
  return parts.join('').replaceAll('-', '');
}

const kanaRows: Readonly<Record<string, readonly string[]>> = {
  '': ['あいうえお', 'はひふへほ', 'や ゆ よ', 'わゐ ゑを'],
  k: ['かきくけこ', 'がぎぐげご'],
  s: ['さしすせそ', 'ざじずぜぞ', ' ちつ', ' ぢづ'],
  t: ['た  てと', 'だ  でど'],
  n: ['なにぬねの'],
  m: ['まみむめも'],
  p: ['ばびぶべぼ', 'ぱぴぷぺぽ', '  ゔ'],
  r: ['らりるれろ'],
};
const kanaSounds = new Map([
  ...Object.entries(kanaRows).flatMap(([consonant, rows]) =>
    rows.flatMap((row) =>
      [...row].map((kana, at): [string, string] => [kana, consonant + 'aiueu'.charAt(at)]),
    ),
  ),
  ['ん', 'n'],
]);
/** A small vowel or ya, yu, yo replaces the vowel before it. */
const smallVowels = new Map([...'ぁぃぅぇぉゃゅょ'].map((kana, at) => [kana, 'aiueuauu'.charAt(at)]));

const latinSounds: readonly [RegExp, string][] = [
  [/fu/g, 'u'],
  [/ph|[bfv]/g, 'p'],
  [/sh|tch|ch|ts/g, 's'],
  [/ck|c(?![eiy])|[gq]/g, 'k'],
  [/[cjz]/g, 's'],
  [/x/g, 'ks'],
  [/th|d/g, 't'],
  [/l/g, 'r'],
  [/ae|oe/g, 'e'],
  [/ee|ui/g, 'i'],
  [/e[ou]|o[ou]|o/g, 'u'],
  [/[hwy]/g, ''],
];
const inLatin = (word: string): string =>
  latinSounds.reduce((rest, [pattern, sound]) => rest.replace(pattern, sound), word);

/**
 * Rough sounds of a word: a vowel (a, e, i, u) or a class of consonants (k: k g q, t: t d, s: s z j ch ts,
 * p: p b f v, n: n ng, m, r: r l). h, w and y vanish.
 */
function read(word: string): string {
  if (/^[a-z]*$/.test(word)) return inLatin(word);
  let sounds = '';
  for (const character of word) {
    const small = smallVowels.get(character);
    if (small !== undefined) sounds = sounds.replace(/[aiue]$/, '') + small;
    else if (/[가-힣]/.test(character)) sounds += hangulSounds(character);
    else sounds += kanaSounds.get(character) ?? (/[a-z]/.test(character) ? inLatin(character) : '');
  }
  return sounds;
}

/** Levels what romanizations of the same word differ in: Hepburn and Kunrei, Revised and McCune. */
const tidy = (sounds: string): string =>
  withoutRepeats(
    sounds
      .replace(/s/g, 't')
      .replace(/m/g, 'n')
      // Korean says what it writes as p-n or k-n with a nasal: 합니다, hamnida.
      .replace(/[kpt](?=n)/g, 'n')
      // ng is one sound in Hangul, two in kana, and either in Latin letters.
      .replace(/nk/g, 'n'),
  );

/**
 * The sounds of a word in Hangul, kana or Latin letters.
 * @param word of foldWords; other characters are left out
 */
export const soundsOf = (word: string): string => tidy(read(word));

const englishSpelling: readonly [RegExp, string][] = [
  [/^kn/g, 'n'],
  [/^wr/g, 'r'],
  [/igh|gh/g, ''],
  [/mb$/g, 'm'],
  [/[ts]ion/g, 'sn'],
  [/(?<=[aeiou])r(?![aeiouy])/g, ''],
];

/** How a Latin word is read: as kana or Hangul write its sound, or letter by letter. They differ in th. */
const readings = ['KANA', 'HANGUL', 'LETTERS'] as const;

/**
 * The consonants of a word, by their classes. Vowels are what a transliteration changes most: "always",
 * オールウェイズ and 올웨이즈 are all r, s.
 * @param word of foldWords
 * @param reading of a word in Latin letters
 */
export function consonantsOf(word: string, reading: (typeof readings)[number] = 'LETTERS'): string {
  const said =
    reading === 'LETTERS'
      ? word
      : englishSpelling.reduce((rest, [pattern, by]) => rest.replace(pattern, by), word);
  const spelled = reading === 'KANA' ? said.replace(/th/g, 's') : said;
  const sounds = read(spelled.replace(/ふ/g, 'ぷ').replace(/f/g, 'p'));
  return level(sounds.replace(/[aiue]/g, ''));
}

/** Levels consonants that run together in one script and not in another. */
const level = (consonants: string): string =>
  withoutRepeats(
    consonants
      .replace(/nk/g, 'n')
      .replace(/m(?=p)/g, 'n')
      .replace(/t+s/g, 's'),
  );

type Script = 'LATIN' | 'HANGUL' | 'KANA';

function scriptOf(word: string): Script | null {
  if (/^[a-z]+$/.test(word)) return 'LATIN';
  if (/^[가-힣]+$/.test(word)) return 'HANGUL';
  return /^[ぁ-ゖ]+$/.test(word) ? 'KANA' : null;
}

interface Heard {
  script: Script | null;
  sounds: string;
  /** In each of the readings. */
  consonants: string[];
}

/**
 * Fewest sounds of a line to be looked for, between the beginning and the end of words, and fewest sounds
 * that do not come about by chance anywhere. Consonants alone are looked for where a Latin line is spelled in
 * Hangul or kana.
 */
const LEAST = { sounds: 5, consonants: 4 };
const LOOSE = { sounds: 12, consonants: 9 };
/** Fewest kana sounds of a line with Han characters, and most sounds that one such character may have. */
const LEAST_BETWEEN_HAN = 6;
const HAN_SOUNDS = 6;

/** Finds lines that are spelled in another script. A line in the text's own script is not looked for. */
export class SoundIndex {
  readonly #sounds: Record<Script, Set<string>> = { LATIN: new Set(), HANGUL: new Set(), KANA: new Set() };
  /** Words that were heard already: friends use the same ones. */
  readonly #heard = new Map<string, Heard>();
  readonly #withHan: { anchor: string; pattern: string }[] = [];

  /** @param words of a friend's line or of a clause of it, by foldWords */
  add(words: readonly string[]): void {
    const heard = words.map((word) => this.#hear(word));
    const script = heard[0]?.script;
    if (script && heard.every((one) => one.script === script)) {
      const isLatin = script === 'LATIN';
      const said = isLatin
        ? readings.map((_reading, at) => level(heard.map((one) => one.consonants[at]).join('')))
        : [tidy(heard.map(({ sounds }) => sounds).join(''))];
      const loose = isLatin ? LOOSE.consonants : LOOSE.sounds;
      for (const sounds of said) {
        this.#sounds[script].add(sounds);
        for (let at = 0; at + loose <= sounds.length; at += 1)
          this.#sounds[script].add(sounds.slice(at, at + loose));
      }
    } else if (words.some((word) => /\p{Script=Han}/u.test(word))) this.#addWithHan(words.join(''));
  }

  #hear(word: string): Heard {
    const known = this.#heard.get(word);
    if (known !== undefined) return known;
    const script = scriptOf(word);
    const consonants = script === 'LATIN' ? readings.map((reading) => consonantsOf(word, reading)) : [];
    const heard = { script, sounds: script === 'LATIN' ? '' : soundsOf(word), consonants };
    this.#heard.set(word, heard);
    return heard;
  }

  /** The readings of Han characters are not known: each may be any few sounds between those of the kana. */
  #addWithHan(line: string): void {
    const parts = line.split(/(\p{Script=Han}+)/u).filter((part) => part !== '');
    const kana = parts.map((part) => (/\p{Script=Han}/u.test(part) ? '' : soundsOf(part)));
    if (kana.join('').length < LEAST_BETWEEN_HAN) return;
    const pattern = parts.map((part, at) => kana[at] || `.{1,${HAN_SOUNDS * part.length}}`).join('');
    this.#withHan.push({ anchor: kana.toSorted((a, b) => b.length - a.length)[0] ?? '', pattern });
  }

  /**
   * Whether a text has a line that is spelled in another script, if the line has enough sounds to be told from
   * other words.
   * @param text its words, by foldWords
   */
  isIn(text: readonly string[]): boolean {
    return stretchesOf(text).some(({ script, words }) => {
      const sounds = spansOf(words.map(soundsOf), tidy, LOOSE.sounds);
      const consonants = spansOf(
        words.map((word) => consonantsOf(word)),
        level,
        LOOSE.consonants,
      );
      return (
        this.#has(script, longer(sounds, LEAST.sounds), longer(consonants, LEAST.consonants)) ||
        (script !== 'HANGUL' && this.#hasHan(tidy(words.map(soundsOf).join(''))))
      );
    });
  }

  /** Whether a clause is nothing but a line that is spelled in another script, however short. */
  equals(clause: readonly string[]): boolean {
    const [stretch, ...others] = stretchesOf(clause);
    if (stretch === undefined || others.length > 0) return false;
    const sounds = tidy(clause.map(soundsOf).join(''));
    const consonants = level(clause.map((word) => consonantsOf(word)).join(''));
    return this.#has(stretch.script, longer([sounds], 2), longer([consonants], 2));
  }

  #has(script: Script, sounds: readonly string[], consonants: readonly string[]): boolean {
    const foreign = (['HANGUL', 'KANA'] as const).filter((one) => one !== script);
    return (
      sounds.some((span) => foreign.some((one) => this.#sounds[one].has(span))) ||
      (script !== 'LATIN' && consonants.some((span) => this.#sounds.LATIN.has(span)))
    );
  }

  #hasHan(sounds: string): boolean {
    return this.#withHan.some(
      ({ anchor, pattern }) => sounds.includes(anchor) && new RegExp(pattern).test(sounds),
    );
  }
}

const longer = (spans: Iterable<string>, least: number): string[] =>
  [...spans].filter((span) => span.length >= least);

/** Consecutive words in one script. */
function stretchesOf(words: readonly string[]): { script: Script; words: string[] }[] {
  const stretches: { script: Script | null; words: string[] }[] = [];
  for (const word of words) {
    const script = scriptOf(word);
    const last = stretches.at(-1);
    if (last && last.script === script) last.words.push(word);
    else stretches.push({ script, words: [word] });
  }
  return stretches.flatMap(({ script, words: own }) => (script === null ? [] : [{ script, words: own }]));
}
