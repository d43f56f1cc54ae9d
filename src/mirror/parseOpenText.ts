const MAX_CODE_POINTS = 140;

/** White space and what no font shows: a text of nothing else is blank to every reader. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A friend's line: well-formed Unicode without NUL (PostgreSQL stores neither), not blank, at most 140 code points, as
 * people count. NFC and trimmed, so that two keyboards write the same text.
 */
export function parseOpenText(
  raw: unknown,
): { text: string; problem?: undefined } | { text?: undefined; problem: string } {
  const tooLong = { problem: `A text has at most ${MAX_CODE_POINTS} characters.` };
  if (typeof raw !== 'string') return { problem: 'A text is needed.' };
  // Even as pairs, decomposed and padded, 140 characters do not fill this: a megabyte is refused before it is worked on.
  if (raw.length > MAX_CODE_POINTS * 16) return tooLong;
  if (!raw.isWellFormed() || raw.includes('\0'))
    return { problem: 'The text holds characters that are not text.' };
  const text = raw.normalize('NFC').trim();
  if (text.replace(unseen, '') === '') return { problem: 'A text must not be blank.' };
  return [...text].length > MAX_CODE_POINTS ? tooLong : { text };
}
