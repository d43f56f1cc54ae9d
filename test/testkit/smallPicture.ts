import { createHash } from 'node:crypto';
import sharp from 'sharp';

/**
 * A small picture of one colour, which depends on the prompt. The stand-in's own pictures take a third of the
 * time in which a persona is made, and few tests look at them.
 */
export function smallPicture(prompt: string): Promise<Buffer> {
  const [r = 0, g = 0, b = 0] = createHash('sha256').update(prompt).digest();
  return sharp({ create: { width: 64, height: 64, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
}
