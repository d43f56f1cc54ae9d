import { brotliCompressSync, constants, inflateSync } from 'node:zlib';

/** Fonts as tables of a format that all font programs read (sfnt), and as files that browsers load (WOFF). */

/** @returns the sfnt font in a WOFF 1.0 file */
export function readWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file.');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, compressed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const stored = woff.subarray(offset, (offset ?? 0) + (compressed ?? 0));
    const bytes = compressed === length ? stored : inflateSync(stored);
    return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), bytes };
  });
  const header = Buffer.alloc(12 + count * 16);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  let offset = header.length;
  const bodies = tables.map(({ tag, checksum, bytes }, index) => {
    const at = 12 + index * 16;
    tag.copy(header, at);
    header.writeUInt32BE(checksum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(bytes.length, at + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([header, ...bodies]);
}

/** Tables of outlines are stored as they are: without this mark, a reader expects the transformed form. */
const UNTRANSFORMED = 3 << 6;
/** In the directory of a table, this index says that the table's name follows. */
const NAMED = 63;

/** A whole number in seven bits a byte, the first byte first. */
function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

/** @returns a WOFF 2.0 file of an sfnt font */
export function writeWoff2(sfnt: Buffer): Buffer {
  const count = sfnt.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 12 + index * 16;
    const offset = sfnt.readUInt32BE(at + 8);
    const tag = sfnt.toString('latin1', at, at + 4);
    return { tag, bytes: sfnt.subarray(offset, offset + sfnt.readUInt32BE(at + 12)) };
  });
  const directory = Buffer.from(
    tables.flatMap(({ tag, bytes }) => [
      NAMED | (tag === 'glyf' || tag === 'loca' ? UNTRANSFORMED : 0),
      ...Buffer.from(tag, 'latin1'),
      ...base128(bytes.length),
    ]),
  );
  const body = brotliCompressSync(Buffer.concat(tables.map(({ bytes }) => bytes)), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  const header = Buffer.alloc(48);
  header.write('wOF2', 'latin1');
  sfnt.copy(header, 4, 0, 4);
  const padding = Buffer.alloc(-(directory.length + body.length) & 3);
  header.writeUInt32BE(48 + directory.length + body.length + padding.length, 8);
  header.writeUInt16BE(count, 12);
  header.writeUInt32BE(sfnt.length, 16);
  header.writeUInt32BE(body.length, 20);
  header.writeUInt16BE(1, 24);
  return Buffer.concat([header, directory, body, padding]);
}
