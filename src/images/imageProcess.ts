import sharp from 'sharp';
import { drawPortrait } from './drawPortrait.js';
import { type EncodedImage, encodeImage } from './encodeImage.js';

/** What the process is asked to do: encode an image, or draw a portrait from a seed and encode it. */
export type ImageOrder = { id: number } & ({ image: Uint8Array } | { portraitSeed: string });

/** `error` is the reason why there are no images. */
export type ImageAnswer = { id: number } & ({ images: EncodedImage[] } | { error: string });

/** The child process of imageEncoder.ts. Without the parent it exits. */
sharp.cache(false);
// The parent bounds how many images are encoded at once, each by one thread.
sharp.concurrency(1);

async function execute(order: ImageOrder): Promise<ImageAnswer> {
  try {
    const bytes = 'image' in order ? Buffer.from(order.image) : await drawPortrait(order.portraitSeed);
    return { id: order.id, images: await encodeImage(bytes) };
  } catch (error) {
    return { id: order.id, error: error instanceof Error ? error.message : String(error) };
  }
}

// Ctrl-C in a terminal reaches all processes, and the parent may still need images until it has stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit(0));
process.on('message', (order: ImageOrder) => void execute(order).then((answer) => process.send?.(answer)));
