import { GuardPlain } from './guardPlain.js';
import { GuardSeen } from './guardSeen.js';
import { GuardTold } from './guardTold.js';
import { UpstreamError } from '../ports.js';

/** So much of the end of a stored text is read again: a run that began there may go on. */
const LOOKED_BACK = 400;

/**
 * The text of a model as people may see it: plain, without addresses, and ended where it begins to tell our instructions. Markup and
 * what cannot be seen is taken out, an address or an encoded text becomes '…'. What is no word by a sign in it waits for
 * its end, for it may become an address, of which the first label is out then; three words of our instructions wait until they go another way. However a text
 * was cut into pieces, the same text comes out; the work is linear in it.
 *
 * It cannot know: a translation or a retelling of the instructions, codes that are parted by blanks (but single letters), insults.
 */
export class GuardedText {
  readonly #seen: GuardSeen;
  readonly #plain: GuardPlain;
  readonly #told = new GuardTold();
  /** Plain text that may yet be told instructions. */
  #held = '';
  #isTold = false;

  /** @param stored what the reply shows already, '' for a new one */
  constructor(stored: string) {
    this.#seen = new GuardSeen([...stored.slice(-2)].at(-1) ?? '');
    this.#plain = new GuardPlain(stored);
    // What is shown is shown: a leak in it would end what comes now.
    for (const character of stored.slice(-LOOKED_BACK)) this.#told.read(character);
  }

  /**
   * @param piece well-formed
   * @returns what may be shown by now
   * @throws UpstreamError where the text tells our instructions; by the next call, if there is something to be shown before them
   */
  push(piece: string): string {
    let shown = '';
    for (const character of piece)
      for (const one of this.#seen.read(character)) shown += this.#shown(this.#plain.read(one));
    if (this.#isTold && shown === '') throw leak();
    return shown;
  }

  /** @returns the rest @throws UpstreamError where the text tells our instructions */
  end(): string {
    const shown = this.#shown(this.#plain.end()) + this.#held;
    if (this.#isTold || this.#told.end() === 'TOLD') throw leak();
    return shown;
  }

  #shown(plain: string): string {
    let shown = '';
    for (const character of plain) {
      if (this.#isTold) break;
      const state = this.#told.read(character);
      this.#isTold = state === 'TOLD';
      this.#held += character;
      if (state !== 'FREE') continue;
      shown += this.#held;
      this.#held = '';
    }
    return shown;
  }
}

const leak = (): UpstreamError =>
  new UpstreamError('The reply left what a mirror may tell and was stopped.', false);
