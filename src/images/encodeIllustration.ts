import { isSupportedImage } from '../ai/openai/isSupportedImage.js';
import { UpstreamError } from '../ai/ports.js';
import type { EncodedImage } from './encodeImage.js';
import { imageEncoder } from './imageEncoder.js';

/**
 * Decodes a model's image and encodes it as square WebP of 1024, 512 and 256 pixels, without metadata. The
 * original bytes are not kept. See `ImageEncoder` for where this happens.
 * @throws UpstreamError, retryable, if the bytes cannot be fully decoded as an image
 */
export async function encodeIllustration(bytes: Buffer): Promise<EncodedImage[]> {
  // sharp would also accept SVG, which can reference other files, and formats no image model returns.
  if (!isSupportedImage(bytes)) throw new UpstreamError('The image from the model could not be read.', 'cut');
  try {
    return await imageEncoder.run({ image: bytes });
  } catch (cause) {
    throw new UpstreamError('The image from the model could not be read.', 'cut', { cause });
  }
}

/**
 * Draws a portrait locally and encodes it like an illustration.
 * @param seed the same seed gives the same portrait
 */
export const encodePortrait = (seed: string): Promise<EncodedImage[]> =>
  imageEncoder.run({ portraitSeed: seed });
