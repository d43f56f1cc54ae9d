/**
 * The receipt in a pasted text, which may be the receipt itself or a link with the receipt as its fragment.
 * @returns undefined if the text cannot be a receipt
 */
export function parseReceipt(pasted: string): string | undefined {
  const last = pasted.trim().split('#').at(-1) ?? '';
  return /^[\w-]{16,64}$/.test(last) ? last : undefined;
}
