const mark = /^(#{1,6}|[-*+>])$/;
const rule = /^[-=*_:~]{3,}$/;
const doubled = new Set(['**', '__', '~~', '{{', '${', '](', '][', '![']);

/** How much of what is out is remembered: more than any token that is looked at as a whole. */
const MEMORY = 80;

/**
 * The text that comes out, as lines of plain text: without marks of headings, lists and quotes at their beginnings, and without markup
 * that came about because something between its signs was taken out.
 */
export class GuardLine {
  /** The end of what is out, its last character, and whether only blanks of a line are. */
  #out: string;
  #last: string;
  #isAtStart: boolean;
  /** Signs at the beginning of a line that are a mark if a blank follows. */
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

  /** The last character that is out, or waits to be; '' at the beginning. */
  get last(): string {
    return this.#mark.at(-1) ?? this.#last;
  }

  /** What is out since the last blank. */
  get word(): string {
    return (/\S+$/.exec(this.#out)?.[0] ?? '') + this.#mark;
  }

  /** How much is out since the last blank; more than is remembered is as much. */
  get wordLength(): number {
    return this.#wordLength;
  }

  /** @returns what was written since it was last taken */
  take(): string {
    const written = this.#written;
    this.#written = '';
    return written;
  }

  /** A run without blanks, freed from markup. */
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

  /** The bar of a table parts cells: a blank, unless there is one. */
  writeBar(): void {
    this.#dropMark();
    this.#isAfterBar = true;
    if (!/^\s?$/.test(this.last)) this.#put(' ');
  }

  write(character: string): void {
    const isBlank = character === ' ' || character === '\n' || character === '\t';
    const isDoubled = isBlank && character !== '\n' && (this.#isAfterBar || this.#mark !== '');
    this.#isAfterBar &&= isBlank;
    if (isBlank) this.#dropMark();
    else this.#keepMark();
    if (isDoubled) return;
    this.#writeSafely(character);
  }

  /** The end: what looked like a mark was one. */
  end(): void {
    this.#dropMark();
  }

  #dropMark(): void {
    this.#mark = '';
  }

  #keepMark(): void {
    const kept = this.#mark;
    this.#mark = '';
    for (const character of kept) this.#writeSafely(character);
  }

  #writeSafely(character: string): void {
    const last = this.#last;
    if (character === '`' || doubled.has(last + character)) return;
    if (character === '…' && last === '…') return;
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
