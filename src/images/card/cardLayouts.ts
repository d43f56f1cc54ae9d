import type { CardSize } from './cardContent.js';
import type { TextLimits } from './fitText.js';
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
  headline: TextBox & {
    eyebrow: number;
    title: Omit<TextLimits, 'width'>;
    kind: number;
    /** 0 if the number of friends is beside the QR code. */
    small: number;
  };
  radar: { center: Point; radius: number; label: number; labelWidth: number };
  qr: { right: number; bottom: number; edge: number };
  /** The call to the reader, or how many friends. */
  note: TextBox & TextLimits;
}

export const cardLayouts: Record<CardSize, CardLayout> = {
  og: {
    brand: { x: 584, y: 38, width: 562, height: 38, align: 'left', sits: 'middle', size: 27 },
    mirror: { center: { x: 304, y: 324 }, radius: 272 },
    headline: {
      x: 584,
      y: 90,
      width: 562,
      height: 272,
      align: 'left',
      sits: 'middle',
      eyebrow: 28,
      title: { height: 154, maxLines: 3, sizes: [102, 95, 88, 82, 77, 72, 66, 60, 56, 52, 47, 42, 37] },
      kind: 31,
      small: 0,
    },
    radar: { center: { x: 766, y: 500 }, radius: 78, label: 20, labelWidth: 146 },
    qr: { right: 1146, bottom: 588, edge: 150 },
    note: {
      x: 926,
      y: 372,
      width: 220,
      height: 60,
      align: 'right',
      sits: 'bottom',
      sizes: [21, 19],
      maxLines: 2,
    },
  },
  square: {
    brand: { x: 64, y: 50, width: 400, height: 44, align: 'left', sits: 'middle', size: 34 },
    mirror: { center: { x: 302, y: 360 }, radius: 264 },
    headline: {
      x: 64,
      y: 640,
      width: 696,
      height: 382,
      align: 'left',
      sits: 'bottom',
      eyebrow: 32,
      title: { height: 184, maxLines: 3, sizes: [118, 110, 101, 92, 86, 80, 74, 68, 61, 55, 50, 45, 40] },
      kind: 36,
      small: 26,
    },
    radar: { center: { x: 806, y: 372 }, radius: 120, label: 23, labelWidth: 166 },
    qr: { right: 1018, bottom: 1018, edge: 190 },
    note: {
      x: 770,
      y: 700,
      width: 250,
      height: 96,
      align: 'right',
      sits: 'bottom',
      sizes: [26, 24, 22],
      maxLines: 2,
    },
  },
  // Instagram covers the upper and lower 250 pixels.
  story: {
    brand: { x: 90, y: 252, width: 900, height: 50, align: 'center', sits: 'middle', size: 40 },
    mirror: { center: { x: 540, y: 614 }, radius: 298 },
    headline: {
      x: 80,
      y: 926,
      width: 920,
      height: 386,
      align: 'center',
      sits: 'middle',
      eyebrow: 38,
      title: { height: 172, maxLines: 3, sizes: [124, 116, 108, 100, 93, 86, 80, 73, 66, 59, 52, 46] },
      kind: 42,
      small: 31,
    },
    radar: { center: { x: 366, y: 1506 }, radius: 122, label: 27, labelWidth: 196 },
    qr: { right: 912, bottom: 1572, edge: 222 },
    note: {
      x: 610,
      y: 1588,
      width: 400,
      height: 76,
      align: 'center',
      sits: 'top',
      sizes: [29, 26],
      maxLines: 2,
    },
  },
};
