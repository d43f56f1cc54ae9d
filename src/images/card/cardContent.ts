import type { Locale } from '../../locale.js';
import type { Archetype } from '../../measurement/archetypes.js';

/** What a share card shows. All words but the card's own (see cardWording.ts) come from the caller. */
export interface CardContent {
  locale: Locale;
  name: string;
  title: string;
  archetype: Archetype;
  archetypeName: string;
  /** The name of the rarity; null hides it. */
  rarity: string | null;
  /** In the order of the axes, clockwise from the top. Scores are 0–100. Fewer than three are not drawn. */
  traits: { name: string; score: number }[];
  /** How many friends' answers were measured. */
  friends: number;
  /** The illustration as WebP; without it, the gem is drawn empty. */
  portrait: Uint8Array | null;
  /** Where the QR code leads. */
  url: string;
}

/** The link preview, a post, and a story. */
export type CardSize = 'og' | 'square' | 'story';

/** Pixels of each size. */
export const cardPixels: Record<CardSize, { width: number; height: number }> = {
  og: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
};
