import satori, { type Font } from 'satori';
import type { CardColors } from './cardColors.js';
import { brandStack, fontStacks, type FontStack } from './cardFonts.js';
import { type CardContent, cardPixels, type CardSize } from './cardContent.js';
import type { CardLayout } from './cardLayouts.js';
import { cardWording } from './cardWording.js';
import { drawableText } from './drawableText.js';
import { hasRadar, labelPlaces } from './drawRadar.js';
import { fitText } from './fitText.js';
import { column, line, row, type TextNode, textOf } from './textNodes.js';

/** Half the height of an axis's name with its score, in lines. */
const LABEL_LINES = 2.3;

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
  const { lines, fontSize } = fitText(drawableText(title, display) ?? kind, display, {
    width: box.width,
    maxLines: box.maxLines,
    sizes: box.titles,
  });
  const pill = {
    marginLeft: box.kind * 0.55,
    padding: `${box.kind * 0.1}px ${box.kind * 0.5}px`,
    border: `1.5px solid ${colors.accent}`,
    borderRadius: box.kind,
  };
  const kindNodes = fitText(kind, text, { width: box.width * 0.62, maxLines: 1, sizes: [box.kind, box.kind * 0.8] });
  return column(box, [
    ...eyebrow.lines.map((one) => line(one, text, eyebrow.fontSize, colors.textSoft)),
    ...lines.map((one, index) =>
      line(one, display, fontSize, colors.text, { lineHeight: 1.12, marginTop: index === 0 ? box.eyebrow * 0.35 : 0 }),
    ),
    row(
      [
        ...kindNodes.lines.map((one) => line(one, display, kindNodes.fontSize, colors.accentStrong)),
        ...(tier === null ? [] : [line(tier, text, box.kind * 0.74, colors.accentStrong, pill)]),
      ],
      { marginTop: box.kind * 0.6 },
    ),
    ...(friends > 0
      ? [line(words.measuredFrom(friends), text, box.small, colors.textSoft, { marginTop: box.kind * 0.5 })]
      : []),
  ]);
}

function labelNodes({ locale, traits }: CardContent, { radar }: CardLayout, colors: CardColors): TextNode[] {
  const { display, text } = fontStacks(locale);
  const gap = radar.label * 0.7;
  const height = radar.label * LABEL_LINES;
  return labelPlaces(traits.length, radar.center, radar.radius).map(({ x, y, side }, axis) => {
    const trait = traits[axis];
    const name = fitText(drawableText(trait?.name ?? '', text) ?? '', text, {
      width: radar.labelWidth,
      maxLines: 1,
      sizes: [radar.label, radar.label * 0.88, radar.label * 0.76],
    });
    const below = y > radar.center.y + radar.radius * 0.5;
    const above = side === 0 && !below;
    // Names below the gem go outwards from its middle, where they would meet.
    const left = below && side !== 0 ? radar.center.x + side * gap : x + side * gap;
    return column(
      {
        x: side === 0 ? left - radar.labelWidth / 2 : side < 0 ? left - radar.labelWidth : left,
        y: above ? y - gap - height : below ? y + gap * 0.7 : y - height / 2,
        width: radar.labelWidth,
        height,
        align: side === 0 ? 'center' : side < 0 ? 'right' : 'left',
        sits: above ? 'bottom' : below ? 'top' : 'middle',
      },
      [
        ...name.lines.map((one) => line(one, text, name.fontSize, colors.text, { lineHeight: 1.15 })),
        line(String(Math.round(trait?.score ?? 0)), display, radar.label, colors.accentStrong, { lineHeight: 1.1 }),
      ],
    );
  });
}

function invitationNode({ locale }: CardContent, { invitation: box }: CardLayout, colors: CardColors): TextNode {
  const { text } = fontStacks(locale);
  const { lines, fontSize } = fitText(cardWording[locale].invitation, text, box);
  return column(
    box,
    lines.map((one) => line(one, text, fontSize, colors.textSoft)),
  );
}

const fontsFor = (stacks: readonly FontStack[], text: string): Font[] =>
  [...new Set(stacks.flat())]
    .filter((font) => font.suits(text))
    .map(({ name, data }) => ({ name, data, weight: 400, style: 'normal' }));

/** All text of a card as paths. @returns an SVG document without a background */
export async function writeCard(
  content: CardContent,
  size: CardSize,
  layout: CardLayout,
  colors: CardColors,
): Promise<string> {
  const { width, height } = cardPixels[size];
  const { display, text } = fontStacks(content.locale);
  const root: TextNode = {
    type: 'div',
    props: {
      style: { display: 'flex', position: 'relative', width, height },
      children: [
        column(layout.brand, [line('Re:MirAI', brandStack, layout.brand.size, colors.text)]),
        headlineNode(content, layout, colors),
        ...(hasRadar(content) ? labelNodes(content, layout, colors) : []),
        invitationNode(content, layout, colors),
      ],
    },
  };
  const fonts = fontsFor([brandStack, display, text], textOf(root));
  return satori(root, { width, height, fonts });
}
