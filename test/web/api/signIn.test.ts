import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeRedirectPath } from '../../../web/src/api/signIn.js';

const origin = 'https://mirai.example';

it.each(['/home', '/c/abc', '/surveys/1?tab=2#three', '/', '/welcomes?next=%2Fhome'])(
  '%s is a page of the app',
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

it('the result is a page of the app for every later parser', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '\t', '\n', ':', '@', '?', '#', '%2f', 'a'),
  });
  fc.assert(
    fc.property(hostile, (wanted) => {
      const path = safeRedirectPath(`/${wanted}`, origin);
      expect(path.startsWith('/')).toBe(true);
      expect(new URL(path, origin).origin).toBe(origin);
    }),
  );
});
