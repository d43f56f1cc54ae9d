import { inflateSync } from 'node:zlib';

/** What fitting a text needs to know of a font: which characters it has, and how wide they are. */
export interface FontMetrics {
  has(codePoint: number): boolean;
  /** The advance of a character in em; 0 if the font has no glyph for it. */
  advance(codePoint: number): number;
}

/** The table of a WOFF file with this tag, unpacked. */
function table(woff: Buffer, tag: string): Buffer {
  const count = woff.readUInt16BE(12);
  for (let entry = 44; entry < 44 + count * 20; entry += 20) {
    if (woff.toString('latin1', entry, entry + 4) !== tag) continue;
    const [offset, packed, unpacked] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return packed < unpacked ? inflateSync(bytes) : bytes;
  }
  throw new Error(`The font has no table ${tag}.`);
}

/** Segments of the basic plane. */
function readFormat4(map: Buffer, glyphs: Map<number, number>): void {
  const segments = map.readUInt16BE(6) / 2;
  const at = (array: number, segment: number): number => 14 + (array * segments + segment) * 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const end = map.readUInt16BE(at(0, segment));
    // Two bytes of padding follow the first array.
    const start = map.readUInt16BE(at(1, segment) + 2);
    const delta = map.readUInt16BE(at(2, segment) + 2);
    const rangeAt = at(3, segment) + 2;
    const range = map.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : map.readUInt16BE(rangeAt + range + (code - start) * 2);
      if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
}

/** Groups of all planes. */
function readFormat12(map: Buffer, glyphs: Map<number, number>): void {
  const groups = map.readUInt32BE(12);
  for (let group = 16; group < 16 + groups * 12; group += 12) {
    const [start, end] = [map.readUInt32BE(group), map.readUInt32BE(group + 4)];
    for (let code = start; code <= end; code += 1)
      glyphs.set(code, map.readUInt32BE(group + 8) + code - start);
  }
}

function readGlyphs(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let subtable = 0; subtable < cmap.readUInt16BE(2); subtable += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + subtable * 8 + 4));
    const format = map.readUInt16BE(0);
    if (format === 4) readFormat4(map, glyphs);
    if (format === 12) readFormat12(map, glyphs);
  }
  return glyphs;
}

/** Reads the metrics from a font file in the WOFF format. */
export function readFontMetrics(woff: Buffer): FontMetrics {
  const unitsPerEm = table(woff, 'head').readUInt16BE(18);
  const wide = table(woff, 'hhea').readUInt16BE(34);
  const advances = table(woff, 'hmtx');
  const glyphs = readGlyphs(table(woff, 'cmap'));
  return {
    has: (codePoint) => (glyphs.get(codePoint) ?? 0) !== 0,
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint) ?? 0;
      // Glyphs beyond the table have the last width in it.
      return glyph === 0 ? 0 : advances.readUInt16BE(Math.min(glyph, wide - 1) * 4) / unitsPerEm;
    },
  };
}
