/** About the tokens that a text costs: a quarter for a Latin letter, most of one for a Chinese or Korean one. */
export const estimateTokens = (text: string): number =>
  Math.ceil([...text].reduce((sum, character) => sum + (character > '\u2e80' ? 0.9 : 0.25), 0));

const token = /\s*[^\s\u3040-\u9fff\uac00-\ud7af]{1,5}|\s*[\u3040-\u9fff\uac00-\ud7af]{1,2}|\s+/gu;

/** Cuts a text into pieces of about one token. */
export const tokensOf = (text: string): string[] => text.match(token) ?? [];
