import { type DirectBook, ownDescriptions } from '../directBook.js';
import { directEn } from './direct.js';

/** Practice mode: only the person has answered. */
export const directOwnEn: DirectBook = {
  ...directEn,
  descriptions: ownDescriptions(directEn.descriptions, 'they drew', 'your own answers draw'),
  tooFew: [
    'I cannot say yet, because your own answers do not tell.',
    'That part of the glass is still dark: your own answers leave it open.',
  ],
  chosen: [
    'Yes: {words} is one of the words you chose.',
    'You say so yourself: {words} is a word you picked.',
  ],
  authorsUnknown: [
    'Nobody but you has answered yet, so nobody else has said anything.',
    'There is only one voice in me so far, and it is your own.',
  ],
  unshown: [
    'Your own answers do not show that, so I would only be guessing.',
    directEn.unshown[1],
    'No answer of yours says anything about that, and I would rather not make it up.',
  ],
};
