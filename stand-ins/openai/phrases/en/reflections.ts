import type { ReflectionBook } from '../reflectionBook.js';

export const reflectionsEn: ReflectionBook = {
  traits: {
    E: 'extraversion',
    A: 'agreeableness',
    C: 'orderliness',
    N: 'emotional sensitivity',
    I: 'intellect and imagination',
  },
  levels: {
    VERY_LOW: 'far below most people',
    LOW: 'below most people',
    TYPICAL: 'where most people are',
    HIGH: 'above most people',
    VERY_HIGH: 'far above most people',
  },
  agreement: {
    AGREE: 'The answers agree on this.',
    MIXED: 'The answers agree on this only in part.',
    SPLIT: 'The answers divide here, and both sides belong into the portrait.',
    UNKNOWN: 'How far answers agree on this is not known.',
  },
  traitLevel: ['In {trait}, {name} lies {level}.', 'Measured in {trait}, {name} is {level}.'],
  word: ['The word that comes to mind first about {name} is {top}.'],
  ownWord: ['The first word that {name} picks is {top}.'],
  quote: ['A scene for the portrait lies in what was written freely: {quote}'],
  image: ['As an image, {name} could be this: {image}.'],
  contrast: [
    'The portrait could turn on two things side by side: {trait} {level}, {other} {otherLevel}.',
    'What makes it this person is the pair of {trait} ({level}) and {other} ({otherLevel}).',
  ],
};
