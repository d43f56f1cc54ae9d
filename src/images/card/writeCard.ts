import satori from 'satori';
import type { CardColors } from './cardColors.js';
import { brandStack, fontStacks } from './cardFonts.js';
import { type CardContent, cardPixels, type CardSize } from './cardContent.js';
import type { CardLayout } from './cardLayouts.js';
import { cardWording } from './cardWording.js';
import { drawableText } from './drawableText.js';
import { BRAND, markWidth } from './drawBrandMark.js';
import { hasRadar, labelPlaces, shownScore } from './drawRadar.js';
import { fitText } from './fitText.js';
import { column, fontsFor, line, row, type TextNode, textOf } from './textNodes.js';

/** The height of an axis's name above its score, in lines. */
const LABEL_LINES = 2.4;

function headlineNode(
  { locale, name, title, archetypeName, rarity, friends }: CardContent,
  { headline: box }: CardLayout,
  colors: CardColors,
): TextNode {
  const { display, text } = fontStacks(locale);
  const words = cardWording[locale];
  const shownName = drawableText(name, text);
  const kind = drawableText(archetypeName, text) ?? '';
  const tier = rarity === null ? null : drawableText(rarity, text);
  const eyebrow = fitText(shownName === null ? words.seenByFriends : words.seenBy(shownName), text, {
    width: box.width,
    maxLines: 1,
    sizes: [box.eyebrow, box.eyebrow * 0.9, box.eyebrow * 0.8],
  });
  const shownTitle = drawableText(title, display);
  // Without a title of its own, a card has the archetype's name as its title, once.
  const { lines, fontSize } = fitText(shownTitle ?? kind, display, {
    ...box.title,
    width: box.width,
  });
  const kindLine = fitText(kind, display, {
    width: box.width * 0.62,
    maxLines: 1,
    sizes: [box.kind, box.kind * 0.9, box.kind * 0.8],
  });
  const tierLine = fitText(tier ?? '', text, {
    width: box.width * 0.28,
    maxLines: 1,
    sizes: [box.kind * 0.74, box.kind * 0.62],
  });
  const pill = {
    padding: `${box.kind * 0.1}px ${box.kind * 0.5}px`,
    border: `1.5px solid ${colors.accent}`,
    borderRadius: box.kind,
  };
  return column(box, [
    ...eyebrow.lines.map((one) => line(one, text, eyebrow.fontSize, colors.textSoft)),
    ...lines.map((one, index) =>
      line(one, display, fontSize, colors.text, {
        lineHeight: 1.1,
        marginTop: index === 0 ? box.eyebrow * 0.35 : 0,
      }),
    ),
    row(
      [
        ...(shownTitle === null ? [] : kindLine.lines).map((one) =>
          line(one, display, kindLine.fontSize, colors.accentStrong),
        ),
        ...(tier === null ? [] : tierLine.lines).map((one) =>
          line(one, text, tierLine.fontSize, colors.accentStrong, pill),
        ),
      ],
      { marginTop: box.kind * 0.6, gap: box.kind * 0.55 },
    ),
    ...(friends > 0 && box.small > 0
      ? [line(words.measuredFrom(friends), text, box.small, colors.textSoft, { marginTop: box.kind * 0.5 })]
      : []),
  ]);
}

function labelNodes({ locale, traits }: CardContent, { radar }: CardLayout, colors: CardColors): TextNode[] {
  const { display, text } = fontStacks(locale);
  const { label, labelWidth } = radar;
  const height = label * LABEL_LINES;
  const names = traits.map(({ name }) => drawableText(name, text) ?? '');
  const fitted = names.map((name) =>
    fitText(name, text, { width: labelWidth, maxLines: 1, sizes: [label, label * 0.9, label * 0.8] }),
  );
  const fontSize = Math.min(...fitted.map((one) => one.fontSize));
  return labelPlaces(traits.length, radar.center, radar.radius).map(({ x, y, side, level }, axis) => {
    const words = [
      ...(fitted[axis]?.lines ?? []).map((one) => line(one, text, fontSize, colors.text)),
      line(String(shownScore(traits[axis]?.score ?? 0)), display, fontSize, colors.accentStrong),
    ];
    const gap = label * 0.7;
    const width = labelWidth + label * 2;
    // Names below the gem go outwards from its middle, where they would meet.
    const start = level === 'below' ? radar.center.x + (side * gap) / 2 : x + side * gap;
    return column(
      {
        x: side === 0 ? x - width / 2 : side < 0 ? start - width : start,
        y: level === 'above' ? y - gap - height : level === 'below' ? y + gap * 0.8 : y - height / 2,
        width,
        height,
        align: side === 0 ? 'center' : side < 0 ? 'right' : 'left',
        sits: level === 'above' ? 'bottom' : level === 'below' ? 'top' : 'middle',
      },
      level === 'beside' ? words : [row(words, { gap: label * 0.35 })],
    );
  });
}

function noteNode(
  { locale, friends }: CardContent,
  { note, headline, qr }: CardLayout,
  colors: CardColors,
  tile: number,
): TextNode {
  const { text } = fontStacks(locale);
  const words = cardWording[locale];
  const { lines, fontSize } = fitText(
    headline.small === 0 && friends > 0 ? words.measuredFrom(friends) : words.invitation,
    text,
    note,
  );
  // A text above the QR code sits on its tile, whose size depends on the address.
  const y = note.sits === 'bottom' ? qr.bottom - tile - fontSize * 0.85 - note.height : note.y;
  return column(
    { ...note, y },
    lines.map((one) => line(one, text, fontSize, colors.textSoft)),
  );
}

/** All text of a card as paths. @returns an SVG document without a background */
export async function writeCard(
  content: CardContent,
  size: CardSize,
  layout: CardLayout,
  colors: CardColors,
  qrEdge: number,
): Promise<string> {
  const { width, height } = cardPixels[size];
  const { display, text } = fontStacks(content.locale);
  const root: TextNode = {
    type: 'div',
    props: {
      style: { display: 'flex', position: 'relative', width, height },
      children: [
        column(layout.brand, [
          row([
            line(BRAND, brandStack, layout.brand.size, colors.text, {
              marginLeft: markWidth(layout.brand.size),
            }),
          ]),
        ]),
        headlineNode(content, layout, colors),
        ...(hasRadar(content) ? labelNodes(content, layout, colors) : []),
        noteNode(content, layout, colors, qrEdge),
      ],
    },
  };
  const fonts = fontsFor([brandStack, display, text], textOf(root));
  return satori(root, { width, height, fonts });
}
