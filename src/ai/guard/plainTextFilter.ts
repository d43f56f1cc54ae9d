import { maskAddress } from './addresses.js';
import { PlainTextWriter } from './plainTextWriter.js';
import { stripMarkup } from './stripMarkup.js';

/** Characters that markup, addresses and encoded text are made of. */
const signs = new Set('.:/@<>*_`~#&{}[]()$=\\-+!0123456789');
/** Dots beyond ASCII. Browsers treat them like the plain one in an address. */
const dots = new Set('。｡．․﹒');
const tagStart = /^[a-z/!?|]$/i;
/** A tag or an address is not this long. Longer text without an end is prose after a stray character. */
const LONGEST_TAG = 200;
const LONGEST_RUN = 400;
/** This many letters and digits in a row may not be a word. */
const LONGEST_WORD = 16;
/** Words that begin an address. They wait for what follows; otherwise the output would contain "https…". */
const schemes = ['https', 'hxxps', 'www', 'mailto', 'javascript', 'data', 'tel', 'sms', 'ftp'];

const isAscii = (character: string): boolean => character > ' ' && character <= '~';
const isEastAsian = (character: string): boolean =>
  (character >= '\u3003' && character < '\u3200') || (character >= '\u3400' && character < '\ud800');

const mayBeginAddress = (run: string): boolean => {
  const plain = run.toLowerCase();
  return schemes.some((scheme) => scheme.startsWith(plain));
};

/**
 * Whether a character belongs to a run that may be an address or markup: ASCII, and characters that normalize
 * to ASCII.
 */
function isInRun(character: string, last: string): boolean {
  if (isAscii(character)) return true;
  if (character <= '~' || isEastAsian(character)) return false;
  if (dots.has(character)) return /[\w\uff10-\uff5a]/.test(last);
  return /^[!-~]+$/.test(character.normalize('NFKC'));
}

/**
 * Converts the text of a model to plain text, character by character: markup is removed, an address or
 * encoded text becomes '…'. A word passes at once. From the first character that may belong to an address or
 * to markup, the rest is held back until the run ends.
 */
export class PlainTextFilter {
  readonly #line: PlainTextWriter;
  /** The characters held back. */
  #run = '';
  /** Whether the run may be more than a word. */
  #isSuspect = false;
  /** Whether the rest of an overlong run is being dropped. */
  #isSkipping = false;
  /** Inside a tag or the address of a link: the character that ends it, and what was read inside so far. */
  #closing: '>' | ')' | null = null;
  #inside = '';

  /** @param out the text emitted so far */
  constructor(out: string) {
    this.#line = new PlainTextWriter(out);
  }

  /**
   * @param character one code point
   * @returns the text that is certain so far
   */
  read(character: string): string {
    this.#read(character);
    return this.#line.take();
  }

  end(): string {
    this.#leave('');
    this.#endRun('');
    this.#line.end();
    return this.#line.take();
  }

  #read(character: string): void {
    if (this.#closing !== null) this.#readInside(character);
    else if (this.#run.endsWith('<') && tagStart.test(character)) this.#enter('>', character);
    else if (this.#run.endsWith('](')) this.#enter(')', character);
    else if (character === '|') this.#endWithBar();
    else if (isInRun(character, this.#run.at(-1) ?? this.#line.last)) this.#readRun(character);
    else {
      this.#endRun(character);
      this.#line.write(character);
    }
  }

  #enter(closing: '>' | ')', character: string): void {
    this.#run = this.#run.slice(0, closing === '>' ? -1 : -2);
    this.#closing = closing;
    this.#inside = '';
    this.#readInside(character);
  }

  /**
   * Text inside a tag is collected apart: the run before the tag continues after it, so a tag cannot hide an
   * address.
   */
  #readInside(character: string): void {
    if (character === this.#closing) this.#closing = null;
    else if (character === '\n' || character === '<' || this.#inside.length >= LONGEST_TAG)
      this.#leave(character);
    else this.#inside += character;
  }

  /**
   * Handles a tag or link address without an end. The text after a stray '<' is read again as prose; the
   * address is dropped.
   */
  #leave(character: string): void {
    if (this.#closing === null) return;
    const inside = this.#closing === '>' ? this.#inside : '';
    this.#closing = null;
    for (const one of inside + character) this.#read(one);
  }

  #endWithBar(): void {
    this.#endRun(' ');
    this.#line.writeBar();
  }

  #readRun(character: string): void {
    if (this.#isSkipping) return;
    this.#run += character;
    this.#isSuspect ||= !isAscii(character) || signs.has(character) || this.#line.wordLength >= LONGEST_WORD;
    const isBeginning = this.#line.wordLength === 0 && mayBeginAddress(this.#run);
    if (!this.#isSuspect && !isBeginning) return this.#pass();
    if (this.#run.length <= LONGEST_RUN) return;
    this.#forgetRun();
    this.#isSkipping = true;
    this.#line.write('…');
  }

  /** Emits the run, which is only part of a word. */
  #pass(): void {
    this.#line.writeRun(this.#run);
    this.#run = '';
  }

  #forgetRun(): void {
    this.#run = '';
    this.#isSuspect = false;
  }

  #endRun(after: string): void {
    this.#isSkipping = false;
    if (this.#run === '') return;
    if (!this.#isSuspect) return this.#pass();
    const run = this.#run;
    this.#forgetRun();
    const plain = stripMarkup(run, this.#line.last, after);
    const masked = maskAddress(this.#line.word, run, plain);
    // Two addresses in a row become one sign.
    this.#line.writeRun(masked !== null && this.#line.last === '…' ? masked.slice(1) : (masked ?? plain));
  }
}
