/** As the server counts: code points of the text as it will be stored, without blanks around it. */
export const countCharacters = (text: string): number => [...text.normalize('NFC').trim()].length;
