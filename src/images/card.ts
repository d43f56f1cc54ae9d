import { createHash } from 'node:crypto';
import type { CardContent, CardSize } from './card/cardContent.js';
import type { PictureContent, SurveyPicture } from './card/pictureContent.js';
import { imageEncoder } from './imageEncoder.js';

export type { BubblePicture, PictureContent } from './card/pictureContent.js';
export { type CardContent, type CardSize, cardPixels } from './card/cardContent.js';

/** Rises with every change of how cards look, so that cached ones are drawn again. */
const LAYOUT_VERSION = 1;

/**
 * Draws a share card as PNG without metadata, in the image process: see `ImageEncoder`. The same content gives
 * the same bytes.
 * @throws Error if the portrait cannot be decoded, the URL is too long for a QR code, or the image process ended
 */
export const drawCard = (content: CardContent, size: CardSize): Promise<Buffer> =>
  imageEncoder.draw({ card: content, size });

/**
 * SHA-256 in hex of all that determines a card: equal if and only if the card is. Serves as a cache's key.
 * @param content with the portrait's hash in place of its bytes
 */
export function cardHash(
  content: Omit<CardContent, 'portrait'> & { portrait: string | null },
  size: CardSize,
): string {
  const { locale, name, title, archetype, archetypeName, rarity, traits, friends, portrait, url } = content;
  // An array, because the order of an object's keys is up to the caller.
  const canonical = JSON.stringify([
    LAYOUT_VERSION,
    size,
    locale,
    name,
    title,
    archetype,
    archetypeName,
    rarity,
    traits.map((trait) => [trait.name, trait.score]),
    friends,
    portrait,
    url,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** Draws another picture as PNG without metadata, in the image process. The same content gives the same bytes. */
export const drawPicture = (picture: PictureContent): Promise<Buffer> => imageEncoder.draw({ picture });

/** SHA-256 in hex of all that determines the preview of a survey. */
export const surveyPictureHash = ({ locale, name }: SurveyPicture): string =>
  createHash('sha256')
    .update(JSON.stringify([LAYOUT_VERSION, locale, name]))
    .digest('hex');
