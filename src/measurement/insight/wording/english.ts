import { englishPoles as poles, partOf } from '../../evidenceWording/english.js';
import type { InsightWording } from './insightWording.js';

const judgement = {
  SELF_KNOWS_BEST: 'On this, you are usually the better judge yourself.',
  FRIENDS_JUDGE_WELL: 'On this, friends are usually good judges.',
  EQUAL: 'On this, you and your friends are usually equally good judges.',
};

/** A blind spot is addressed to the person. Everything else may be read by others, too. */
export const english: InsightWording = {
  blindSpot: ({ trait, side, strength, judge }) =>
    strength === 'CLEAR'
      ? `Your friends see you as ${poles[trait][side].more} than you see yourself. ${judgement[judge]}`
      : `Could it be that your friends see you as a little ${poles[trait][side].more} than you see yourself? ${judgement[judge]}`,
  ownSide: ({ answered, asked }) => `You answered ${answered} of the ${asked} questions about yourself.`,
  chance: {
    CLEAR:
      'This is rarely chance: at most one in ten people who see themselves as their friends do would get such a result.',
    HINT: 'A difference of this size often comes about by chance.',
  },
  picked({ own, count, friends }) {
    if (count === null)
      return own
        ? `You picked it. Fewer than two of ${friends} friends did.`
        : `You didn’t pick it, and fewer than two of ${friends} friends did.`;
    const part = partOf(count, friends);
    return own
      ? `You picked it, and so did ${part.replace('All', 'all')}.`
      : `${part} picked it. You didn’t.`;
  },
  allTogether: (place) => ` All friends together: ${place}.`,
  agreed({ name, trait, side, strength }) {
    const { high, low } = poles[trait];
    if (strength === 'TYPICAL')
      return `Friends agree that ${name} is neither very ${high.is} nor very ${low.is}.`;
    return `Friends agree that ${name} is ${strength === 'VERY' ? 'very ' : ''}${poles[trait][side].is}.`;
  },
  split: ({ name, trait }) =>
    `Friends differ: to some ${name} is ${poles[trait].high.is}, to others ${poles[trait].low.is}.`,
  together: ({ names, trait, side }) =>
    `Friends see both ${names[0]} and ${names[1]} as ${poles[trait][side].is}.`,
  apart: ({ names, trait }) =>
    `Friends see ${names[0]} as ${poles[trait].high.is} and ${names[1]} as ${poles[trait].low.is}.`,
  noReason: ({ names }) => `No single trait brings ${names[0]} and ${names[1]} together or sets them apart.`,
};
