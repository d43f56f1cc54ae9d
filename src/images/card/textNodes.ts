import type { Font } from 'satori';
import { fontFor, type FontStack } from './cardFonts.js';
import type { TextBox } from './cardLayouts.js';

/** An element as satori takes it, without JSX. */
export interface TextNode {
  type: 'div';
  props: { style: Record<string, string | number>; children?: string | TextNode[] };
}

const crossAxis = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;
const mainAxis = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;

/** Nodes below each other in a box. */
export const column = (box: TextBox, children: TextNode[]): TextNode => ({
  type: 'div',
  props: {
    style: {
      position: 'absolute',
      left: box.x,
      top: box.y,
      width: box.width,
      height: box.height,
      display: 'flex',
      flexDirection: 'column',
      alignItems: crossAxis[box.align],
      justifyContent: mainAxis[box.sits],
    },
    children,
  },
});

/** Nodes beside each other. */
export const row = (children: TextNode[], style: TextNode['props']['style'] = {}): TextNode => ({
  type: 'div',
  props: { style: { display: 'flex', alignItems: 'center', ...style }, children },
});

/** One line of text: it was measured, so it is never broken. */
export const line = (
  text: string,
  stack: FontStack,
  fontSize: number,
  color: string,
  style: TextNode['props']['style'] = {},
): TextNode => ({
  type: 'div',
  props: {
    style: {
      display: 'flex',
      whiteSpace: 'pre',
      fontFamily: stack.map(({ name }) => name).join(', '),
      fontSize,
      // The strokes of a mincho vanish on a dark ground, and there is only this weight: satori makes it bolder.
      fontWeight: stack[0]?.name.startsWith('hina') ? 700 : 400,
      lineHeight: 1.2,
      color,
      ...style,
    },
    children: text,
  },
});

/** All texts in a tree. */
export const textOf = ({ props: { children = [] } }: TextNode): string =>
  typeof children === 'string' ? children : children.map(textOf).join('');

/** Only the files that a character of the text comes from: the one for Japanese takes 2.4 MB. */
export function fontsFor(stacks: readonly FontStack[], text: string): Font[] {
  const used = new Set([...new Set(text)].flatMap((one) => stacks.map((stack) => fontFor(stack, one))));
  return [...new Set(stacks.flat())]
    .filter((font) => used.has(font))
    .map(({ name, data }) => ({ name, data, weight: 400, style: 'normal' }));
}
