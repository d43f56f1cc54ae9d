const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const RIEUL = 8;
const IEUNG = 21;
/** How digits are read: 영 일 이 삼 사 오 육 칠 팔 구; their final consonants in the order of Unicode. */
const DIGIT_FINALS = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0];

/** Index of the final consonant as Unicode counts, 0 for none; null where a letter does not say. `ng` is one sound. */
function finalOf(end: string): number | null {
  if (/^ng$/i.test(end)) return IEUNG;
  const letter = [...end].at(-1) ?? '';
  const code = letter.codePointAt(0) ?? 0;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) return (code - FIRST_SYLLABLE) % 28;
  if (/\d/.test(letter)) return DIGIT_FINALS[Number(letter)] ?? 0;
  // Latin names: the letters that are mostly heard as a final consonant in Korean.
  if (/[a-z]/i.test(letter)) return /[lr]/i.test(letter) ? RIEUL : /[bckmnpt]/i.test(letter) ? 1 : 0;
  return null;
}

const PAIR =
  /(n?[^\s"'”’」』)\]])(["'”’」』)\]]*)\((은\/는|이\/가|을\/를|과\/와|으로\/로|이에요\/예요|아\/야|이\/)\)/giu;

/** Puts the right one of "(은/는)", "(이/가)", "(을/를)", "(과/와)", "(으로/로)" … behind each word. */
export function koreanParticles(text: string): string {
  return text.replace(PAIR, (_all, end: string, closing: string, pair: string) => {
    const [afterConsonant = '', afterVowel = ''] = pair.split('/');
    const final = finalOf(end);
    const isVowel = final === null || final === 0 || (pair === '으로/로' && final === RIEUL);
    return `${end}${closing}${isVowel ? afterVowel : afterConsonant}`;
  });
}
