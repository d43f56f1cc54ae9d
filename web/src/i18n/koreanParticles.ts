const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const RIEUL = 8;
const IEUNG = 21;
/** Unicode indices of the final consonants of the digits as they are read: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGIT_FINALS = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0];

/** The Unicode index of the final consonant: 0 for none, null if unknown. `ng` counts as one sound. */
function finalOf(end: string): number | null {
  if (/^ng$/i.test(end)) return IEUNG;
  const letter = [...end].at(-1) ?? '';
  const code = letter.codePointAt(0) ?? 0;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) return (code - FIRST_SYLLABLE) % 28;
  if (/\d/.test(letter)) return DIGIT_FINALS[Number(letter)] ?? 0;
  // Latin names: these letters are usually pronounced as a final consonant in Korean.
  if (/[a-z]/i.test(letter)) return /[lr]/i.test(letter) ? RIEUL : /[bckmnpt]/i.test(letter) ? 1 : 0;
  return null;
}

const PAIR =
  /(n?[^\s"'”’」』)\]])(["'”’」』)\]]*)\((은\/는|이\/가|을\/를|과\/와|으로\/로|이에요\/예요|아\/야|이\/)\)/giu;

/** Replaces "(은/는)", "(이/가)", "(을/를)", "(과/와)", "(으로/로)" … with the particle that fits the word before. */
export function resolveKoreanParticles(text: string): string {
  return text.replace(PAIR, (_all, end: string, closing: string, pair: string) => {
    const [afterConsonant = '', afterVowel = ''] = pair.split('/');
    const final = finalOf(end);
    const isVowel = final === null || final === 0 || (pair === '으로/로' && final === RIEUL);
    return `${end}${closing}${isVowel ? afterVowel : afterConsonant}`;
  });
}
