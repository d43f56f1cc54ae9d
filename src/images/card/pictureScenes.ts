import { cardColors } from './cardColors.js';
import { fontStacks } from './cardFonts.js';
import type { TextBox } from './cardLayouts.js';
import { pictureWording } from './cardWording.js';
import { drawableText, LOOSE_MARKS } from './drawableText.js';
import { type FittedText, fitText } from './fitText.js';
import { pairScene } from './pairScene.js';
import type { BubblePicture, PictureContent, SurveyPicture } from './pictureContent.js';
import type { PictureScene } from './pictureScene.js';
import { column, line } from './textNodes.js';

function surveyScene({ locale, name }: SurveyPicture): PictureScene {
  const { display, text } = fontStacks(locale);
  const colors = cardColors('MYSTIC');
  const words = pictureWording[locale];
  const box: TextBox = { x: 84, y: 116, width: 580, height: 420, align: 'left', sits: 'middle' };
  const shown = drawableText(name, display);
  const question = fitText(shown === null ? words.askMe : words.ask(shown), display, {
    width: box.width,
    height: 300,
    maxLines: 4,
    sizes: [92, 84, 76, 68, 60, 53, 47, 41],
  });
  return {
    width: 1200,
    height: 630,
    colors,
    mirror: { center: { x: 922, y: 315 }, radius: 252, portrait: null, lit: 'third' },
    brand: { x: 84, y: 62, width: 500, height: 38, align: 'left', sits: 'middle', size: 30 },
    texts: [
      column(box, [
        ...question.lines.map((one) =>
          line(one, display, question.fontSize, colors.text, { lineHeight: 1.15 }),
        ),
        line(words.promise, text, 30, colors.accentStrong, { marginTop: 28 }),
      ]),
    ],
    panel: null,
    qr: null,
  };
}

/** More than fits, so that what is cut ends with an ellipsis. */
const BUBBLE_LENGTH = 2_000;
const BUBBLE_LINE = 1.32;
const BUBBLE_PADDING = 52;
const BUBBLE_SMALLEST = 33;

function bubbleScene(content: BubblePicture): PictureScene {
  const { locale, name, text: reply, archetype, archetypeName, portrait, url } = content;
  const { display, text } = fontStacks(locale);
  const colors = cardColors(archetype);
  const words = pictureWording[locale];
  const [width, height, margin] = [1080, 1350, 72];
  const inner = width - 2 * margin - 2 * BUBBLE_PADDING;
  const bottom = url === null ? height - 150 : height - 290;
  const top = 452;
  const space = (bottom - top - 2 * BUBBLE_PADDING) / BUBBLE_LINE;
  const said: FittedText = fitText(
    drawableText(reply, text, { maxLength: BUBBLE_LENGTH, missing: '…' })?.replace(LOOSE_MARKS, '') ?? '…',
    text,
    {
      width: inner,
      height: space,
      maxLines: Math.floor(space / BUBBLE_SMALLEST),
      sizes: [58, 52, 47, 43, 39, 36, BUBBLE_SMALLEST],
      isParagraph: true,
    },
  );
  const panelHeight = said.lines.length * said.fontSize * BUBBLE_LINE + 2 * BUBBLE_PADDING;
  const shownName = drawableText(name, text);
  const title = fitText(shownName === null ? words.myMirror : words.mirrorOf(shownName), display, {
    width: width - 2 * margin,
    maxLines: 1,
    sizes: [50, 44, 38, 33],
  });
  const head: TextBox = {
    x: margin,
    y: 330,
    width: width - 2 * margin,
    height: 100,
    align: 'center',
    sits: 'top',
  };
  const panel = {
    x: margin,
    y: top + Math.max(0, (bottom - top - panelHeight) / 3),
    width: width - 2 * margin,
    height: panelHeight,
  };
  const place: TextBox = {
    x: panel.x + BUBBLE_PADDING,
    y: panel.y,
    width: inner,
    height: panel.height,
    align: 'left',
    sits: 'middle',
  };
  return {
    width,
    height,
    colors,
    mirror: { center: { x: width / 2, y: 188 }, radius: 128, portrait, lit: 'whole' },
    brand:
      url === null
        ? {
            x: margin,
            y: height - 110,
            width: width - 2 * margin,
            height: 44,
            align: 'center',
            sits: 'middle',
            size: 34,
          }
        : { x: margin, y: height - 200, width: 500, height: 44, align: 'left', sits: 'middle', size: 36 },
    texts: [
      column(head, [
        ...title.lines.map((one) => line(one, display, title.fontSize, colors.text)),
        line(drawableText(archetypeName, text) ?? '', text, 30, colors.accentStrong, { marginTop: 6 }),
      ]),
      column(
        place,
        said.lines.map((one) => line(one, text, said.fontSize, colors.text, { lineHeight: BUBBLE_LINE })),
      ),
      ...(url === null
        ? []
        : [
            column({ x: margin, y: height - 150, width: 640, height: 60, align: 'left', sits: 'top' }, [
              line(words.invitation, text, 28, colors.textSoft),
            ]),
          ]),
    ],
    panel,
    qr: url === null ? null : { url, right: width - margin, bottom: height - 72, edge: 170 },
  };
}

/** Lays out a picture. */
export const sceneOf = (content: PictureContent): PictureScene =>
  content.kind === 'survey'
    ? surveyScene(content)
    : content.kind === 'pair'
      ? pairScene(content)
      : bubbleScene(content);
