import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { type FontLanguage, headingCharacters } from '../../../web/build/fonts/headingCharacters.js';

const styles: Record<FontLanguage, string> = { ko: 'korean', ja: 'japanese' };

/** The letters that a language's font files have, as its style sheet states. */
function lettersOf(language: FontLanguage): Set<string> {
  const file = resolve(import.meta.dirname, `../../../web/src/styles/fonts/${styles[language]}.css`);
  const codes = readFileSync(file, 'utf8').matchAll(/U\+([0-9a-f]+)/g);
  return new Set([...codes].map(([, code = '']) => String.fromCodePoint(parseInt(code, 16))));
}

it.each(['ko', 'ja'] as const)(
  'the font of headings has every letter of the app’s own headings: %s (run web/build/drawFonts.ts)',
  (language) => {
    const groups = headingCharacters(language);
    const letters = lettersOf(language);
    expect(groups.get('first')?.size).toBeGreaterThan(150);
    for (const [group, needed] of groups)
      expect([group, [...needed].filter((letter) => !letters.has(letter))]).toEqual([group, []]);
  },
);
