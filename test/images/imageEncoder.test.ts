import { getPriority } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ImageEncoder, MAX_ENCODING } from '../../src/images/imageEncoder.js';

const picture = (edge: number): Promise<Buffer> =>
  sharp({ create: { width: edge, height: edge, channels: 3, background: '#5b3a8c' } })
    .png()
    .toBuffer();

it('images beyond the bound wait, and all of them are encoded', async () => {
  const encoder = new ImageEncoder();
  const image = await picture(200);
  let ended = 0;
  let most = 0;
  const all = Array.from({ length: MAX_ENCODING + 4 }, () =>
    encoder.run({ image }).finally(() => (ended += 1)),
  );
  while (ended < all.length) {
    most = Math.max(most, encoder.encoding);
    await nextTurn();
  }
  expect(most).toBe(MAX_ENCODING);
  for (const images of await Promise.all(all))
    expect(images.map(({ width }) => width)).toEqual([1024, 512, 256]);
});

it('image work has a lower priority than this process', async () => {
  const encoder = new ImageEncoder();
  await encoder.run({ image: await picture(10) });
  expect(getPriority(encoder.pid ?? 0)).toBeGreaterThan(getPriority());
});

it('an image process that dies fails the images in work alone', async () => {
  const encoder = new ImageEncoder();
  await encoder.run({ image: await picture(10) });
  const image = await picture(3000);
  const images = Array.from({ length: MAX_ENCODING + 1 }, () => encoder.run({ image }));
  while (encoder.encoding < MAX_ENCODING) await nextTurn();
  process.kill(encoder.pid ?? 0, 'SIGKILL');
  const outcomes = await Promise.allSettled(images);
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...Array<string>(MAX_ENCODING).fill('rejected'),
    'fulfilled',
  ]);
});
