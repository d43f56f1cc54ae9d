import { englishPoles as poles } from '../../evidenceWording/english.js';
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
