/**
 * True for bytes with the signature of a PNG, JPEG or WebP. Decoders of rarer formats are not worth the risk.
 */
export function isSupportedImage(bytes: Buffer): boolean {
  const starts = (offset: number, hex: string): boolean =>
    bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex;
  return (
    starts(0, '89504e470d0a1a0a') || starts(0, 'ffd8ff') || (starts(0, '52494646') && starts(8, '57454250'))
  );
}
