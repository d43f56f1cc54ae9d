/** Why a file was not sent. */
export type CardFileProblem = 'noCard' | 'tooLarge';

export class UnreadableCardFile extends Error {
  constructor(readonly problem: CardFileProblem) {
    super(problem);
  }
}

/** A request of the API has at most 100 KiB. */
const MAX_BYTES = 96 * 1024;
/** A file may hold pictures and music besides its card. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** In the order in which a card is looked for: `ccv3` is version 3, `chara` is version 2. */
const keywords = ['ccv3', 'chara'];

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ZIP_END = 0x06054b50;
const ZIP_END_BYTES = 22;
/** What may follow the end. */
const MAX_COMMENT_BYTES = 65_535;
const ZIP_ENTRY = 0x02014b50;
const ZIP_ENTRY_BYTES = 46;
const ZIP_FILE_BYTES = 30;
/** How a ZIP says that a file is compressed. Anything else is stored as it is. */
const DEFLATED = 8;

/**
 * The card in a PNG, a CHARX or a JSON file, as JSON text that the API parses.
 * @throws UnreadableCardFile
 */
export async function readCardFile(file: Blob): Promise<string> {
  if (file.size > MAX_FILE_BYTES) throw new UnreadableCardFile('tooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const json = await cardIn(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableCardFile ? error : new UnreadableCardFile('noCard');
  });
  // As it is sent: within JSON, quotation marks take two bytes.
  if (new TextEncoder().encode(JSON.stringify(json)).length > MAX_BYTES)
    throw new UnreadableCardFile('tooLarge');
  return json;
}

async function cardIn(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (PNG.every((byte, at) => bytes[at] === byte)) return cardInPng(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return textOf(await fileInZip(bytes, 'card.json'));
  return textOf(bytes);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
/** @throws TypeError if it is not UTF-8 */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** @throws UnreadableCardFile, RangeError if the file is cut off */
async function cardInPng(png: Uint8Array<ArrayBuffer>): Promise<string> {
  const view = viewOf(png);
  const found = new Map<string, string>();
  for (let at = PNG.length; at + 12 <= png.length; at += view.getUint32(at) + 12) {
    const type = latin1(png.subarray(at + 4, at + 8));
    if (!['tEXt', 'iTXt', 'zTXt'].includes(type)) continue;
    const data = png.subarray(at + 8, at + 8 + view.getUint32(at));
    const end = data.indexOf(0);
    const keyword = latin1(data.subarray(0, end)).toLowerCase();
    if (keywords.includes(keyword) && !found.has(keyword))
      found.set(keyword, latin1(await chunkText(type, data.subarray(end + 1))));
  }
  const base64 = keywords.map((keyword) => found.get(keyword)).find((text) => text !== undefined);
  if (base64 === undefined) throw new UnreadableCardFile('noCard');
  return textOf(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}

/** The text of a chunk after its keyword; a card's text is base64 in each kind of chunk. */
async function chunkText(type: string, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (type === 'tEXt') return data;
  if (type === 'zTXt') return inflate(data.subarray(1), 'deflate');
  // Whether it is compressed and how, then a language and a translated keyword, each with an end.
  const language = data.indexOf(0, 2);
  const text = data.subarray(data.indexOf(0, language + 1) + 1);
  return data[0] === 1 ? inflate(text, 'deflate') : text;
}

/** @throws UnreadableCardFile, RangeError if the ZIP is cut off */
async function fileInZip(zip: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array> {
  const view = viewOf(zip);
  const least = zip.length - ZIP_END_BYTES - MAX_COMMENT_BYTES;
  let end = zip.length - ZIP_END_BYTES;
  while (end > least && view.getUint32(end, true) !== ZIP_END) end -= 1;
  let at = view.getUint32(end + 16, true);
  while (view.getUint32(at, true) === ZIP_ENTRY) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((from) => view.getUint16(at + from, true));
    const nameEnd = at + ZIP_ENTRY_BYTES + (nameBytes ?? 0);
    if (latin1(zip.subarray(at + ZIP_ENTRY_BYTES, nameEnd)) === name) {
      const start = view.getUint32(at + 42, true);
      const from =
        start + ZIP_FILE_BYTES + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const data = zip.subarray(from, from + view.getUint32(at + 20, true));
      return view.getUint16(at + 10, true) === DEFLATED ? inflate(data, 'deflate-raw') : data;
    }
    at = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  throw new UnreadableCardFile('noCard');
}

/** Reads no further than a card may go, however much there is. @throws UnreadableCardFile */
async function inflate(data: Uint8Array<ArrayBuffer>, format: CompressionFormat): Promise<Uint8Array> {
  // Base64 of a card that is just small enough.
  const most = 2 * MAX_BYTES;
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      throw new UnreadableCardFile('tooLarge');
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
