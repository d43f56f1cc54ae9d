import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { emblems as asked } from '../../../src/ai/prompts/personaText.js';
import { emblems } from '../../../stand-ins/openai/pictures/emblems.js';
import { renderPicture } from '../../../stand-ins/openai/pictures/glassPicture.js';

describe("the stand-in's picture", () => {
  it('is a PNG of 1024 by 1024, the same for the same prompt and another for another', async () => {
    const [one, again, other] = await Promise.all(['a harbour', 'a harbour', 'a forest'].map(renderPicture));
    expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1024, height: 1024 });
    expect(again?.equals(one ?? Buffer.alloc(0))).toBe(true);
    expect(other?.equals(one ?? Buffer.alloc(0))).toBe(false);
  });

  it('has an emblem for every archetype', () => {
    const words = Object.keys(emblems);
    const unknown = Object.values(asked).filter(({ EN }) => !words.some((word) => EN.includes(word)));
    expect(unknown).toEqual([]);
  });

  it('draws a prompt that looks like markup, too', async () => {
    await expect(renderPicture('"/><script>&</svg>')).resolves.toBeInstanceOf(Buffer);
  });
});
