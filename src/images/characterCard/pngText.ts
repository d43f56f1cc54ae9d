import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;

interface Chunk {
  type: string;
  data: Buffer;
  /** Where the chunk begins in the file. */
  at: number;
}

function* chunksOf(png: Buffer): Generator<Chunk> {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('This is no PNG.');
  for (let at = SIGNATURE.length; at + FRAME_BYTES <= png.length;) {
    const length = png.readUInt32BE(at);
    if (at + FRAME_BYTES + length > png.length) throw new Error('This PNG is cut off.');
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length), at };
    at += FRAME_BYTES + length;
  }
}

function textChunk(keyword: string, text: string): Buffer {
  const body = Buffer.from(`tEXt${keyword}\0${text}`, 'latin1');
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(body.length - 4, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/**
 * Adds tEXt chunks to a PNG, before its pixels, because some readers stop there.
 * @param texts by keyword, in Latin-1
 * @throws Error if it is no PNG
 */
export function withTexts(png: Buffer, texts: Readonly<Record<string, string>>): Buffer {
  const pixels = [...chunksOf(png)].find(({ type }) => type === 'IDAT');
  if (pixels === undefined) throw new Error('This PNG has no pixels.');
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return Buffer.concat([png.subarray(0, pixels.at), ...chunks, png.subarray(pixels.at)]);
}
