import type { CardColors } from './cardColors.js';
import type { CardLayout } from './cardLayouts.js';
import type { Point } from './polygons.js';
import type { TextNode } from './textNodes.js';

/** Where the mirror is. `radius` is half its height. */
interface MirrorPlace {
  center: Point;
  radius: number;
}

/** Where everything is in a picture, and its texts, measured and broken into lines. */
export interface PictureScene {
  width: number;
  height: number;
  colors: CardColors;
  /** One mirror, or two that overlap by a score of 0–100. */
  mirror: MirrorPlace & ({ portrait: Uint8Array | null; lit: 'whole' | 'third' } | { score: number });
  brand: CardLayout['brand'];
  texts: TextNode[];
  /** A panel behind the text. */
  panel: { x: number; y: number; width: number; height: number } | null;
  qr: { url: string; right: number; bottom: number; edge: number } | null;
}
