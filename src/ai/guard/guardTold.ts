import { guardLetters } from './guardLetters.js';
import { type GuardRuns, guardRuns, runLengths } from './guardRuns.js';

const { words: inWords, letters: inLetters } = runLengths;
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
  /** The last whole words, oldest first, up to as many as make a run, and the one that is being read. */
  #words: string[] = [];
  #word = '';
  /** The last two of them and a blank, if a run may go on with them. */
  #before = '';
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
    this.#byWords = this.#before !== '' && this.#runs.begunWords.has(this.#before + this.#word);
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
    if (this.#words.length > inWords.told) this.#words.shift();
    this.#byWords = this.#before !== '' && this.#runs.begunWords.has(`${this.#before}${this.#words.at(-1)} `);
    const pair = `${this.#words.slice(-2).join(' ')} `;
    this.#before = this.#runs.begunWords.has(pair) ? pair : '';
    return this.#byWords && this.#runs.toldWords.has(this.#words.join(' '));
  }

  #forget(): void {
    this.#letters = '';
    this.#words = [];
    this.#before = '';
    this.#byWords = false;
    this.#byLetters = false;
  }
}
