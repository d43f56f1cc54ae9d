/** The last pronounced character, ignoring closing quotes and brackets. */
const spokenEnd = (text: string): string => text.replace(/[\p{P}\p{S}\s]+$/u, '').at(-1) ?? '';

/** Both forms for words in other scripts: 은(는), and for the copula the usual (이)라는, (이)에요. */
function bothForms(closed: string, open: string): string {
  const copula = closed === `이${open}` || closed === '이에요';
  return copula ? `(이)${closed.slice(1)}` : `${closed}(${open})`;
}

/**
 * The form of a Korean particle that fits the word before it.
 * @param pair both forms, the one after a final consonant first: '은/는', '이/가', '을/를', '이에요/예요', '으로/로'
 * @returns the fitting form, or "은(는)" after a word whose last sound is not written in Hangul
 */
export function koreanParticle(word: string, pair: string): string {
  const [closed = '', open = ''] = pair.split('/');
  const offset = (spokenEnd(word).codePointAt(0) ?? 0) - 0xac00;
  if (offset < 0 || offset >= 11_172) return bothForms(closed, open);
  const final = offset % 28;
  // ㄹ (8) counts as open before 로: 서울로, 물로.
  const isOpen = final === 0 || (pair === '으로/로' && final === 8);
  return isOpen ? open : closed;
}

/** Replaces placeholders: `{name}`, or `{words:이/가}` for a value followed by the matching Korean particle. */
export function fillPhrase(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)(?::([^}]+))?\}/g, (_, key: string, pair: string | undefined) => {
    const value = values[key];
    if (value === undefined) throw new Error(`The phrase needs a value for ${key}.`);
    return pair === undefined ? value : `${value}${koreanParticle(value, pair)}`;
  });
}
