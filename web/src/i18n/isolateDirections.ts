/** Characters that change the direction of the text after them, beyond the end of a name. */
const DIRECTION_CHARACTERS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Letters that are written from right to left, and what is between two of them. */
const RIGHT_TO_LEFT =
  '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]';
const RUN = new RegExp(`${RIGHT_TO_LEFT}(?:[^\\p{L}]*${RIGHT_TO_LEFT})*`, 'gu');
const [ISOLATE, END] = ['\u2068', '\u2069'];

/**
 * Isolates the parts of a message that are written from right to left, which are names and words of people: all
 * languages of the app are written from left to right. Otherwise the numbers and marks beside them would change places.
 */
export const isolateDirections = (text: string): string =>
  text.replace(DIRECTION_CHARACTERS, '').replace(RUN, `${ISOLATE}$&${END}`);
