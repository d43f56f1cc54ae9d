/** An overlap of at least this many UTF-16 units counts as a repetition wherever it starts. */
const certainLength = 8;
/**
 * If the new text shares this many leading UTF-16 units with the stored text, the model has started over,
 * even if the text diverges after that.
 */
const startedOverLength = 24;

const wordBefore = /[\p{L}\p{M}\p{N}]$/u;
/** Letters, digits and pictographs. A dot or a blank alone is no evidence of a repetition. */
const content = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  const high = one.charCodeAt(length - 1);
  return high >= 0xd800 && high <= 0xdbff ? length - 1 : length;
}

/**
 * Matches leading blanks that would double those at the end of the stored text. After an empty line it
 * matches line breaks as well.
 */
function surplusBlanks(stored: string): RegExp | null {
  if (!/\s$/.test(stored)) return null;
  return /\n[^\S\n]*\n\s*$/.test(stored) ? /^\s+/ : /^[^\S\n]+/;
}

/**
 * Removes repetition from the text of a model that was asked to continue a reply whose beginning, `stored`,
 * is already published. Models often repeat the end of `stored`, or all of it. Input is held back while it
 * may still be such a repetition. Then the longest overlap (end of `stored` = beginning of the new text,
 * ignoring blanks before it) is cut off, and the rest passes straight through.
 *
 * An overlap of 8 or more UTF-16 units always counts. A shorter one counts only if it starts at the beginning
 * of a word and contains a letter, digit or pictograph. If the new text shares the first 24 units of `stored`
 * and then diverges, the shared beginning is dropped. Pieces must be well-formed. The cost is linear in both
 * texts.
 *
 * Limits:
 * - A short word that is repeated on purpose at the beginning of a word is lost: "very " + "very good"
 *   gives "very good".
 * - A repetition of fewer than 8 units from the middle of a word stays doubled. This is common in Japanese.
 * - No blank is inserted. "Hel" + "lo" must give "Hello", so "very" + "good" gives "verygood".
 * - A refrain of 24 units that `stored` also begins with is taken for a restart, not for a new verse.
 */
export class ContinuationDeduplicator {
  readonly #stored: string;
  #surplus: RegExp | null;
  #passing: boolean;
  /** Blanks before the first non-blank character of the new text. */
  #lead = '';
  /**
   * Length of the new text after its lead, as far as it occurs in `stored`. Its first occurrence is at `#at`,
   * so the text itself is not stored.
   */
  #length = 0;
  #at = 0;
  /** Knuth–Morris–Pratt table: for each prefix of the new text, the length of its longest border. */
  readonly #borders: number[] = [];
  /**
   * Units of `stored` searched so far, and units of the new text that match directly before that position.
   */
  #searched = 0;
  #matched = 0;

  /** @param stored the reply so far, well-formed. With '' everything passes at once. */
  constructor(stored: string) {
    this.#stored = stored;
    this.#passing = stored === '';
    this.#surplus = surplusBlanks(stored);
  }

  /** @returns the text that is known to be new, often '' at first */
  push(piece: string): string {
    if (this.#passing) return this.#withoutSurplus(piece);
    for (let at = 0; at < piece.length; at += 1) {
      if (this.#length === 0 && /\s/.test(piece.charAt(at))) this.#lead += piece.charAt(at);
      else if (!this.#occurs(piece.charCodeAt(at))) return this.#release(piece.slice(at));
      // A match only at the very end of `stored` cannot grow into a longer overlap.
      else if (this.#searched === this.#stored.length) return this.#release(piece.slice(at + 1));
    }
    return '';
  }

  /** @returns the text that was still held back, without the repetition */
  end(): string {
    if (this.#passing) return '';
    while (this.#searched < this.#stored.length) this.#step(this.#length, NaN);
    return this.#release('');
  }

  /**
   * Appends a unit to the new text and finds the first place in `stored` that contains all of it.
   * @returns false if there is no such place
   */
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

  /**
   * Advances the search for the first `length` units of the new text by one step. The last of them may be
   * `unit`.
   */
  #step(length: number, unit: number): void {
    const next = this.#stored.charCodeAt(this.#searched);
    const fits = this.#matched < length && this.#unit(this.#matched, this.#length, unit) === next;
    if (fits) this.#matched += 1;
    if (fits || this.#matched === 0) this.#searched += 1;
    else this.#matched = this.#borders[this.#matched - 1] ?? 0;
  }

  /** The new text's unit at `index`. The unit at `length` has not been appended yet. */
  #unit(index: number, length: number, unit: number): number {
    return index === length ? unit : this.#stored.charCodeAt(this.#at + index);
  }

  /**
   * Length of the longest overlap that counts: the match at the end of `stored`, or the longest border of it
   * that counts.
   */
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
