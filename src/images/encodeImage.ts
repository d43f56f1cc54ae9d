import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';

/**
 * One size of an illustration as WebP. `hash` is the SHA-256 of `bytes` in hex and serves as its address.
 * Sizes in pixels.
 */
export interface EncodedImage {
  hash: string;
  width: number;
  height: number;
  bytes: Buffer;
}

const edges = [1024, 512, 256] as const;
/** Sixteen times the requested pixels. Rejects a small file that would unpack to gigabytes undecoded. */
const maxInputPixels = 4096 * 4096;
const MAX_SECONDS = 60;

/** Beside sharp's default of 4: a third of the time, and one percent more bytes. */
const WEBP = { quality: 82, effort: 2 };

/** Pixels of the largest size. By default sharp keeps no metadata, so no prompt, camera or location leaks. */
async function decode(bytes: Buffer): Promise<Sharp> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxInputPixels, failOn: 'error' })
    .timeout({ seconds: MAX_SECONDS })
    .rotate()
    .resize(edges[0], edges[0], { fit: 'cover' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } });
}

async function encode(pixels: Sharp, edge: number): Promise<EncodedImage> {
  const { data, info } = await pixels
    .clone()
    .resize(edge, edge)
    .webp(WEBP)
    .toBuffer({ resolveWithObject: true });
  return {
    hash: createHash('sha256').update(data).digest('hex'),
    width: info.width,
    height: info.height,
    bytes: data,
  };
}

/**
 * Decodes an image and encodes it as square WebP of 1024, 512 and 256 pixels, without metadata.
 * @throws if the bytes cannot be fully decoded as an image
 */
export async function encodeImage(bytes: Buffer): Promise<EncodedImage[]> {
  const pixels = await decode(bytes);
  const encoded: EncodedImage[] = [];
  // One after the other: each would take a core.
  for (const edge of edges) encoded.push(await encode(pixels, edge));
  return encoded;
}
