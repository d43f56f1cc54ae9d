/** An overlap of this many UTF-16 units is a repetition wherever it starts. */
const certainLength = 8;
/** A text that begins as the stored one for so long was started over, even if it then went another way. */
const startedOverLength = 24;

const wordBefore = /[\p{L}\p{M}\p{N}]$/u;
/** Letters, digits and pictures; a dot or a blank alone says nothing about a repetition. */
const content = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  const high = one.charCodeAt(length - 1);
  return high >= 0xd800 && high <= 0xdbff ? length - 1 : length;
}

/** Blanks that would double those at the end of the stored text, and line breaks after an empty line. */
function surplusBlanks(stored: string): RegExp | null {
  if (!/\s$/.test(stored)) return null;
  return /\n[^\S\n]*\n\s*$/.test(stored) ? /^\s+/ : /^[^\S\n]+/;
}

/**
 * The text of a model that was asked to go on with a reply of which `stored` is already out, freed from what it says twice: the end
 * of `stored`, or all of it, said again. What arrives is held back while it may still be such a repetition, then the longest overlap
 * (end of `stored` = beginning of the new text, blanks before it aside) is cut off, and the rest passes straight through. An overlap counts from 8 UTF-16
 * units up; a shorter one only from the beginning of a word, and with a letter, digit or picture in it. A text that began like `stored` for
 * 24 units and then went another way loses that beginning. Feed well-formed pieces; the cost is linear in both texts.
 *
 * It cannot know: whether a short word said again at a word's beginning was meant twice ("very " + "very good" gives "very good");
 * whether a repetition of fewer than 8 units from the middle of a word is one (as it often is in Japanese: it stays twice); whether a model
 * that goes on without a blank meant one ("Hel" + "lo" must be "Hello", so "very" + "good" is "verygood"); whether a refrain of 24
 * units that `stored` begins with is a new verse (it is taken for a start over).
 */
export class ContinuedText {
  readonly #stored: string;
  #surplus: RegExp | null;
  #passing: boolean;
  /** Blanks before the first character that is none. */
  #lead = '';
  /** Of the new text after its lead, as much as occurs in `stored`; first at `#at`, so it need not be kept itself. */
  #length = 0;
  #at = 0;
  /** Knuth, Morris, Pratt: for each prefix of the new text the length of its longest border. */
  readonly #borders: number[] = [];
  /** How much of `stored` was searched, and how much of the new text matches right before there. */
  #searched = 0;
  #matched = 0;

  /** @param stored what the reply has, well-formed; '' lets everything through at once */
  constructor(stored: string) {
    this.#stored = stored;
    this.#passing = stored === '';
    this.#surplus = surplusBlanks(stored);
  }

  /** @returns what is new beyond doubt, often '' at first */
  push(piece: string): string {
    if (this.#passing) return this.#withoutSurplus(piece);
    for (let at = 0; at < piece.length; at += 1) {
      if (this.#length === 0 && /\s/.test(piece.charAt(at))) this.#lead += piece.charAt(at);
      else if (!this.#occurs(piece.charCodeAt(at))) return this.#release(piece.slice(at));
      // Found at the very end and nowhere before: it cannot grow into a longer overlap.
      else if (this.#searched === this.#stored.length) return this.#release(piece.slice(at + 1));
    }
    return '';
  }

  /** @returns what was still held back and is no repetition */
  end(): string {
    if (this.#passing) return '';
    while (this.#searched < this.#stored.length) this.#step(this.#length, NaN);
    return this.#release('');
  }

  /** Adds a character to the new text and looks for the first place in `stored` where all of it stands. @returns false if there is none */
  #occurs(unit: number): boolean {
    const length = this.#length;
    let border = length === 0 ? 0 : (this.#borders[length - 1] ?? 0);
    while (border > 0 && this.#unit(border, length, unit) !== unit) border = this.#borders[border - 1] ?? 0;
    if (length > 0 && this.#unit(border, length, unit) === unit) border += 1;
    this.#borders[length] = border;
    while (this.#matched <= length) {
      if (this.#searched === this.#stored.length) return false;
      this.#step(length + 1, unit);
    }
    this.#at = this.#searched - this.#matched;
    this.#length = length + 1;
    return true;
  }

  /** One step of the search for the first `length` units of the new text, of which the last may be `unit`. */
  #step(length: number, unit: number): void {
    const next = this.#stored.charCodeAt(this.#searched);
    const fits = this.#matched < length && this.#unit(this.#matched, this.#length, unit) === next;
    if (fits) this.#matched += 1;
    if (fits || this.#matched === 0) this.#searched += 1;
    else this.#matched = this.#borders[this.#matched - 1] ?? 0;
  }

  /** The new text's unit at `index`; the one at `length` is not yet taken in. */
  #unit(index: number, length: number, unit: number): number {
    return index === length ? unit : this.#stored.charCodeAt(this.#at + index);
  }

  /** The longest overlap that counts: what matches at the end of `stored`, or the longest border of it that does. */
  #overlap(): number {
    let length = this.#matched;
    while (length > 0 && length < certainLength) {
      const start = this.#stored.length - length;
      const startsWord = !wordBefore.test(this.#stored.slice(Math.max(0, start - 2), start));
      if (startsWord && content.test(this.#stored.slice(start))) break;
      length = this.#borders[length - 1] ?? 0;
    }
    return length;
  }

  #release(tail: string): string {
    this.#passing = true;
    const text = this.#stored.slice(this.#at, this.#at + this.#length) + tail;
    let cut = this.#overlap();
    const startedOver = commonPrefix(text, this.#stored.trimStart());
    if (cut < startedOverLength && startedOver >= startedOverLength) cut = startedOver;
    return this.#withoutSurplus(cut > 0 ? text.slice(cut) : this.#lead + text);
  }

  #withoutSurplus(text: string): string {
    if (this.#surplus === null) return text;
    const rest = text.replace(this.#surplus, '');
    if (rest !== '') this.#surplus = null;
    return rest;
  }
}
