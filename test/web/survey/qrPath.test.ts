import fc from 'fast-check';
import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { qrPath } from '../../../web/src/features/survey/rules/qrPath.js';

const url = 'https://mirai.example/s/4wplv0exqtTdBX7N7cH6jw';

/** Draws the rectangles of a path again. */
function drawn(path: string, size: number): boolean[] {
  const dark = Array.from({ length: size * size }, () => false);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let at = 0; at < Number(width); at += 1) dark[Number(y) * size + Number(x) + at] = true;
  return dark;
}

it('the path of a QR code has all of its dark modules and no other', () => {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  expect(drawn(qrPath(modules), modules.size)).toEqual([...modules.data].map(Boolean));
});

it('every pattern of modules is drawn correctly', () => {
  const squares = fc
    .integer({ min: 1, max: 12 })
    .chain((size) =>
      fc.tuple(fc.constant(size), fc.array(fc.boolean(), { minLength: size * size, maxLength: size * size })),
    );
  fc.assert(
    fc.property(squares, ([size, dark]) => {
      const path = qrPath({ size, get: (row, column) => dark[row * size + column] ?? false });
      expect(drawn(path, size)).toEqual(dark);
    }),
  );
});
