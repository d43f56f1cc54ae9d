/** The types of a PNG's chunks, in order. */
export function chunksOf(png: Buffer): string[] {
  const chunks: string[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    chunks.push(png.toString('latin1', at + 4, at + 8));
  return chunks;
}
