import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { isPicture } from '../ai/openAi/isPicture.js';
import { UpstreamError } from '../ai/ports.js';

/** One size of an illustration as WebP. `hash` is the SHA-256 of `bytes` in hex: its address. Sizes in pixels. */
export interface EncodedImage {
  hash: string;
  width: number;
  height: number;
  bytes: Buffer;
}

const edges = [1024, 512, 256] as const;
/** Four times what is asked for; a small file that unpacks to gigabytes is refused before it is decoded. */
const maxInputPixels = 4096 * 4096;

async function encode(bytes: Buffer, edge: number): Promise<EncodedImage> {
  // sharp keeps no metadata unless told to: no prompt, no camera, no place.
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
 * Decodes what a model drew and encodes it anew: square WebP of 1024, 512 and 256, without metadata. Nothing of the original bytes is kept.
 * @throws UpstreamError, retryable, when the bytes are no picture that can be decoded in full
 */
export async function encodeIllustration(bytes: Buffer): Promise<EncodedImage[]> {
  // sharp would also take SVG, which can name other files, and formats nobody here draws.
  if (!isPicture(bytes)) throw new UpstreamError('The picture of the model could not be read.', true);
  try {
    const encoded: EncodedImage[] = [];
    // One after the other: three decoders at once would triple the memory of the largest picture.
    for (const edge of edges) encoded.push(await encode(bytes, edge));
    return encoded;
  } catch (cause) {
    throw new UpstreamError('The picture of the model could not be read.', true, { cause });
  }
}
