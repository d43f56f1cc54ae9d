import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters, foldWords } from '../../src/measurement/openText/foldLetters.js';
import { consonantsOf, soundsOf } from '../../src/measurement/openText/spokenForms.js';

describe('letters that look the same are the same', () => {
  it.each([
    ['Cyrillic and Greek', 'Kіnd аnd Fυnny', 'kind and funny'],
    ['full width', 'Ｋｉｎｄ', 'kind'],
    ['styled letters', '𝓴𝓲𝓷𝓭 ⓚⓘⓝⓓ', 'kind kind'],
    ['emoji', '🅺🅸🅽🅳 🇰🇮🇳🇩', 'kind kind'],
    ['small capitals', 'ᴋɪɴᴅ', 'kind'],
    ['accents and stacked marks', 'kı̈ńd̷̢', 'kind'],
    ['digits and signs', 'k1nd f@nny $o k!nd', 'kind fanny so kind'],
    ['a sharp s', 'Straße', 'strasse'],
    ['invisible characters and fillers', 'k\u200bi\u2060n\u00add \u3164\u2800', 'kind'],
    ['single Hangul letters', 'ㅊㅏㄱㅎㅐㅇㅛ ㄷㅏㄺㅇㅣ', '착해요 닭이'],
    ['Hangul letters in half width', 'ﾺￂﾡ', '착'],
    ['decomposed Hangul', '착해요'.normalize('NFD'), '착해요'],
    ['katakana', 'スゴーイ ﾁｬ', 'すごい ちゃ'],
    ['voiced kana by two characters', 'か\u3099き゛', 'がき'],
    ['Han characters like kana', '力夕カナ', 'かたかな'],
    ['punctuation', 'don’t — hard‑working!', 'dont hard working'],
  ])('%s', (_what, text, folded) => {
    expect(foldLetters(text)).toBe(folded);
  });

  it('folding again changes nothing', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('까까 ㄳㅏ', 'がギー', 'ﬁn ㅋㅋ'));
    fc.assert(
      fc.property(text, (any) => {
        const folded = foldLetters(any);
        expect(foldLetters(folded)).toBe(folded);
      }),
    );
  });

  it('no syllable of Hangul changes', () => {
    const all = Array.from({ length: 11172 }, (_, at) => String.fromCharCode(0xac00 + at)).join(' ');
    expect(foldLetters(all)).toBe(all);
  });

  it('Japanese words are told apart without blanks', () => {
    expect(foldWords('冗談を言って、笑う')).toEqual(['冗談', 'を', '言', 'って', '笑う']);
  });
});

describe('a word in another script sounds the same', () => {
  const sounds = (text: string): string => soundsOf(foldLetters(text).replaceAll(' ', ''));
  it.each([
    ['착해요', 'chakhaeyo'],
    ['다정해요', 'dajunghaeyo'],
    ['약속에 늦으면', 'yaksoge neujeumyeon'],
    ['합니다', 'hamnida'],
    ['やさしい', 'yasashii'],
    ['しょうじき', 'shoujiki'],
    ['みんなをわらわせる', 'minna wo warawaseru'],
    ['스고이', 'すごい'],
  ])('%s, %s', (one, other) => {
    expect(sounds(one)).toBe(sounds(other));
  });

  const consonants = (text: string): string =>
    foldLetters(text)
      .split(' ')
      .map((word) => consonantsOf(word, 'HANGUL'))
      .join('')
      .replace(/(.)\1+/g, '$1');
  it.each([
    ['always late', 'オールウェイズ レイト', '올웨이즈 레이트'],
    ['very kind person', 'ベリー カインド パーソン', '베리 카인드 퍼슨'],
    ['light of my life', 'ライト オブ マイ ライフ', '라이트 오브 마이 라이프'],
  ])('%s, %s, %s', (english, ...others) => {
    for (const other of others) expect(consonants(other)).toBe(consonants(english));
  });
});
