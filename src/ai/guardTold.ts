import { guardLetters } from './guardLetters.js';
import { type GuardRuns, guardRuns, runLengths } from './guardRuns.js';

const { letters: inLetters } = runLengths;
/** What stands between two letters of a run, at most: after so much else it is another text. */
const WIDEST_GAP = 16;

/**
 * Reads a text character by character and watches whether it tells what a prompt of ours says: five words in a row, or 24 letters
 * however they are parted, also backwards or with figures for letters. Constant work for each character.
 */
export class GuardTold {
  readonly #runs: GuardRuns = guardRuns();
  /** The last letters, up to as many as make a run. */
  #letters = '';
  /** The last four whole words, oldest first, and the one that is being read. */
  #words: string[] = [];
  #word = '';
  #gap = 0;
  #byWords = false;
  #byLetters = false;

  /** @returns FREE, BEGUN while the end of the text is the beginning of a run, TOLD when a run is complete */
  read(character: string): 'FREE' | 'BEGUN' | 'TOLD' {
    const letters = guardLetters(character);
    if (letters === '') return this.#state();
    for (const letter of letters)
      if (letter === ' ' ? this.#endWord() : this.#addLetter(letter)) return 'TOLD';
    return this.#state();
  }

  /** @returns TOLD if the end of the text completes a run */
  end(): 'FREE' | 'TOLD' {
    return this.#endWord() ? 'TOLD' : 'FREE';
  }

  #state(): 'FREE' | 'BEGUN' {
    return this.#byWords || this.#byLetters ? 'BEGUN' : 'FREE';
  }

  #addLetter(letter: string): boolean {
    this.#gap = 0;
    this.#word += letter;
    const { length } = this.#letters;
    this.#letters = (length < inLetters.told ? this.#letters : this.#letters.slice(1)) + letter;
    this.#byLetters =
      this.#letters.length >= inLetters.begun &&
      this.#runs.begunLetters.has(this.#letters.slice(-inLetters.begun));
    const [before, last] = this.#words.slice(-2);
    this.#byWords = last !== undefined && this.#runs.begunWords.has(`${before} ${last} ${this.#word}`);
    return this.#byLetters && this.#runs.toldLetters.has(this.#letters);
  }

  /** A word is over, or there was none. @returns whether it completes a run */
  #endWord(): boolean {
    if (this.#word === '') {
      this.#gap += 1;
      if (this.#gap > WIDEST_GAP) this.#forget();
      return false;
    }
    this.#words.push(this.#word);
    this.#word = '';
    if (this.#words.length > 5) this.#words.shift();
    this.#byWords = this.#runs.begunWords.has(`${this.#words.slice(-3).join(' ')} `);
    return this.#byWords && this.#runs.toldWords.has(this.#words.join(' '));
  }

  #forget(): void {
    this.#letters = '';
    this.#words = [];
    this.#byWords = false;
    this.#byLetters = false;
  }
}
