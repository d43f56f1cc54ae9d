/**
 * Control characters, and the invisible characters that reverse, hide or smuggle text. U+FE0F is allowed: it
 * makes a sign an emoji.
 */
const unseen =
  /(?![\ufe0f\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const JOINER = '\u200d';
const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
/** Full-width forms of the characters that markup is made of. Some renderers fold them. */
const wideSign = /[＜＞｛｝［］＊＿＃｜＆]/;

/** The most frequent input: ASCII, kana, Han and Hangul, which are all visible. */
const isPlain = (character: string): boolean =>
  (character >= ' ' && character <= '~') ||
  (character >= '\u3041' && character < '\u3130') ||
  (character >= '\u3400' && character < '\ud800');

/**
 * Passes visible characters, one at a time. It drops invisible ones, except a joiner between two pictographs,
 * and replaces full-width markup characters with the plain ones.
 */
export class InvisibleCharacterFilter {
  #last: string;
  #joiner = '';

  /** @param last the preceding character */
  constructor(last: string) {
    this.#last = last;
  }

  /**
   * @param character one code point
   * @returns its visible form, after a joiner held back before it; usually just the character itself
   */
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
