/**
 * Top-level domains that none of our sentences contains by accident. Any host followed by a path counts as
 * well.
 */
const domain =
  /[\p{L}\p{N}-]\.(com|net|org|io|kr|jp|me|gg|ly|app|dev|xyz|info|biz|ru|cn|uk|eu|ai|tv|cc|onion|example)(?![a-z0-9])/iu;
const address =
  /[a-z]{2,}:\/\/|\bhxxps?:|https?:|\b(mailto|javascript|data|tel|sms):\S|www\.|[\w-]\.[a-z]{2,}\/\S|(^|[\s("'=])\/\/\w/i;
const host = /\S@[\w-]+\.\w|\b\d{1,3}(\.\d{1,3}){3}\b|\blocalhost\b|\[\.\]|\(dot\)/i;

/** Browsers treat full-width letters and an ideographic full stop in an address like the plain ones. */
const asAddress = (text: string): string => text.normalize('NFKC').replace(/[。．]/g, '.');

/**
 * Whether a text contains an address, in any script or width, or something that is written to be read as an
 * address.
 */
export function containsLink(text: string): boolean {
  const plain = asAddress(text);
  return [domain, address, host].some((pattern) => pattern.test(plain));
}
