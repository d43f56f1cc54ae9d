/** Category Cc except line feed and tab. Without CR, CRLF becomes a line feed wherever it was cut. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const endsInHighSurrogate = /[\ud800-\udbff]$/;

/**
 * Converts a stream's pieces into what PostgreSQL, JSON and offsets in UTF-16 units can hold. A surrogate
 * pair that was cut in two arrives in one piece, a lone surrogate becomes U+FFFD, and control characters
 * other than line feed and tab are dropped. The resulting text does not depend on where the input was cut.
 */
export class WellFormedPieces {
  #held = '';

  /**
   * @returns the text that is certain so far; half of a surrogate pair at the end waits for the next piece
   */
  push(piece: string): string {
    const text = this.#held + piece.replace(controls, '');
    this.#held = endsInHighSurrogate.exec(text)?.[0] ?? '';
    return text.slice(0, text.length - this.#held.length).toWellFormed();
  }

  /** @returns U+FFFD if half of a surrogate pair is left over, otherwise '' */
  end(): string {
    const rest = this.#held.toWellFormed();
    this.#held = '';
    return rest;
  }
}
