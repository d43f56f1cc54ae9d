import QRCode from 'qrcode';
import type { CardColors } from './cardColors.js';

/** The standard's margin around the code, in modules. */
const QUIET = 4;
/** The tile is this much larger than code and margin, so that its round corners do not cut the margin. */
const BORDER = 6;

/**
 * A QR code on a light tile, on whole pixels, so that its edges are sharp.
 * @param edge the space for the tile; the tile is at most as large
 * @returns SVG elements, and the edge of the tile
 */
export function drawQr(
  url: string,
  { right, bottom, edge }: { right: number; bottom: number; edge: number },
  colors: CardColors,
): { svg: string; edge: number } {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * QUIET;
  const pixels = Math.max(1, Math.floor(edge / across));
  const tile = across * pixels;
  const [x, y] = [right - tile, bottom - tile];
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      path += `M${x + (column + QUIET) * pixels} ${y + (row + QUIET) * pixels}h${pixels}v${pixels}h-${pixels}z`;
    }
  return {
    edge: tile,
    svg: `<rect x="${x - BORDER}" y="${y - BORDER}" width="${tile + 2 * BORDER}" height="${tile + 2 * BORDER}" rx="${2 * BORDER}" fill="${colors.qrPaper}"/><path d="${path}" fill="${colors.qrInk}" shape-rendering="crispEdges"/>`,
  };
}
