import { MIN_GROUP } from '../anonymity.js';
import { functionWords, ordinaryTexts } from './commonWords.js';
import { foldWords, outlineOf, spansOf, withoutRepeats } from './foldLetters.js';
import { quotedRuns } from './quotedRuns.js';
import { splitOpenText } from './splitOpenText.js';
import { SoundIndex } from './spokenForms.js';

/** An index of all open texts about a person, one per friend. What may be shown of them: docs/security.md. */
export interface AnswerIndex {
  /**
   * Whether a text written without sight of the friends' texts says what one of them wrote: a line or clause,
   * unless that is a word or two that anyone might use, or a run of five words or twelve characters. Blanks,
   * case, punctuation, look-alikes and invisible characters do not count.
   */
  overlaps(text: string): boolean;
  /**
   * The same for a blend, whose writer has seen the texts. Also finds a line or clause that was reordered,
   * filled up with other words or written in another script, and a clause that is one friend's word.
   */
  isCopiedInto(blend: string): boolean;
}

/** A line or a clause of one. */
interface Piece {
  /** The words that say something, without the person's name, each once and sorted. */
  content: string[];
  /** The other words. They say something only where there is no content. */
  grammar: ReadonlySet<string>;
  hasName: boolean;
  /** Number of all words. */
  size: number;
}

/** A word as it is compared. */
interface Word {
  outline: string;
  /** The outline without repeated letters and Korean particles. */
  stem: string;
  says: 'SOMETHING' | 'NOTHING' | 'NAME';
}

/** A text or a clause as it is compared. */
interface Read {
  /** By foldWords. */
  folded: string[];
  /** The outlines of all words, in order. */
  words: string[];
  piece: Piece;
  /** The outlines without blanks and repeated letters. */
  letters: string;
}

/** Pieces by their words and sounds, by which a disguised one is found. */
interface Disguises {
  byWord: Map<string, Piece[]>;
  sounds: SoundIndex;
}

/** Korean particles and endings, so that a word is found with another of them. */
const particles =
  /(?<=..)(은|는|이|가|을|를|에서|에게|한테|에|의|도|만|으로|로|와|과|이랑|랑|하고|처럼|이에요|예요|이야|야|요|님)$/;
const outlined = (text: string): string => withoutRepeats(outlineOf(text));
const stemOf = (word: string): string => outlined(word.replace(particles, ''));
/** The beginning of a Korean word, which its inflected forms share: 솔직 of 솔직한 and 솔직해요. */
const beginningOf = (word: string): string => (/^[가-힣]{2,5}$/.test(word) ? `${word.slice(0, 2)}~` : word);
const outlinesIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts.flatMap(foldWords).flatMap((word) => [outlined(word), stemOf(word), beginningOf(stemOf(word))]),
  );

let common: { grammar: Set<string>; ordinary: Set<string> } | null = null;
/** Built on first use: most processes read no open texts. */
const commonWords = () =>
  (common ??= { grammar: outlinesIn(functionWords), ordinary: outlinesIn(ordinaryTexts()) });

/** A span of this weight within words does not come about by chance: seven Latin letters, two syllables. */
const TELLING_WEIGHT = 7;

/** Quotation marks, brackets and all else that sets a part of a text off. */
const signs = /[^\p{L}\p{M}\p{N}\s'’-]+/u;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** How many of a piece's words make it recognizable in any order: all of up to three, else three quarters. */
const enough = (count: number): number => (count <= 3 ? count : Math.ceil(count * 0.75));

/** An index to which answers are added. */
export interface GrowingAnswerIndex extends AnswerIndex {
  add(answer: string): void;
}

class Index implements GrowingAnswerIndex {
  readonly #runs = new Set<string>();
  readonly #byLetters = new Map<string, Piece[]>();
  readonly #byContent = new Map<string, Piece[]>();
  /** How many friends used a word. */
  readonly #users = new Map<string, number>();
  readonly #names: string[];
  readonly #pieces: Pick<Read, 'folded' | 'piece'>[] = [];
  #disguises: Disguises | null = null;
  /** Words that were read already: friends use the same ones. */
  readonly #words = new Map<string, Word>();

  constructor(answers: Iterable<string>, name: string) {
    this.#names = foldWords(name).map(outlined);
    for (const answer of answers) this.add(answer);
  }

  overlaps(text: string): boolean {
    const [whole, ...clauses] = this.#readClauses(text);
    if (whole === undefined) return false;
    if (this.#hasRun(whole)) return true;
    if (
      this.#hasPiece(spansOf(whole.words, withoutRepeats, TELLING_WEIGHT), (piece) => !this.#isBare(piece, 2))
    )
      return true;
    const isLine = (piece: Piece): boolean => !this.#isBare(piece, 1);
    return this.#isPiece(whole) || clauses.some((clause) => this.#sayingTheSame(clause).some(isLine));
  }

  isCopiedInto(blend: string): boolean {
    const read = this.#readClauses(blend);
    const [whole] = read;
    if (whole === undefined) return false;
    const { folded, words } = whole;
    const isTelling = (piece: Piece): boolean => piece.hasName || piece.size > 1 || !this.#isBare(piece, 1);
    const backwards = withoutRepeats(outlineOf([...folded.join('')].reverse().join('')));
    if (this.#hasRun(whole) || this.#hasRun({ words: [], letters: backwards })) return true;
    const spans = spansOf(words, withoutRepeats, TELLING_WEIGHT);
    const spansBackwards = spansOf([backwards], withoutRepeats, TELLING_WEIGHT);
    if (this.#hasPiece(spans, isTelling) || this.#hasPiece(spansBackwards, () => true)) return true;
    if (read.some((clause) => this.#isPiece(clause))) return true;
    const { sounds } = this.#findDisguises();
    return (
      this.#isReordered(spans, words) ||
      sounds.isIn(folded) ||
      read.some((clause) => sounds.equals(clause.folded))
    );
  }

  add(answer: string): void {
    const read = this.#readClauses(answer);
    const [whole] = read;
    if (whole === undefined) return;
    for (const run of quotedRuns(whole.words, whole.letters)) this.#runs.add(run);
    for (const word of whole.piece.content) this.#users.set(word, (this.#users.get(word) ?? 0) + 1);
    for (const { folded, piece, letters } of read) {
      push(this.#byLetters, letters, piece);
      push(this.#byContent, piece.content.join(' '), piece);
      this.#pieces.push({ folded, piece });
      if (this.#disguises !== null) addDisguise(this.#disguises, { folded, piece });
    }
  }

  /** Indexes the pieces by their words and sounds. Built on first use, because only blends are searched so. */
  #findDisguises() {
    if (this.#disguises !== null) return this.#disguises;
    this.#disguises = { byWord: new Map(), sounds: new SoundIndex() };
    for (const one of this.#pieces) addDisguise(this.#disguises, one);
    return this.#disguises;
  }

  /** Reads a text and then its clauses, each once. A clause without a letter is left out. */
  #readClauses(text: string): Read[] {
    const seen = new Set(['']);
    const clauses = [text, ...splitOpenText(text), ...text.split(signs)].filter((clause) => {
      const bare = clause.replace(edges, '');
      return !seen.has(bare) && seen.add(bare);
    });
    return clauses.map((clause) => this.#read(clause)).filter(({ letters }) => letters !== '');
  }

  #read(text: string): Read {
    const folded = foldWords(text);
    const words = folded.map((word) => this.#wordOf(word));
    const stems = (kind: Word['says']): Set<string> =>
      new Set(words.flatMap(({ says, stem }) => (says === kind ? [stem] : [])));
    const hasName = words.some(({ says }) => says === 'NAME');
    const outlines = words.map(({ outline }) => outline);
    const letters = withoutRepeats(outlines.join(''));
    const piece = {
      content: [...stems('SOMETHING')].sort(),
      grammar: stems('NOTHING'),
      hasName,
      size: words.length,
    };
    return { folded, words: outlines, piece, letters };
  }

  #wordOf(folded: string): Word {
    const known = this.#words.get(folded);
    if (known !== undefined) return known;
    const outline = outlineOf(folded);
    const single = withoutRepeats(outline);
    const says = this.#isName(single) ? 'NAME' : commonWords().grammar.has(single) ? 'NOTHING' : 'SOMETHING';
    const word: Word = { outline, stem: stemOf(folded), says };
    this.#words.set(folded, word);
    return word;
  }

  /** Whether a word is the person's name, with or without a Korean ending. */
  #isName(word: string): boolean {
    return this.#names.some(
      (name) =>
        word === name || (/[가-힣]$/.test(name) && word.startsWith(name) && word.length <= name.length + 3),
    );
  }

  #hasPiece(spans: ReadonlySet<string>, isTelling: (piece: Piece) => boolean): boolean {
    for (const span of spans) if (this.#byLetters.get(span)?.some(isTelling)) return true;
    return false;
  }

  #hasRun({ words, letters }: Pick<Read, 'words' | 'letters'>): boolean {
    for (const run of quotedRuns(words, letters)) if (this.#runs.has(run)) return true;
    return false;
  }

  /** Whether a word says nothing about who wrote it. */
  #isCommon(word: string): boolean {
    const { ordinary } = commonWords();
    return ordinary.has(word) || ordinary.has(beginningOf(word)) || (this.#users.get(word) ?? 0) >= MIN_GROUP;
  }

  #isBare({ content }: Piece, most: number): boolean {
    return content.length <= most && content.every((word) => this.#isCommon(word));
  }

  /** Whether a whole clause is a piece, or says nothing else. */
  #isPiece(clause: Read): boolean {
    return this.#byLetters.has(clause.letters) || this.#sayingTheSame(clause).length > 0;
  }

  /** Pieces that say the same as a whole clause, whatever grammar is around it. */
  #sayingTheSame({ piece: { content, grammar } }: Read): Piece[] {
    const same = this.#byContent.get(content.join(' ')) ?? [];
    if (content.length > 0) return same;
    return same.filter((piece) => [...piece.grammar].every((word) => grammar.has(word)));
  }

  /** Whether the words of a piece are all there, or nearly all, in whatever order. */
  #isReordered(spans: ReadonlySet<string>, words: readonly string[]): boolean {
    const { byWord } = this.#findDisguises();
    const found = new Map<Piece, number>();
    for (const word of new Set([...spans, ...words.map(stemOf)]))
      for (const piece of byWord.get(word) ?? []) {
        const count = (found.get(piece) ?? 0) + 1;
        if (count >= enough(piece.content.length)) return true;
        found.set(piece, count);
      }
    return false;
  }
}

function addDisguise({ byWord, sounds }: Disguises, { folded, piece }: Pick<Read, 'folded' | 'piece'>): void {
  if (piece.content.length > 1) for (const word of piece.content) push(byWord, word, piece);
  sounds.add(folded);
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/**
 * Indexes the answers in one pass. A lookup then costs about the length of the text, however many answers
 * there are.
 * @param answers the open texts, one per friend
 * @param name of the person they are about
 */
export const indexAnswers = (answers: Iterable<string>, name = ''): GrowingAnswerIndex =>
  new Index(answers, name);
