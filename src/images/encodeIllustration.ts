import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { isSupportedImage } from '../ai/openai/isSupportedImage.js';
import { UpstreamError } from '../ai/ports.js';

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

async function encode(bytes: Buffer, edge: number): Promise<EncodedImage> {
  // By default sharp keeps no metadata, so no prompt, camera or location leaks.
  const { data, info } = await sharp(bytes, { limitInputPixels: maxInputPixels, failOn: 'error' })
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
 * Decodes a model's image and encodes it as square WebP of 1024, 512 and 256 pixels, without metadata. The
 * original bytes are not kept.
 * @throws UpstreamError, retryable, if the bytes cannot be fully decoded as an image
 */
export async function encodeIllustration(bytes: Buffer): Promise<EncodedImage[]> {
  // sharp would also accept SVG, which can reference other files, and formats no image model returns.
  if (!isSupportedImage(bytes)) throw new UpstreamError('The image from the model could not be read.', true);
  try {
    const encoded: EncodedImage[] = [];
    // One after the other, because three decoders at once would triple the peak memory.
    for (const edge of edges) encoded.push(await encode(bytes, edge));
    return encoded;
  } catch (cause) {
    throw new UpstreamError('The image from the model could not be read.', true, { cause });
  }
}
