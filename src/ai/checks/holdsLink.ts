/** Endings of addresses that no sentence of ours would hold by accident; any host with a path behind it counts as well. */
const domain =
  /[\p{L}\p{N}-]\.(com|net|org|io|kr|jp|me|gg|ly|app|dev|xyz|info|biz|ru|cn|uk|eu|ai|tv|cc|onion|example)(?![a-z0-9])/iu;
const address =
  /[a-z]{2,}:\/\/|\bhxxps?:|https?:|\b(mailto|javascript|data|tel|sms):\S|www\.|[\w-]\.[a-z]{2,}\/\S|(^|[\s("'=])\/\/\w/i;
const host = /\S@[\w-]+\.\w|\b\d{1,3}(\.\d{1,3}){3}\b|\blocalhost\b|\[\.\]|\(dot\)/i;

/** Browsers take wide letters and an ideographic full stop in an address for the plain ones. */
const asAddress = (text: string): string => text.normalize('NFKC').replace(/[。．]/g, '.');

/** Whether a text holds an address, in whatever letters, or something that is written to be read as one. */
export function holdsLink(text: string): boolean {
  const plain = asAddress(text);
  return [domain, address, host].some((pattern) => pattern.test(plain));
}
