import { isDrawnOut } from './stripMarkup.js';

const mark = /^(#{1,6}|[-*+>])$/;
const rule = /^[-=*_:~]{3,}$/;
const doubled = new Set(['**', '__', '~~', '{{', '${', '](', '][', '![']);

/** UTF-16 units of the emitted text that are remembered: more than any token that is examined as a whole. */
const MEMORY = 80;

/**
 * Builds the output as lines of plain text, without the markers of headings, lists and quotes at their
 * beginnings, and without markup that only came about because something between its characters was removed.
 */
export class PlainTextWriter {
  /** The end of the emitted text, its last character, and whether the current line has only blanks so far. */
  #out: string;
  #last: string;
  #isAtStart: boolean;
  /**
   * Characters at the beginning of a line that are a marker if a blank follows. They are held back until
   * then.
   */
  #mark = '';
  #written = '';
  #wordLength: number;
  #isAfterBar = false;

  constructor(out: string) {
    this.#out = out.slice(-MEMORY);
    this.#last = out.at(-1) ?? '';
    this.#isAtStart = /(^|\n)[ \t]*$/.test(this.#out);
    this.#wordLength = this.word.length;
  }

  /** The last character that is emitted or held back; '' at the beginning. */
  get last(): string {
    return this.#mark.at(-1) ?? this.#last;
  }

  /** The text since the last blank, emitted or held back. */
  get word(): string {
    return (/\S+$/.exec(this.#out)?.[0] ?? '') + this.#mark;
  }

  /**
   * Length of the text since the last blank. For text emitted before this line was created, it counts at most
   * MEMORY.
   */
  get wordLength(): number {
    return this.#wordLength;
  }

  /** @returns what was emitted since the last call */
  take(): string {
    const written = this.#written;
    this.#written = '';
    return written;
  }

  /** Writes a run of characters without blanks, already freed from markup. */
  writeRun(run: string): void {
    if (this.#isAtStart) {
      const start = this.#mark + run;
      if (mark.test(start)) {
        this.#mark = start;
        return;
      }
      if (rule.test(start)) {
        this.#mark = '';
        return;
      }
    }
    for (const character of run) this.write(character);
  }

  /** A table bar separates cells, so it becomes a blank unless there is one already. */
  writeBar(): void {
    this.#dropMark();
    this.#isAfterBar = true;
    if (!/^\s?$/.test(this.last)) this.#put(' ');
  }

  write(character: string): void {
    const isBlank = character === ' ' || character === '\n' || character === '\t';
    // A marker takes its blank along, and a bar has already written one.
    const isDoubled = isBlank && character !== '\n' && (this.#isAfterBar || this.#mark !== '');
    this.#isAfterBar &&= isBlank;
    if (isBlank) this.#dropMark();
    else this.#writeMark();
    if (isDoubled) return;
    this.#writeSafely(character);
  }

  /** Ends the text. Characters that looked like a marker are dropped as one. */
  end(): void {
    this.#dropMark();
  }

  #dropMark(): void {
    this.#mark = '';
  }

  #writeMark(): void {
    const pending = this.#mark;
    this.#mark = '';
    for (const character of pending) this.#writeSafely(character);
  }

  #writeSafely(character: string): void {
    const last = this.#last;
    const isWanted = character === '~' ? isDrawnOut(this.#out) : character === '_' && /\(_$/.test(this.#out);
    if (doubled.has(last + character) && !isWanted) return;
    if (character === ';' && /&#?\w+$/.test(this.#out)) return;
    if (last === '<' && /[a-z/!?|]/i.test(character)) this.#put(' ');
    this.#put(character);
  }

  #put(character: string): void {
    this.#written += character;
    this.#out += character;
    this.#last = character;
    this.#wordLength = /\s/.test(character) ? 0 : this.#wordLength + 1;
    this.#isAtStart = character === '\n' || (this.#isAtStart && (character === ' ' || character === '\t'));
    if (this.#out.length > 2 * MEMORY) this.#out = this.#out.slice(-MEMORY);
  }
}
