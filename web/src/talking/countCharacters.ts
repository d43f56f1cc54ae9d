/**
 * Counts characters as the server does: code points of the text as it will be stored, normalized and trimmed.
 */
export const countCharacters = (text: string): number => [...text.normalize('NFC').trim()].length;
