import type { ImageSize } from '../schema/enums.js';
import type { IllustrationType, PersonaType } from '../schema/PersonaType.js';

const sizesInOrder: ImageSize[] = ['LARGE', 'MEDIUM', 'SMALL'];

/** One size of an illustration, with its URL. @param origin public origin of the app */
export function illustrationView(
  illustration: PersonaType['picture'],
  size: ImageSize,
  origin: string,
): IllustrationType | null {
  const chosen = illustration?.sizes[sizesInOrder.indexOf(size)];
  if (illustration === null || chosen === undefined) return null;
  return {
    url: `${origin}/images/${chosen.hash}.webp`,
    width: chosen.width,
    height: chosen.height,
    alt: illustration.alt,
    source: illustration.source,
  };
}
