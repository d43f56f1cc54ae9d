import type { EvidenceWording, PlaceFact, TraitFact } from './evidenceWording.js';
import { englishPoles as poles } from './englishPoles.js';

const friendsOf = (count: number): string => (count === 1 ? '1 friend' : `${count} friends`);
const partOf = (part: number, all: number): string =>
  part === all && all > 1 ? `All ${friendsOf(all)}` : `${part} of ${friendsOf(all)}`;

const placeOf = ({ trait, side, beyond }: PlaceFact): string =>
  `${poles[trait][side].more} than about ${beyond} of 100 people`;

function seen({ name, trait, side, strength }: TraitFact): string {
  const { high, low } = poles[trait];
  if (strength === 'TYPICAL') return `see ${name} as neither very ${high.is} nor very ${low.is}`;
  return `see ${name} as ${strength === 'VERY' ? 'very ' : ''}${poles[trait][side].is}`;
}

const ending: Record<'AGREE' | 'MIXED' | 'UNKNOWN', string> = {
  AGREE: ', and they agree.',
  MIXED: ', and they agree in part.',
  UNKNOWN: '; too few could tell to compare them.',
};

function judged(fact: TraitFact): string {
  const { name, trait, agreement, raters, friends } = fact;
  const { high, low } = poles[trait];
  const could = `${partOf(raters, friends)} could tell`;
  const place = placeOf(fact);
  if (agreement === 'SPLIT')
    return `${could}, and they differ: to some ${name} is ${high.is}, to others ${low.is}. Taken together: ${place}.`;
  if (raters === 1) return `Only ${could}, so this is little more than a hint: ${place}.`;
  return `${could}: they ${seen(fact)} (${place})${ending[agreement]}`;
}

export const english: EvidenceWording = {
  word: ({ name, word, friends, count }) => `${partOf(count, friends)} picked “${word}” for ${name}.`,
  trait(fact) {
    const { name, trait, friends, raters, sketch } = fact;
    const { high, low } = poles[trait];
    if (raters === 0)
      return `None of ${friendsOf(friends)} could tell whether ${name} is ${high.is} or ${low.is}: not measured.`;
    return `${judged(fact)}${sketch ? ' With so few friends this is a first sketch.' : ''}`;
  },
  ownWord: ({ name, word }) => `By ${name}'s own choice: “${word}”.`,
  ownTrait(fact) {
    const { name, trait, side, strength, measured } = fact;
    const { high, low } = poles[trait];
    if (!measured)
      return `${name}'s own answers do not tell whether ${name} is ${high.is} or ${low.is}: not measured.`;
    const own =
      strength === 'TYPICAL'
        ? `neither very ${high.is} nor very ${low.is}`
        : `${strength === 'VERY' ? 'very ' : ''}${poles[trait][side].is}`;
    return `By ${name}'s own answers: ${own} (${placeOf(fact)}).`;
  },
  quote: (text) => `What several friends wrote, in other words: “${text}”`,
};
