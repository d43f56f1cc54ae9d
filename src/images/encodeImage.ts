import { createHash } from 'node:crypto';
import sharp from 'sharp';

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

async function encode(bytes: Buffer, edge: number): Promise<EncodedImage> {
  // By default sharp keeps no metadata, so no prompt, camera or location leaks.
  const { data, info } = await sharp(bytes, { limitInputPixels: maxInputPixels, failOn: 'error' })
    .timeout({ seconds: MAX_SECONDS })
    .rotate()
    .resize(edge, edge, { fit: 'cover' })
    .webp({ quality: 82 })
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
  const encoded: EncodedImage[] = [];
  // One after the other, because three decoders at once would triple the peak memory.
  for (const edge of edges) encoded.push(await encode(bytes, edge));
  return encoded;
}
