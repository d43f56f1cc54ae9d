/** All of Cc but line feed and tab. A carriage return goes too, which makes CRLF a line feed wherever the pieces were cut. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const endsInHighSurrogate = /[\ud800-\udbff]$/;

/**
 * Makes of a stream's pieces what PostgreSQL, JSON and offsets in UTF-16 units can hold: a surrogate pair that was cut in two
 * arrives in one piece, a lone surrogate becomes U+FFFD, controls other than line feed and tab are dropped.
 * However a text was cut, the same text comes out.
 */
export class WellFormedPieces {
  #held = '';

  /** @returns what is certain by now; a half of a pair at the end waits for the next piece */
  push(piece: string): string {
    const text = this.#held + piece.replace(controls, '');
    this.#held = endsInHighSurrogate.exec(text)?.[0] ?? '';
    return text.slice(0, text.length - this.#held.length).toWellFormed();
  }

  /** @returns U+FFFD for a half that was never followed by its other, else nothing */
  end(): string {
    const rest = this.#held.toWellFormed();
    this.#held = '';
    return rest;
  }
}
