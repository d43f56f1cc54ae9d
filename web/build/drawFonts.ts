import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { type FontLanguage, headingCharacters } from './fonts/headingCharacters.js';
import { subsetFont } from './fonts/subset.js';
import { readWoff, writeWoff2 } from './fonts/woff.js';

/**
 * Cuts the fonts of Korean and Japanese headings down to what the app itself says, into web/src/styles/fonts:
 * `node --import tsx web/build/drawFonts.ts`. The files are committed, so that a build needs no subsetter; a test
 * fails when headings need more letters than the fonts have.
 */

const fonts: Record<FontLanguage, { file: string; style: string; family: string }> = {
  ko: { file: 'gowun-batang', style: 'korean', family: 'Gowun Batang' },
  ja: { file: 'hina-mincho', style: 'japanese', family: 'Hina Mincho' },
};
const BRAND = 'Re:MirAI';
/** Without the space, which occurs in every heading and would load the file for each. */
const LATIN = Array.from({ length: 0x7e - 0x21 + 1 }, (_, index) => String.fromCodePoint(0x21 + index));

const folder = fileURLToPath(new URL('../src/styles/fonts', import.meta.url));
const sourceOf = async (font: string, script: string): Promise<Buffer> => {
  const file = `../../node_modules/@fontsource/${font}/files/${font}-${script}-400-normal.woff`;
  return readWoff(await readFile(fileURLToPath(new URL(file, import.meta.url))));
};

/** Writes a font file. @returns the rule that loads it for its letters */
async function draw(
  family: string,
  name: string,
  source: Buffer,
  letters: Iterable<string>,
): Promise<string> {
  await writeFile(`${folder}/${name}.woff2`, writeWoff2(await subsetFont(source, letters)));
  const codes = [...letters].map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).sort();
  return `@font-face {
    font-family: '${family}';
    font-display: swap;
    src: url('./${name}.woff2') format('woff2');
    unicode-range: ${[...new Set(codes)].join(', ')};
  }`;
}

const brand = await draw('Fraunces Brand', 'brand', await sourceOf('fraunces', 'latin'), BRAND);
for (const language of Object.keys(fonts) as FontLanguage[]) {
  const { file, style, family } = fonts[language];
  const source = await sourceOf(file, style);
  const rules = [brand, await draw(family, `${file}-latin`, await sourceOf(file, 'latin'), LATIN)];
  for (const [group, letters] of headingCharacters(language))
    rules.push(await draw(family, `${file}-${group}`, source, letters));
  const path = `${folder}/${style}.css`;
  const css = `/* Written by web/build/drawFonts.ts. */\n${rules.join('\n')}`;
  await writeFile(path, await format(css, { ...(await resolveConfig(path)), filepath: path }));
}
