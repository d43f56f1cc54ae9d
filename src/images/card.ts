import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** What a share card shows. All names are in the language of the persona. */
export interface CardContent {
  locale: string;
  name: string;
  title: string;
  archetype: string;
  archetypeName: string;
  rarity: string | null;
  traits: { name: string; score: number }[];
  friends: number;
  portrait: Uint8Array | null;
  url: string;
}

export type CardSize = 'og' | 'square' | 'story';

const pixels: Record<CardSize, [width: number, height: number]> = {
  og: [1200, 630],
  square: [1080, 1080],
  story: [1080, 1920],
};

/** A stand-in until the designed card is merged: a flat PNG of the right size. */
export function drawCard(_content: CardContent, size: CardSize): Promise<Buffer> {
  const [width, height] = pixels[size];
  return sharp({ create: { width, height, channels: 3, background: '#241f38' } })
    .png()
    .toBuffer();
}

/** Identifies a card by everything that is drawn on it. */
export function cardHash({ portrait, ...content }: CardContent, size: CardSize): string {
  const hash = createHash('sha256').update(JSON.stringify([content, size]));
  return hash.update(portrait ?? '').digest('hex');
}
