/** Controls, and the invisible characters that turn, hide or smuggle text. U+FE0F stays: it makes a sign an emoji. */
const unseen =
  /(?![\ufe0f\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const JOINER = '\u200d';
const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
/** Wide forms of the signs that markup is made of, which some renderers fold. */
const wideSign = /[＜＞｛｝［］｀＊＿＃｜＆]/;

/** Most of what comes: ASCII, kana, Han and Hangul, of which all can be seen. */
const isPlain = (character: string): boolean =>
  (character >= ' ' && character <= '~') ||
  (character >= '\u3041' && character < '\u3130') ||
  (character >= '\u3400' && character < '\ud800');

/**
 * Passes what can be seen, character by character: drops the rest, a joiner between two pictures excepted, and makes of wide signs of
 * markup the plain ones.
 */
export class GuardSeen {
  #last: string;
  #joiner = '';

  /** @param last the character before */
  constructor(last: string) {
    this.#last = last;
  }

  /** @param character one code point @returns what is to be seen of it and of a joiner before it, often just itself */
  read(character: string): string {
    if (isPlain(character)) return this.#pass(character, '');
    if (character === JOINER && picture.test(this.#last)) this.#joiner = JOINER;
    if (unseen.test(character)) return '';
    const joiner = this.#joiner !== '' && picture.test(character) ? this.#joiner : '';
    return this.#pass(wideSign.test(character) ? character.normalize('NFKC') : character, joiner);
  }

  #pass(character: string, joiner: string): string {
    this.#joiner = '';
    this.#last = character;
    return joiner + character;
  }
}
