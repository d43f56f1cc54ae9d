import type { CardSize } from './cardContent.js';
import type { Point } from './polygons.js';

/** A place for text. */
export interface TextBox {
  x: number;
  y: number;
  width: number;
  height: number;
  align: 'left' | 'center' | 'right';
  /** Where the text is if it is lower than the box. */
  sits: 'top' | 'middle' | 'bottom';
}

/** Where everything is on a card, in pixels. */
export interface CardLayout {
  brand: TextBox & { size: number };
  mirror: { center: Point; radius: number };
  /** Who, the title, the archetype, and how many friends. */
  headline: TextBox & { eyebrow: number; titles: readonly number[]; maxLines: number; kind: number; small: number };
  radar: { center: Point; radius: number; label: number; labelWidth: number };
  qr: { right: number; bottom: number; edge: number };
  invitation: TextBox & { sizes: readonly number[]; maxLines: number };
}

export const cardLayouts: Record<CardSize, CardLayout> = {
  og: {
    brand: { x: 584, y: 44, width: 560, height: 40, align: 'left', sits: 'middle', size: 29 },
    mirror: { center: { x: 302, y: 315 }, radius: 276 },
    headline: {
      x: 584,
      y: 96,
      width: 560,
      height: 270,
      align: 'left',
      sits: 'middle',
      eyebrow: 27,
      titles: [78, 72, 66, 60, 54, 48, 42, 36],
      maxLines: 3,
      kind: 29,
      small: 21,
    },
    radar: { center: { x: 766, y: 484 }, radius: 82, label: 19, labelWidth: 112 },
    qr: { right: 1146, bottom: 586, edge: 150 },
    invitation: { x: 900, y: 372, width: 246, height: 56, align: 'right', sits: 'bottom', sizes: [21, 19], maxLines: 2 },
  },
  square: {
    brand: { x: 64, y: 52, width: 400, height: 44, align: 'left', sits: 'middle', size: 34 },
    mirror: { center: { x: 330, y: 400 }, radius: 292 },
    headline: {
      x: 64,
      y: 712,
      width: 730,
      height: 312,
      align: 'left',
      sits: 'bottom',
      eyebrow: 31,
      titles: [88, 82, 76, 70, 64, 56, 48, 42],
      maxLines: 2,
      kind: 34,
      small: 25,
    },
    radar: { center: { x: 818, y: 392 }, radius: 128, label: 24, labelWidth: 150 },
    qr: { right: 1020, bottom: 1020, edge: 190 },
    invitation: { x: 814, y: 730, width: 206, height: 88, align: 'right', sits: 'bottom', sizes: [25, 22], maxLines: 3 },
  },
  // Instagram covers the upper and lower 250 pixels.
  story: {
    brand: { x: 90, y: 250, width: 900, height: 50, align: 'center', sits: 'middle', size: 40 },
    mirror: { center: { x: 540, y: 660 }, radius: 340 },
    headline: {
      x: 80,
      y: 1010,
      width: 920,
      height: 320,
      align: 'center',
      sits: 'middle',
      eyebrow: 36,
      titles: [104, 96, 88, 80, 72, 64, 56, 48],
      maxLines: 2,
      kind: 40,
      small: 30,
    },
    radar: { center: { x: 340, y: 1500 }, radius: 120, label: 27, labelWidth: 160 },
    qr: { right: 950, bottom: 1600, edge: 220 },
    invitation: { x: 660, y: 1606, width: 360, height: 60, align: 'center', sits: 'top', sizes: [27, 24], maxLines: 2 },
  },
};
