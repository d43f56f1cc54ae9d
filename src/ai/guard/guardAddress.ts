import { holdsLink } from '../checks/holdsLink.js';

const content = /[\p{L}\p{N}]/u;
/** Base64 and hexadecimal: hardly anybody can read it, and a model can. No word is so long with figures or capitals inside. */
const encoded = /[A-Za-z0-9+/=_]{32,}|(?=[A-Za-z0-9+/_-]*([a-z][A-Z]|\d))[A-Za-z0-9+/_-]{16,}/;
const endSigns = /[)"'”’!?,;]*$/;

/**
 * Whether the end of a text that is without blanks is an address, or encoded.
 * @param before what stands right before `run`, without blanks
 * @param run as the model wrote it
 * @param plain the same without markup
 * @returns what stands for it: three dots, and the signs of the sentence behind it; null if it is neither
 */
export function guardAddress(before: string, run: string, plain: string): string | null {
  if (!content.test(run)) return null;
  const isHidden = [run, plain].some((text) => holdsLink(before + text)) || encoded.test(before + plain);
  return isHidden ? `…${endSigns.exec(plain)?.[0] ?? ''}` : null;
}
