import type { ReplyBook } from '../replyBook.js';
import { repliesEn } from './replies.js';

const { opening, traits, words, closing } = repliesEn;

const ownTraits: ReplyBook['traits'] = {
  E: {
    high: ['By your own answers I speak first, and light up when the room is full.', traits.E.high[1]],
    typical: [
      'By your own answers I am at ease in good company, and just as much at ease when the evening is quiet.',
      traits.E.typical[1],
    ],
    low: [
      'By your own answers I stay near the edge of the crowd, listening, and sparing with my words.',
      traits.E.low[1],
    ],
  },
  A: {
    high: [
      'By your own answers I notice how other people feel, often before a word is said.',
      traits.A.high[1],
    ],
    typical: [
      'By your own answers I care in an everyday way: there when it counts, and frank when that helps more.',
      traits.A.typical[1],
    ],
    low: [
      'By your own answers I keep a cool head where others are carried away by feelings.',
      traits.A.low[1],
    ],
  },
  C: {
    high: ['By your own answers I finish what I take on, in good order and on time.', traits.C.high[1]],
    typical: [
      'By your own answers I keep as much order as a day requires, and not much more.',
      traits.C.typical[1],
    ],
    low: [
      'By your own answers I leave room for chance, and let the plan wait when the moment is good.',
      traits.C.low[1],
    ],
  },
  N: {
    high: [
      'By your own answers I take much to heart, the lovely things and the hard ones alike.',
      traits.N.high[1],
    ],
    typical: [
      'By your own answers I have light days and heavy days, as anyone has, and I carry both.',
      traits.N.typical[1],
    ],
    low: ['By your own answers I stay level when plans fall apart around me.', traits.N.low[1]],
  },
  I: {
    high: ['By your own answers I look for the question behind the question.', traits.I.high[1]],
    typical: [
      'By your own answers I enjoy a new thought about as much as a thing that simply works.',
      traits.I.typical[1],
    ],
    low: ['By your own answers I trust what can be seen and touched and tried.', traits.I.low[1]],
  },
};

/**
 * Practice mode: only the person has answered. The phrases mention neither what friends see nor disagreement
 * among them.
 */
export const repliesOwnEn: ReplyBook = {
  ...repliesEn,
  opening: {
    ...opening,
    why: [
      'Because that is what you answered yourself, and nobody else has answered yet.',
      'The short answer is that I did not make it up: you told me so in your own answers.',
      'A mirror has no opinion of its own, so all my reasons come from what you answered.',
    ],
    words: ['Let me hold the light to the list of words for you.', opening.words[1]],
    who: [
      'I am your reflection, drawn from your own answers alone, and not a person behind the glass.',
      'Think of me as {name} in practice, put together from what you answered about yourself.',
      'I am no stranger: I am how you see yourself, with a voice of its own.',
    ],
    others: [
      'Nobody but you has answered yet, so how others see you I cannot say; here is how you see yourself.',
      'That I can only tell once somebody else has answered; until then this is practice, by your answers alone.',
      'So far there is one voice in me, and it is yours, so what others would say I do not know yet.',
    ],
    thanks: [
      'You are welcome, though all of it comes from you and not from me.',
      'I am glad it was of use; I only give back what you put into me.',
    ],
    greeting: [opening.greeting[0], 'Hello, you: I am a practice mirror, made of your own answers.'],
    general: [
      opening.general[0],
      'That is a good thing to bring to a mirror, even one that only knows what you told it.',
      'I can only answer with what you answered yourself, so here is the part that seems to fit.',
      'From your side of the glass that may look different, but from mine it looks like this.',
    ],
  },
  traits: ownTraits,
  split: {
    E: ownTraits.E.typical[0],
    A: ownTraits.A.typical[0],
    C: ownTraits.C.typical[0],
    N: ownTraits.N.typical[0],
    I: ownTraits.I.typical[0],
  },
  words: {
    none: [
      'You have picked no word for me to wear yet, and that tells something, too.',
      'There is no word on the glass yet, so I go without one for now.',
    ],
    one: [
      'The one word you picked for yourself is {words}.',
      'Of all the words you could choose from, {words} is the one you took.',
    ],
    several: [
      'The words you picked for yourself are {words}.',
      'Asked for only a few words, you took {words}.',
      words.several[2] ?? words.several[0],
    ],
  },
  sketch: [
    'So far I am only a practice sketch, so take it as a first look.',
    'With one voice I am still a practice sketch, and more of them would sharpen me.',
  ],
  closing: [closing[0], 'What do you think somebody else would answer?', ...closing.slice(2)],
};
