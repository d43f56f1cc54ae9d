import { leaveOutDomainNames } from './domainNames.js';
import { isWordList } from './wordLists.js';

/**
 * Top-level domains that none of our sentences contains by accident. Any host followed by a path counts as
 * well.
 */
const domain =
  /[\p{L}\p{N}-]\.(com|net|org|io|kr|jp|me|gg|ly|app|dev|xyz|info|biz|ru|cn|uk|eu|ai|tv|cc|onion|example)(?![a-z0-9])/iu;
const address =
  /[a-z]{2,}:\/\/|\bhxxps?:|https?:|\b(mailto|javascript|data|tel|sms):\S|www\.|[\w-]\.(?!(js|ts|jsx|tsx|css|html?|json|txt|pdf)\b)[a-z]{2,}\/\S|(^|[\s("'=])\/\/\w/i;
const host = /\S@[\w-]+\.\w|\b\d{1,3}(\.\d{1,3}){3}\b|\blocalhost[:/]|\[\.\]|\(dot\)/i;

/** Browsers treat full-width letters and an ideographic full stop in an address like the plain ones. */
const asAddress = (text: string): string => text.normalize('NFKC').replace(/[。．]/g, '.');

const phoneNumber = /\+?\(?\d[\d().-]{7,}\d/g;
const year = /^(19|20)\d\d[-.]/;
/** Thousands with dots between them. */
const amount = /^\d{1,3}(\.\d{3})+$/;

/**
 * Whether a text contains a telephone number in one piece: with groups of figures, or with a trunk or country
 * code. Dates, amounts and ranges are none.
 */
function containsPhoneNumber(text: string): boolean {
  return [...text.matchAll(phoneNumber)].some(([run]) => {
    const figures = run.replace(/\D/g, '').length;
    const hasCode = run.startsWith('+') || run.startsWith('0');
    const groups = run.split(/[().-]+/).filter((group) => group !== '').length;
    if (figures > 15 || year.test(run) || amount.test(run)) return false;
    if (groups === 1) return run.startsWith('+') || (run.startsWith('0') && figures > 9 && figures < 12);
    return groups > 2 && figures >= (hasCode ? 9 : 10);
  });
}

/**
 * Whether a text contains an address, in any script or width, or something that is written to be read as an
 * address. A telephone number counts as one; a well-known name such as Amazon.com does not.
 */
export function containsLink(text: string): boolean {
  const plain = leaveOutDomainNames(asAddress(text));
  return [domain, address, host].some((pattern) => pattern.test(plain)) || containsPhoneNumber(plain);
}

const content = /[\p{L}\p{N}]/u;
/**
 * Base64 and hexadecimal: hardly any person can read them, but a model can. No word of this length contains
 * digits or capitals inside.
 */
const encoded = /[A-Za-z0-9+/=_-]{32,}|(?=[A-Za-z0-9+/_-]*([a-z][A-Z]|\d))[A-Za-z0-9+/_-]{16,}/g;
const isEncoded = (text: string): boolean => [...text.matchAll(encoded)].some(([run]) => !isWordList(run));
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
  const isHidden = [run, plain].some((text) => containsLink(before + text)) || isEncoded(before + plain);
  return isHidden ? `…${endSigns.exec(plain)?.[0] ?? ''}` : null;
}
