import type { Locale } from '../../src/locale.js';
import { fencedIn, localeOf } from '../openai/author/evidenceIn.js';
import type { ChatRequest } from '../openai/server/chatRequest.js';
import { transliterate } from './transliterate.js';

/** A way to show a friend's line while it looks like other words. */
export type Disguise = (line: string, locale: Locale) => string;

const letters = 'aceiopxyABEHKMOPT';
const lookalikes = 'асеіорхуАВЕНКМОРТ';
const swapped = new Map([...letters].map((letter, at) => [letter, [...lookalikes][at] ?? letter]));
const full = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const katakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
const leet: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };
/** Hangul as single letters, as they are typed. */
const jamo = (text: string): string => text.normalize('NFD');

const fillersOf: Record<Locale, string[]> = {
  EN: ['um,', 'like', 'really', 'you know,'],
  KO: ['음', '진짜', '그냥', '정말'],
  JA: ['えっと', 'とても', 'まあ', '本当に'],
};
/** Words of a line; in Japanese, which has no blanks, a particle before a Han character ends one. */
const wordsOf = (line: string): string[] =>
  line.includes(' ') ? line.split(' ') : line.split(/(?<=[はがをにでともへ、])(?=\p{Script=Han})/u);
const between = (line: string): string => (line.includes(' ') ? ' ' : '');

/** The disguises by what they are called in the tests. */
export const disguises: Readonly<Record<string, Disguise>> = {
  copied: (line) => line,
  'in a sentence': (line, locale) =>
    ({
      EN: `Of {name}, several friends tell this: ${line}.`,
      KO: `{name}님을 두고 여러 친구가 하는 말은 이래요. ${line}`,
      JA: `{name}さんについて何人もが言うのは、${line}。`,
    })[locale],
  quoted: (line) => `“${line}” — {name}`,
  reordered: (line) => wordsOf(line).toReversed().join(between(line)),
  'spaced out': (line) => [...line.replace(/\s/g, '')].join(' '),
  'without blanks': (line) => line.replace(/\s/g, ''),
  'with fillers': (line, locale) =>
    wordsOf(line)
      .flatMap((word, at) => [fillersOf[locale][at % 4] ?? '', word])
      .join(locale === 'JA' ? '' : ' '),
  'with signs and emoji': (line) =>
    [...line].join('·').replace(/·/g, (dot, at: number) => (at % 4 === 1 ? '🙂' : dot)),
  'with hidden marks': (line) => [...line].join('\u200b'),
  'in look-alikes': (line) => [...jamo(line)].map((one) => swapped.get(one) ?? one).join(''),
  'in full width': (line) => full(katakana(line)),
  'with digits for letters': (line) => [...line].map((one) => leet[one] ?? one).join(''),
  shouted: (line) => `${line.toUpperCase()}!!!`,
  backwards: (line) => [...line].toReversed().join(''),
  'in another script': (line, locale) => transliterate(line, locale),
};

const names = Object.keys(disguises);

interface Pieces {
  language: string;
  pieces: { id: number; text: string }[];
  draft?: unknown;
}

/**
 * The answer of a model that copies: each of its three blends is a friend's piece in a disguise and claims
 * all pieces, so that it counts as written by every friend. A repair shows others. Other answers stay good.
 * @param copied takes what it copied, by the text of the blend
 */
export function answerAsCopyist(copied: (blend: string) => void = () => undefined) {
  let turn = 0;
  return (request: ChatRequest, good: string): string => {
    const said = request.messages.find(({ role, content }) => role === 'user' && content.includes('```json'));
    const data = fencedIn(said?.content ?? '') as Pieces | null;
    if (data === null || !Array.isArray(data.pieces)) return good;
    const ids = data.pieces.map(({ id }) => id);
    const paraphrases = data.pieces.slice(0, 3).map((_piece, at) => {
      const { text } = data.pieces[(at + turn) % data.pieces.length] ?? { text: '' };
      const disguise = disguises[names[turn++ % names.length] ?? ''];
      const blend = disguise?.(text, localeOf(data.language)) ?? text;
      copied(blend);
      return { text: blend, pieces: ids };
    });
    return JSON.stringify({ paraphrases });
  };
}
