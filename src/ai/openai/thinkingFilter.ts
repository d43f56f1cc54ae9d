/**
 * The markers between which models think, as their chat templates write them: DeepSeek, Qwen and most others;
 * Mistral's Magistral; ByteDance Seed; Moonshot's Kimi; Cohere; OpenAI's gpt-oss (harmony).
 */
const markers: [open: string, close: string][] = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
  ['<thought>', '</thought>'],
  ['<reasoning>', '</reasoning>'],
  ['<reflection>', '</reflection>'],
  ['<seed:think>', '</seed:think>'],
  ['<mm:think>', '</mm:think>'],
  ['[THINK]', '[/THINK]'],
  ['◁think▷', '◁/think▷'],
  ['<|START_THINKING|>', '<|END_THINKING|>'],
  ['<|channel|>analysis<|message|>', '<|channel|>final<|message|>'],
];
/** Markers around the answer itself. They are removed, and what they enclose is kept. */
const wrappers = [
  '<|channel|>final<|message|>',
  '<|START_RESPONSE|>',
  '<|END_RESPONSE|>',
  '<|start|>assistant',
  '<|return|>',
  '<|end|>',
  '<answer>',
  '</answer>',
];

const closers = new Map(markers.map(([open, close]) => [open.toLowerCase(), close.toLowerCase()]));
/**
 * Closing markers without an opening one. The chat template has put the opening one into the prompt, or the server
 * drops gpt-oss's special tokens, and "analysis… assistantfinal" is left of its channels.
 */
const strays = [
  ...markers.map(([, close]) => close.toLowerCase()).filter((close) => !close.includes('final')),
  'assistantfinal',
];
const known = [...closers.keys(), ...strays, ...wrappers.map((one) => one.toLowerCase())];
/**
 * Markers in plain letters, which an answer may mention. They count only before the first word of the answer. The
 * others are special tokens of a model.
 */
const plainTags = new Set([...closers.keys(), '<answer>'].filter((marker) => /^(?:<(?!\|)|\[)/.test(marker)));

/** In lower case, unless that changes the length of a letter and so the positions. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Length of the longest end of `text` that may be the beginning of one of the markers. */
function partialMarker(text: string, candidates: readonly string[]): number {
  const longest = Math.max(...candidates.map(({ length }) => length)) - 1;
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const end = text.slice(-length);
    if (candidates.some((marker) => marker.startsWith(end))) return length;
  }
  return 0;
}

function firstOf(text: string, candidates: readonly string[]): { at: number; marker: string } | null {
  let first: { at: number; marker: string } | null = null;
  for (const marker of candidates) {
    const at = text.indexOf(marker);
    if (
      at !== -1 &&
      (first === null || at < first.at || (at === first.at && marker.length > first.marker.length))
    )
      first = { at, marker };
  }
  return first;
}

/**
 * Removes a model's thinking from its answer while it streams. Providers that know their models send it in a
 * field of its own, but many local servers send it as text before the answer.
 */
export class ThinkingFilter {
  /** Text that is not decided yet: the beginning of a marker, or everything while `holdsBack`. */
  #buffer = '';
  /** The marker that ends the current thinking; null outside of it. */
  #closer: string | null = null;
  /** Whether nothing of the answer was passed on but blanks. */
  #isBlank = true;
  /** Whether the answer is inside `<answer>`. */
  #isWrapped = false;
  /** Blank lines that separate thinking from the answer are removed. */
  #trims = false;
  readonly #holdsBack: boolean;
  #foundStray = false;

  /**
   * @param options `holdsBack`: pass nothing on before the end of the answer, because this model may think
   *   without an opening marker. Otherwise a closing marker that nothing opened is text: people ask models to
   *   write one.
   */
  constructor({ holdsBack = false }: { holdsBack?: boolean } = {}) {
    this.#holdsBack = holdsBack;
  }

  /** Whether thinking was found that no marker opened. Only where the answer is held back. */
  get foundStray(): boolean {
    return this.#foundStray;
  }

  /** @returns the part of the answer that is decided now */
  push(piece: string): string {
    this.#buffer += piece;
    return this.#holdsBack ? '' : this.#drain(false);
  }

  /** @returns the rest of the answer */
  end(): string {
    return this.#drain(true);
  }

  #drain(isEnd: boolean): string {
    let out = '';
    for (;;) {
      const candidates = this.#closer === null ? known : [this.#closer];
      const text = lowerCase(this.#buffer);
      const found = firstOf(text, candidates);
      if (found === null) {
        const undecided = isEnd ? 0 : partialMarker(text, candidates);
        const decided = this.#take(this.#buffer.length - undecided);
        return this.#closer === null ? out + this.#shown(decided) : out;
      }
      const before = this.#take(found.at);
      const marker = this.#take(found.marker.length);
      if (this.#closer !== null) this.#closer = null;
      else if (this.#holdsBack && strays.includes(found.marker)) {
        this.#foundStray = true;
        out = '';
        this.#isBlank = true;
      } else {
        out += this.#shown(before);
        if (!this.#counts(found.marker)) {
          out += this.#shown(marker);
          continue;
        }
        this.#closer = closers.get(found.marker) ?? null;
        if (found.marker === '<answer>') this.#isWrapped = true;
      }
      this.#trims ||= this.#isBlank;
    }
  }

  /** Whether a marker outside of thinking is one, and not a part of the answer. */
  #counts(marker: string): boolean {
    if (marker === '</answer>') return this.#isWrapped;
    return !strays.includes(marker) && (this.#isBlank || !plainTags.has(marker));
  }

  /** Removes the first `length` units from the buffer. */
  #take(length: number): string {
    const taken = this.#buffer.slice(0, length);
    this.#buffer = this.#buffer.slice(length);
    return taken;
  }

  #shown(text: string): string {
    const shown = this.#trims && this.#isBlank ? text.trimStart() : text;
    this.#isBlank &&= shown.trim() === '';
    return shown;
  }
}
