import { toLatinLetters } from './guardLetters.js';
import { type InstructionRuns, instructionRuns, leakLengths } from './guardRuns.js';

const { words: inWords, letters: inLetters } = leakLengths;
/** Maximum number of separators between two letters of a run. After a longer gap, another text begins. */
const WIDEST_GAP = 16;

/**
 * Reads a text character by character and detects whether it reveals what our prompts say: five consecutive
 * words, or 24 letters regardless of separators, also backwards, in ROT13 or with digits for letters. It only
 * looks up the last words and letters in the sets of guardRuns, so the work per character is constant.
 */
export class PromptLeakDetector {
  readonly #runs: InstructionRuns = instructionRuns();
  /** The last letters, at most as many as make a run. */
  #letters = '';
  /** The last complete words, oldest first, at most as many as make a run. */
  #words: string[] = [];
  /** The word that is being read. */
  #word = '';
  /** The last two complete words and a blank if a run may continue with them, otherwise ''. */
  #lastPair = '';
  /** Separators since the last word. */
  #gap = 0;
  #mayBeWordRun = false;
  #mayBeLetterRun = false;

  /**
   * @returns CLEAR, PARTIAL while the end of the text is the beginning of a run, or LEAK when a run is
   *   complete
   */
  read(character: string): 'CLEAR' | 'PARTIAL' | 'LEAK' {
    const letters = toLatinLetters(character);
    if (letters === '') return this.#state();
    for (const letter of letters)
      if (letter === ' ' ? this.#endWord() : this.#addLetter(letter)) return 'LEAK';
    return this.#state();
  }

  /** @returns LEAK if the end of the text completes a run */
  end(): 'CLEAR' | 'LEAK' {
    return this.#endWord() ? 'LEAK' : 'CLEAR';
  }

  #state(): 'CLEAR' | 'PARTIAL' {
    return this.#mayBeWordRun || this.#mayBeLetterRun ? 'PARTIAL' : 'CLEAR';
  }

  #addLetter(letter: string): boolean {
    this.#gap = 0;
    this.#word += letter;
    const { length } = this.#letters;
    this.#letters = (length < inLetters.leak ? this.#letters : this.#letters.slice(1)) + letter;
    this.#mayBeLetterRun =
      this.#letters.length >= inLetters.partial &&
      this.#runs.partialLetters.has(this.#letters.slice(-inLetters.partial));
    this.#mayBeWordRun = this.#lastPair !== '' && this.#runs.partialWords.has(this.#lastPair + this.#word);
    return this.#mayBeLetterRun && this.#runs.leakedLetters.has(this.#letters);
  }

  /** Ends the current word, if there is one. @returns whether it completes a run */
  #endWord(): boolean {
    if (this.#word === '') {
      this.#gap += 1;
      if (this.#gap > WIDEST_GAP) this.#forget();
      return false;
    }
    this.#words.push(this.#word);
    this.#word = '';
    if (this.#words.length > inWords.leak) this.#words.shift();
    this.#mayBeWordRun =
      this.#lastPair !== '' && this.#runs.partialWords.has(`${this.#lastPair}${this.#words.at(-1)} `);
    const pair = `${this.#words.slice(-2).join(' ')} `;
    this.#lastPair = this.#runs.partialWords.has(pair) ? pair : '';
    return this.#mayBeWordRun && this.#runs.leakedWords.has(this.#words.join(' '));
  }

  #forget(): void {
    this.#letters = '';
    this.#words = [];
    this.#lastPair = '';
    this.#mayBeWordRun = false;
    this.#mayBeLetterRun = false;
  }
}
