/**
 * Characters that are dropped from what people write: controls, what turns the direction of a whole line, and what
 * is invisible and carries nothing. Joiners, variation selectors and combining marks are kept, because emoji,
 * Persian, Indic scripts and Japanese names need them, and so is the tag sequence of a flag such as Scotland's.
 * A flag has at most six tags and an end: more would be a hidden message, and an unbounded search for their flag slow.
 */
const DROPPED =
  /(?![\n\t])[\p{Cc}\p{Cs}\p{Co}\u00ad\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e001f}]|(?<!\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{0,6})[\u{e0020}-\u{e007f}]/gu;

/** White space and everything that no reader sees. U+2800 is a Braille pattern without dots. */
const UNSEEN = /[\s\p{Cc}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const LINE_BREAKS = /\r\n?|[\u2028\u2029]/g;

/** What people wrote, as it is stored: in NFC, trimmed, and without characters that mislead a reader. */
export const cleanText = (text: string): string =>
  text.replace(LINE_BREAKS, '\n').replace(DROPPED, '').normalize('NFC').trim();

/** The same as one line, for names and titles. */
export const cleanLine = (text: string): string => cleanText(text.replace(/\s+/g, ' '));

/** Whether a reader would see nothing. */
export const isBlank = (text: string): boolean => text.replace(UNSEEN, '') === '';

/** Whether a database can store a text: PostgreSQL stores neither NUL nor half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
