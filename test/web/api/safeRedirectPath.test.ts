import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeRedirectPath } from '../../../web/src/api/signIn.js';

const origin = 'https://mirai.example';

it.each(['/home', '/c/abc', '/surveys/1?tab=2#three', '/', '/welcomes?next=%2Fhome'])(
  '%s is a page of ours',
  (path) => {
    expect(safeRedirectPath(path, origin)).toBe(path);
  },
);

it.each([
  undefined,
  null,
  ['/home'],
  '',
  'home',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  '/welcome',
  '/Welcome/?next=%2Fhome',
  '/auth/callback',
])('%j leads home', (path) => {
  expect(safeRedirectPath(path, origin)).toBe('/home');
});

it('what it answers is read as a page of ours wherever it goes next', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '\t', '\n', ':', '@', '?', '#', '%2f', 'a'),
  });
  fc.assert(
    fc.property(hostile, (path) => {
      const answer = safeRedirectPath(`/${path}`, origin);
      expect(answer.startsWith('/')).toBe(true);
      expect(new URL(answer, origin).origin).toBe(origin);
    }),
  );
});
