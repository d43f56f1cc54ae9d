/**
 * The receipt in what somebody pasted: itself, or the link that holds it behind `#`.
 * @returns undefined where there can be none
 */
export function receiptFrom(pasted: string): string | undefined {
  const last = pasted.trim().split('#').at(-1) ?? '';
  return /^[\w-]{16,64}$/.test(last) ? last : undefined;
}
