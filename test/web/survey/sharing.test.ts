import fc from 'fast-check';
import { create } from 'qrcode';
import { expect, it } from 'vitest';
import { invitationText, messengerLinks } from '../../../web/src/features/survey/rules/invitation.js';
import { qrPath } from '../../../web/src/features/survey/rules/qrPath.js';

const url = 'https://mirai.example/s/4wplv0exqtTdBX7N7cH6jw';

it.each(['EN', 'KO', 'JA'] as const)(
  'every messenger gets the %s invitation and the link, whole',
  (locale) => {
    const invitation = invitationText(locale);
    for (const { name, href } of messengerLinks(invitation, url)) {
      const query = new URL(href).searchParams;
      const said = [...query.values()].join(' ');
      expect(said, name).toContain(invitation.text);
      expect(said, name).toContain(url);
    }
  },
);

it('spaces are sent as %20, which mail programs read, and not as a plus', () => {
  for (const { href } of messengerLinks(invitationText('EN'), url)) expect(href).not.toContain('+');
});

it('the invitation leaves for messengers over TLS only', () => {
  const protocols = messengerLinks(invitationText('EN'), url).map(({ href }) => new URL(href).protocol);
  expect(new Set(protocols)).toEqual(new Set(['https:', 'mailto:']));
});

/** Draws the rectangles of a path again. */
function drawn(path: string, size: number): boolean[] {
  const dark = Array.from({ length: size * size }, () => false);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let at = 0; at < Number(width); at += 1) dark[Number(y) * size + Number(x) + at] = true;
  return dark;
}

it('the picture of a QR code has every module of it, and no other', () => {
  const { modules } = create(url, { errorCorrectionLevel: 'M' });
  expect(drawn(qrPath(modules), modules.size)).toEqual([...modules.data].map(Boolean));
});

it('any pattern of modules is drawn as it is', () => {
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
