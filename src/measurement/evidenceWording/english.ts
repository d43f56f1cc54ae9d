import type { EvidenceWording, PlaceFact, Poles, TraitFact } from './evidenceWording.js';

/** Names of both ends of each trait. */
export const englishPoles: Poles<{ is: string; more: string }> = {
  E: { high: { is: 'outgoing', more: 'more outgoing' }, low: { is: 'quiet', more: 'quieter' } },
  A: { high: { is: 'warm-hearted', more: 'warmer' }, low: { is: 'cool-headed', more: 'more cool-headed' } },
  C: { high: { is: 'orderly', more: 'more orderly' }, low: { is: 'easy-going', more: 'more easy-going' } },
  N: { high: { is: 'sensitive', more: 'more sensitive' }, low: { is: 'calm', more: 'calmer' } },
  I: {
    high: { is: 'full of ideas', more: 'fuller of ideas' },
    low: { is: 'practical', more: 'more practical' },
  },
};

const friendsOf = (count: number): string => (count === 1 ? '1 friend' : `${count} friends`);
/** How many of all friends, at the start of a sentence. */
export const partOf = (part: number, all: number): string =>
  part === all && all > 1 ? `All ${friendsOf(all)}` : `${part} of ${friendsOf(all)}`;

const placeOf = ({ trait, side, beyond }: PlaceFact): string =>
  `${englishPoles[trait][side].more} than about ${beyond} of 100 people`;

function is({ trait, side, strength }: PlaceFact): string {
  const { high, low } = englishPoles[trait];
  if (strength === 'TYPICAL') return `neither very ${high.is} nor very ${low.is}`;
  return `${strength === 'VERY' ? 'very ' : ''}${englishPoles[trait][side].is}`;
}

const ending: Record<'AGREE' | 'MIXED' | 'UNKNOWN', string> = {
  AGREE: ', and they agree: ',
  MIXED: ', and they agree in part: ',
  UNKNOWN: ', too few to compare them: ',
};

function judged(fact: TraitFact): string {
  const { agreement, raters, friends } = fact;
  const could = `${partOf(raters, friends)} could tell`;
  const place = placeOf(fact);
  if (agreement === 'SPLIT') return `${could}, and they differ. Taken together: ${place}.`;
  if (raters === 1) return `Only ${could}, so this is little more than a hint: ${place}.`;
  return `${could}${ending[agreement]}${place}.`;
}

const sketchNote = ' With so few friends this is a first sketch.';
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(' ');

const portrait: EvidenceWording['portrait'] = {
  trait(fact) {
    const { name, trait, agreement, raters, sketch } = fact;
    const { high, low } = englishPoles[trait];
    const note = sketch && raters > 0 ? sketchNote : '';
    if (raters === 0) return `It is not yet clear whether ${name} is ${high.is} or ${low.is}.`;
    if (agreement === 'SPLIT')
      return `Opinions on ${name} differ: ${high.is} to some, ${low.is} to others.${note}`;
    if (raters === 1) return `There is a hint that ${name} is ${is(fact)}.${note}`;
    return `${agreement === 'MIXED' ? 'On the whole, friends' : 'Friends'} see ${name} as ${is(fact)}.${note}`;
  },
  word: ({ name, word }) => `When friends think of ${name}, the word “${word}” comes up.`,
  ownTrait(fact) {
    const { name, trait, measured } = fact;
    const { high, low } = englishPoles[trait];
    return measured
      ? `The self-portrait of ${name} shows someone ${is(fact)}.`
      : `It is not yet clear whether ${name} is ${high.is} or ${low.is}.`;
  },
  ownWord: ({ name, word }) => `“${word}” is a word that ${name} feels at home in.`,
};

export const english: EvidenceWording = {
  portrait,
  place: placeOf,
  spread: {
    trait: {
      AGREE:
        'The answers lie close together: usually within one point of their average on the five-point scale.',
      MIXED:
        'The answers lie somewhat apart: usually about a point or more from their average on the five-point scale.',
      SPLIT: 'The answers lie far apart: views differ by two points or more on the five-point scale.',
      UNKNOWN: 'There are too few answers to say how far apart they lie.',
    },
    word: ({ ahead, words }) =>
      `Everyone could pick up to five of ${words} words. ${ahead === 0 ? 'No word was' : ahead === 1 ? '1 word was' : `${ahead} words were`} picked more often.`,
    quote: 'It blends what at least three friends wrote. None of them used these words.',
    own: 'One person answered, so there is nothing to compare.',
  },
  word: ({ name, word, friends, count }) => `${partOf(count, friends)} picked “${word}” for ${name}.`,
  trait(fact) {
    const { friends, raters, sketch } = fact;
    if (raters === 0) return `Fewer than three of ${friendsOf(friends)} could tell: not measured.`;
    return `${judged(fact)}${sketch ? ' So far few friends have answered, so this can still change.' : ''}`;
  },
  ownWord: ({ name, word }) => `By ${name}'s own choice: “${word}”.`,
  ownTrait(fact) {
    const { name, measured } = fact;
    if (!measured) return `${name}'s own answers say too little about this: not measured.`;
    return `By ${name}'s own answers: ${placeOf(fact)}.`;
  },
  quote: (text) => `What several friends wrote, in other words: “${text}”`,
  general: {
    askedTrait: (questions) =>
      `Friends were asked: ${quoted(questions)} A trait is shown once three friends could judge it.`,
    askedWord: (questions) =>
      `Friends were asked: ${quoted(questions)} A word is shown once two friends chose it.`,
    trait(fact) {
      const { name, trait, friends, isSplit } = fact;
      const { high, low } = englishPoles[trait];
      return isSplit
        ? `Friends differ on whether ${name} is ${high.is} or ${low.is}.`
        : `Taken together, the answers of ${friendsOf(friends)} describe ${name} as ${is(fact)}.`;
    },
    word: ({ name, word }) => `“${word}” is one of the words that friends chose for ${name}.`,
    quote: 'Several friends wrote about this in their own words.',
  },
};
