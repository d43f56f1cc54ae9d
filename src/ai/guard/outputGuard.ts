import { UpstreamError } from '../ports.js';
import { InvisibleCharacterFilter } from './invisibleCharacterFilter.js';
import { PlainTextFilter } from './plainTextFilter.js';
import { PromptLeakDetector } from './promptLeakDetector.js';

/** UTF-16 units at the end of a stored text that are read again: a run that began there may continue. */
const LOOKED_BACK = 400;

/**
 * Turns the text of a model into the text that people may see: plain, without addresses, and stopped where it
 * begins to reveal our instructions. Markup and invisible characters are removed; an address or encoded text
 * becomes '…'.
 *
 * Two things are held back until they are decided. A run of characters with a sign in it waits for its end,
 * because it may become an address (its first label is emitted by then). Three words of our instructions wait
 * until the text diverges from them. The output does not depend on where the input was cut into pieces, and
 * the work is linear in it.
 *
 * Limits: it does not detect a translation or a retelling of the instructions, codes separated by blanks
 * (except single letters), or insults.
 */
export class OutputGuard {
  readonly #seen: InvisibleCharacterFilter;
  readonly #plain: PlainTextFilter;
  readonly #leakDetector = new PromptLeakDetector();
  /** Plain text held back because it may turn out to reveal our instructions. */
  #held = '';
  #hasLeaked = false;

  /** @param stored the text that the reply already shows, '' for a new reply */
  constructor(stored: string) {
    this.#seen = new InvisibleCharacterFilter([...stored.slice(-2)].at(-1) ?? '');
    this.#plain = new PlainTextFilter(stored);
    // The stored text is published already, so a leak in it is ignored: it would stop the new text.
    for (const character of stored.slice(-LOOKED_BACK)) this.#leakDetector.read(character);
  }

  /**
   * @param piece well-formed
   * @returns the text that may be shown so far
   * @throws UpstreamError where the text reveals our instructions. If there is text to show before that
   *   point, the next call throws instead.
   */
  push(piece: string): string {
    let shown = '';
    for (const character of piece)
      for (const one of this.#seen.read(character)) shown += this.#beforeLeak(this.#plain.read(one));
    if (this.#hasLeaked && shown === '') throw leak();
    return shown;
  }

  /**
   * @returns the rest of the text
   * @throws UpstreamError where the text reveals our instructions
   */
  end(): string {
    const shown = this.#beforeLeak(this.#plain.end()) + this.#held;
    if (this.#hasLeaked || this.#leakDetector.end() === 'LEAK') throw leak();
    return shown;
  }

  /**
   * Passes plain text through the leak detector. Text that may be the beginning of a leak waits in `#held`
   * until the detector is clear again. From a leak on, nothing passes.
   */
  #beforeLeak(plain: string): string {
    let shown = '';
    for (const character of plain) {
      if (this.#hasLeaked) break;
      const state = this.#leakDetector.read(character);
      this.#hasLeaked = state === 'LEAK';
      this.#held += character;
      if (state !== 'CLEAR') continue;
      shown += this.#held;
      this.#held = '';
    }
    return shown;
  }
}

/** Worth one more try: the model usually answers without it, and the match may be a coincidence. */
const leak = (): UpstreamError =>
  new UpstreamError('The reply was stopped because it began to reveal internal instructions.', 'cut');
