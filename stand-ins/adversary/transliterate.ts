import type { Locale } from '../../src/locale.js';

const initials = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p -'.split(' ');

/** Revised Romanization, syllable by syllable. */
const romanizeHangul = (text: string): string =>
  text.replace(/[가-힣]/g, (syllable) => {
    const at = syllable.charCodeAt(0) - 0xac00;
    return [initials[Math.floor(at / 588)], vowels[Math.floor((at % 588) / 28)], finals[at % 28]]
      .join('')
      .replaceAll('-', '');
  });

const hepburn = new Map(
  Object.entries({
    あいうえお: 'a i u e o',
    かきくけこ: 'ka ki ku ke ko',
    がぎぐげご: 'ga gi gu ge go',
    さしすせそ: 'sa shi su se so',
    ざじずぜぞ: 'za ji zu ze zo',
    たちつてと: 'ta chi tsu te to',
    だぢづでど: 'da ji zu de do',
    なにぬねの: 'na ni nu ne no',
    はひふへほ: 'ha hi fu he ho',
    ばびぶべぼ: 'ba bi bu be bo',
    ぱぴぷぺぽ: 'pa pi pu pe po',
    まみむめも: 'ma mi mu me mo',
    やゆよらりるれろ: 'ya yu yo ra ri ru re ro',
    わをん: 'wa o n',
  }).flatMap(([kana, latin]) =>
    [...kana].map((one, at): [string, string] => [one, latin.split(' ')[at] ?? '']),
  ),
);
const romanizeKana = (text: string): string =>
  text
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/([きしちにひみりぎじびぴ])([ゃゅょ])/g, (_both, kana: string, small: string) => {
      const before = (hepburn.get(kana) ?? '').slice(0, -1);
      const vowel = 'auo'.charAt('ゃゅょ'.indexOf(small));
      return /^(sh|ch|j)/.test(before) ? before + vowel : `${before}y${vowel}`;
    })
    .replace(/っ(.)/g, (_both, kana: string) => `${hepburn.get(kana)?.charAt(0) ?? ''}${kana}`)
    .replace(/(.)ー/g, '$1')
    .replace(/[ぁ-ゖ]/g, (kana) => hepburn.get(kana) ?? '');

/** A consonant of an English word as Korean and Japanese would write it before a vowel: 'a i u e o'. */
const rows: Readonly<Record<string, { hangul: number; kana: string }>> = {
  '': { hangul: 11, kana: 'アイウエオ' },
  k: { hangul: 15, kana: 'カキクケコ' },
  g: { hangul: 0, kana: 'ガギグゲゴ' },
  s: { hangul: 9, kana: 'サシスセソ' },
  z: { hangul: 12, kana: 'ザジズゼゾ' },
  t: { hangul: 16, kana: 'タティトゥテト' },
  d: { hangul: 3, kana: 'ダディドゥデド' },
  n: { hangul: 2, kana: 'ナニヌネノ' },
  p: { hangul: 17, kana: 'パピプペポ' },
  b: { hangul: 7, kana: 'バビブベボ' },
  m: { hangul: 6, kana: 'マミムメモ' },
  r: { hangul: 5, kana: 'ラリルレロ' },
};
const classes: Readonly<Record<string, string>> = { c: 'k', q: 'k', f: 'p', v: 'b', j: 'z', l: 'r' };
const hangulVowels: Readonly<Record<string, number>> = { a: 0, i: 20, u: 13, e: 5, o: 8, '': 18 };

/** An English word letter by letter: a consonant without a vowel takes u in kana and eu in Hangul. */
const spell = (word: string, locale: 'KO' | 'JA'): string =>
  word
    .toLowerCase()
    .replace(/igh/g, 'i')
    .replace(/c(?=[eiy])|sh|ch/g, 's')
    .replace(/x/g, 'ks')
    .replace(/[wyh]/g, '')
    .replace(/([a-z])\1/g, '$1')
    .replace(/([bcdfgj-np-tvxz]?)([aeiou]?)/g, (_all, consonant: string, vowel: string) => {
      const row = rows[classes[consonant] ?? consonant];
      if (row === undefined || consonant + vowel === '') return '';
      if (locale === 'KO')
        return String.fromCharCode(0xac00 + row.hangul * 588 + (hangulVowels[vowel] ?? 18) * 28);
      const kana = row.kana.match(/.[ィゥ]?/g) ?? [];
      if (consonant === 'n' && vowel === '') return 'ン';
      return kana['aiueo'.indexOf(vowel || 'u')] ?? '';
    });

const cyrillic = 'абкдефгхижклмнопкрстуввкыз';

/** Spells a line in another script by its sound: Hangul and kana in Latin letters, Latin in the survey's. */
export function transliterate(line: string, locale: Locale): string {
  if (/[가-힣ぁ-ヶ]/.test(line)) return romanizeKana(romanizeHangul(line));
  if (locale === 'EN')
    return line.toLowerCase().replace(/[a-z]/g, (letter) => cyrillic[letter.charCodeAt(0) - 97] ?? letter);
  return line.replace(/[A-Za-z]+/g, (word) => spell(word, locale));
}
