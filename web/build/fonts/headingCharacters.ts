import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Headings are short. Longer texts are set in the system's font. In characters. */
const MAX_HEADING = { ko: 24, ja: 20 };

/** Syllables of the most frequent Korean surnames and given names, which headings name. */
const KOREAN_NAMES =
  '가강건겸경고곽광교구국권규균근금기김나남노다단담대도동두라람래량련령로루류리린림마만명모목무문미민박방배백범별병보봉빈빛산상새샘서석선설섭성세소손솔송수숙순슬승시신아안양연영예오옥온완용우욱운웅원월유육윤율은을음의이인일임자장재전정제조종주준중지진찬창채천철초최춘충치태하한해향허현형혜호홍화환황효훈휘희';

/** Japanese names are written with thousands of kanji, which the system's font has. */
const HIRAGANA = Array.from({ length: 0x56 }, (_, index) => String.fromCodePoint(0x3041 + index)).join('');
const PUNCTUATION = '、。・「」『』ー〜（），：；？！';

const names = { ko: KOREAN_NAMES, ja: HIRAGANA };
/** Areas of messages that people read before they have an account. */
const FIRST = /^first\//;
/** Areas with many letters that no other area needs: each such group of letters is a file of its own. */
const LARGE = { persona: /^(?:persona|traits)\.json$/, chat: /^chat\.json$/, privacy: /^privacy\.json$/ };
const sources = {
  ko: 'korean',
  ja: 'japanese',
};

export type FontLanguage = keyof typeof names;

const path = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

function shortTexts(value: unknown, most: number): string {
  if (typeof value === 'string') return value.length <= most ? value : '';
  return Object.values(value as object)
    .map((one) => shortTexts(one, most))
    .join('');
}

/** The letters of a language among the characters of a text. */
const lettersIn = (text: string): Set<string> =>
  new Set(text.match(/[\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]/gu));

/** The groups of letters in headings: a page loads the files of the groups that its headings need. */
export type FontGroup = 'first' | 'app' | 'questions' | keyof typeof LARGE;

/**
 * The letters of headings in a language, each in one group: `first` for those of the first pages and of names, the group
 * of a large area or of the questions for those that nothing else needs, and `app` for all others.
 */
export function headingCharacters(language: FontLanguage): Map<FontGroup, Set<string>> {
  const folder = path(`web/src/i18n/messages/${language}`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const areaOf = (file: string): FontGroup => {
    if (FIRST.test(file)) return 'first';
    const large = (Object.keys(LARGE) as (keyof typeof LARGE)[]).find((name) => LARGE[name].test(file));
    return large ?? 'app';
  };
  const areas = new Map<string, Set<FontGroup>>();
  const add = (text: string, area: FontGroup): void => {
    for (const letter of lettersIn(text)) areas.set(letter, (areas.get(letter) ?? new Set()).add(area));
  };
  add(`${names[language]}${PUNCTUATION}`, 'first');
  for (const file of files)
    add(
      shortTexts(JSON.parse(readFileSync(join(folder, file), 'utf8')), MAX_HEADING[language]),
      areaOf(file),
    );
  add(readFileSync(path(`src/measurement/questionnaire/${sources[language]}.ts`), 'utf8'), 'questions');

  const groups = new Map<FontGroup, Set<string>>();
  for (const [letter, needed] of areas) {
    const [only] = needed;
    const group = needed.has('first') ? 'first' : needed.size === 1 && only !== undefined ? only : 'app';
    groups.set(group, (groups.get(group) ?? new Set()).add(letter));
  }
  return groups;
}
