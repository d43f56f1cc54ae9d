import { guardAddress } from './guardAddress.js';
import { GuardLine } from './guardLine.js';
import { guardMarkup } from './guardMarkup.js';

/** Signs of markup, of addresses and of what is encoded. */
const signs = new Set('.:/@<>*_`~#&{}[]()$=\\-+!0123456789');
/** What addresses are written with beside ASCII: browsers take it for the plain signs. */
const dots = new Set('。｡．․﹒');
const tagStart = /^[a-z/!?|]$/i;
/** A tag or an address is not so long; what goes on without an end is prose after a stray sign. */
const LONGEST_TAG = 200;
const LONGEST_RUN = 400;
/** So many letters and figures in a row may be no word. */
const LONGEST_WORD = 16;
/** With these an address begins: they wait for what follows, or a sentence would end in "https…". */
const schemes = ['https', 'hxxps', 'www', 'mailto', 'javascript', 'data', 'tel', 'sms', 'ftp'];

const isAscii = (character: string): boolean => character > ' ' && character <= '~';
const isEastAsian = (character: string): boolean =>
  (character >= '\u3003' && character < '\u3200') || (character >= '\u3400' && character < '\ud800');

const mayBeginAddress = (run: string): boolean => {
  const plain = run.toLowerCase();
  return schemes.some((scheme) => scheme.startsWith(plain));
};

/** Part of a run that may be an address or markup: ASCII, and what is folded into it. */
function isInRun(character: string, last: string): boolean {
  if (isAscii(character)) return true;
  if (character <= '~' || isEastAsian(character)) return false;
  if (dots.has(character)) return /[\w\uff10-\uff5a]/.test(last);
  return /^[!-~]+$/.test(character.normalize('NFKC'));
}

/**
 * Makes plain text of what a model writes, character by character: markup is taken out, an address or what is encoded becomes '…'.
 * A word passes at once; from a sign on that may belong to an address or to markup, the rest of it is held back until its end.
 */
export class GuardPlain {
  readonly #line: GuardLine;
  /** What is held back. */
  #run = '';
  /** It may be more than a word. */
  #isSuspect = false;
  /** The rest of a run is left out. */
  #isSkipping = false;
  /** Inside of a tag, or of the address of a link: the sign that ends it, and what came until then. */
  #closing: '>' | ')' | null = null;
  #inside = '';

  /** @param out what is out already */
  constructor(out: string) {
    this.#line = new GuardLine(out);
  }

  /** @param character one code point @returns what is certain by now */
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

  /** What was begun after a tag goes on behind it: an address is not to be hidden by one. */
  #readInside(character: string): void {
    if (character === this.#closing) this.#closing = null;
    else if (character === '\n' || character === '<' || this.#inside.length >= LONGEST_TAG)
      this.#leave(character);
    else this.#inside += character;
  }

  /** It has no end: prose after a stray sign is read as such, an address is left out. */
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

  /** What is no more than a part of a word. */
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
    const plain = guardMarkup(run, this.#line.last, after);
    this.#line.writeRun(guardAddress(this.#line.word, run, plain) ?? plain);
  }
}
