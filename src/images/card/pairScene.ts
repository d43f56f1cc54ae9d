import { cardColors } from './cardColors.js';
import { type FontStack, fontStacks } from './cardFonts.js';
import type { TextBox } from './cardLayouts.js';
import { pairWording, pictureWording } from './cardWording.js';
import { drawableText, LOOSE_MARKS } from './drawableText.js';
import { type FittedText, fitText } from './fitText.js';
import type { PairPicture } from './pictureContent.js';
import type { PictureScene } from './pictureScene.js';
import { column, line, row } from './textNodes.js';

const [WIDTH, HEIGHT, MARGIN, PADDING] = [1080, 1350, 72, 48];
const LINE_HEIGHT = 1.3;
const REASONS = { top: 694, bottom: HEIGHT - 280, gap: 20 };
/** Sizes to try for the reasons, all of which have the same. */
const reasonSizes = [38, 35, 32, 29, 26];

/** All reasons in the largest size in which they fit; in the smallest, those that do not fit are left out. */
function fitReasons(reasons: readonly string[], text: FontStack): FittedText[] {
  const space = REASONS.bottom - REASONS.top - 2 * PADDING;
  const heightOf = (fitted: readonly FittedText[]): number =>
    fitted.reduce((sum, { lines, fontSize }) => sum + lines.length * fontSize * LINE_HEIGHT + REASONS.gap, 0);
  let fitted: FittedText[] = [];
  for (const size of reasonSizes) {
    const limits = { width: WIDTH - 2 * MARGIN - 2 * PADDING, maxLines: 4, sizes: [size] };
    fitted = reasons.map((reason) => fitText(reason, text, limits));
    if (heightOf(fitted) <= space) return fitted;
  }
  while (heightOf(fitted) > space) fitted = fitted.slice(0, -1);
  return fitted;
}

/** Lays out the result of a comparison. */
export function pairScene({ locale, names, score, label, reasons, url }: PairPicture): PictureScene {
  const { display, text } = fontStacks(locale);
  const colors = cardColors('MYSTIC');
  const words = pairWording[locale];
  const shown = names.map((name) => drawableText(name, display));
  const [mine, theirs] = shown;
  const areShown = mine != null && theirs != null;
  const box = (y: number, height: number): TextBox => ({
    x: MARGIN,
    y,
    width: WIDTH - 2 * MARGIN,
    height,
    align: 'center',
    sits: 'middle',
  });
  const title = fitText(areShown ? words.pair(mine, theirs) : words.twoOfUs, display, {
    width: WIDTH - 2 * MARGIN,
    maxLines: 2,
    sizes: [62, 54, 47, 41, 36],
  });
  // Each reason has both names in it, so without the names there are no reasons.
  const said = fitReasons(
    areShown
      ? reasons.map((one) => (drawableText(one, text, { missing: '…' }) ?? '').replace(LOOSE_MARKS, ''))
      : [],
    text,
  );
  const textHeight = said.reduce((sum, one) => sum + one.lines.length * one.fontSize * LINE_HEIGHT, 0);
  const panelHeight = textHeight + Math.max(0, said.length - 1) * REASONS.gap + 2 * PADDING;
  const panel = {
    x: MARGIN,
    y: REASONS.top + (REASONS.bottom - REASONS.top - panelHeight) / 2,
    width: WIDTH - 2 * MARGIN,
    height: panelHeight,
  };
  const place: TextBox = {
    ...panel,
    x: panel.x + PADDING,
    width: panel.width - 2 * PADDING,
    align: 'left',
    sits: 'middle',
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    colors,
    mirror: { center: { x: WIDTH / 2, y: 220 }, radius: 150, score },
    brand: { x: MARGIN, y: HEIGHT - 200, width: 500, height: 44, align: 'left', sits: 'middle', size: 36 },
    texts: [
      column(
        box(396, 150),
        title.lines.map((one) => line(one, display, title.fontSize, colors.text)),
      ),
      column(box(556, 116), [
        row(
          [
            line(String(score), display, 104, colors.accentStrong, { lineHeight: 1 }),
            line(words.labels[label], display, 50, colors.text),
          ],
          { gap: 26 },
        ),
      ]),
      column(
        place,
        said.flatMap(({ lines, fontSize }, index) =>
          lines.map((one, at) =>
            line(one, text, fontSize, colors.text, {
              lineHeight: LINE_HEIGHT,
              marginTop: index > 0 && at === 0 ? REASONS.gap : 0,
            }),
          ),
        ),
      ),
      column({ x: MARGIN, y: HEIGHT - 150, width: 640, height: 60, align: 'left', sits: 'top' }, [
        line(pictureWording[locale].invitation, text, 28, colors.textSoft),
      ]),
    ],
    panel: said.length === 0 ? null : panel,
    qr: { url, right: WIDTH - MARGIN, bottom: HEIGHT - 72, edge: 170 },
  };
}
