import { containsLink } from '../checks/holdsLink.js';

const content = /[\p{L}\p{N}]/u;
/**
 * Base64 and hexadecimal: hardly any person can read them, but a model can. No word of this length contains
 * digits or capitals inside.
 */
const encoded = /[A-Za-z0-9+/=_]{32,}|(?=[A-Za-z0-9+/_-]*([a-z][A-Z]|\d))[A-Za-z0-9+/_-]{16,}/;
const endSigns = /[)"'”’!?,;]*$/;

/**
 * Detects an address or encoded text in a run of characters without blanks.
 * @param before the text directly before `run`, back to the last blank
 * @param run as the model wrote it
 * @param plain the same without markup
 * @returns the replacement, '…' and the closing punctuation of the sentence after it; null if the run is
 *   neither
 */
export function maskAddress(before: string, run: string, plain: string): string | null {
  if (!content.test(run)) return null;
  const isHidden = [run, plain].some((text) => containsLink(before + text)) || encoded.test(before + plain);
  return isHidden ? `…${endSigns.exec(plain)?.[0] ?? ''}` : null;
}
