import sharp from 'sharp';
import type { CardContent, CardSize } from './card/cardContent.js';
import type { PictureContent } from './card/pictureContent.js';
import { drawPortrait } from './drawPortrait.js';
import { type EncodedImage, encodeImage } from './encodeImage.js';

/** Encode an image, or draw a portrait from a seed and encode it. */
export type EncodingWork = { image: Uint8Array } | { portraitSeed: string };

/** Paint a share card. */
export interface CardWork {
  card: CardContent;
  size: CardSize;
}

/** Paint another picture: the preview of a survey, or a shared reply. */
export interface PictureWork {
  picture: PictureContent;
}

/** Convert an illustration to PNG, without metadata. */
export interface ConversionWork {
  toPng: Uint8Array;
}

/** What the process is asked to do. */
export type ImageOrder = { id: number } & (EncodingWork | CardWork | PictureWork | ConversionWork);

/** `error` is the reason why there is nothing. A card is a PNG. */
export type ImageAnswer = { id: number } & (
  { images: EncodedImage[] } | { card: Buffer } | { error: string }
);

/** The child process of imageEncoder.ts. Without the parent it exits. */
sharp.cache(false);
// The parent bounds how many images are encoded at once, each by one thread.
sharp.concurrency(1);

async function execute(order: ImageOrder): Promise<ImageAnswer> {
  try {
    if ('card' in order) {
      // Loaded with the first card, because a process that encodes illustrations needs no fonts and no layout.
      const { paintCard } = await import('./card/paintCard.js');
      return { id: order.id, card: await paintCard(order.card, order.size) };
    }
    if ('picture' in order) {
      const { paintPicture } = await import('./card/paintPicture.js');
      return { id: order.id, card: await paintPicture(order.picture) };
    }
    if ('toPng' in order)
      return { id: order.id, card: await sharp(Buffer.from(order.toPng)).png().toBuffer() };
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
