const MAX_CODE_POINTS = 140;

/** White space and invisible characters. A text of nothing else is blank to every reader. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Validates a friend's line: well-formed Unicode without NUL (PostgreSQL stores neither lone surrogates nor
 * NUL), not blank, at most 140 code points, which is how people count. The result is trimmed and in NFC, so
 * that two keyboards produce the same text.
 */
export function parseOpenText(
  raw: unknown,
): { text: string; problem?: undefined } | { text?: undefined; problem: string } {
  const tooLong = { problem: `A text has at most ${MAX_CODE_POINTS} characters.` };
  if (typeof raw !== 'string') return { problem: 'Text is required.' };
  // 140 characters never exceed this, even as surrogate pairs, decomposed and padded. A megabyte is refused
  // before any work is done on it.
  if (raw.length > MAX_CODE_POINTS * 16) return tooLong;
  if (!raw.isWellFormed() || raw.includes('\0')) return { problem: 'The text contains invalid characters.' };
  const text = raw.normalize('NFC').trim();
  if (text.replace(unseen, '') === '') return { problem: 'A text must not be blank.' };
  return [...text].length > MAX_CODE_POINTS ? tooLong : { text };
}
