import type { EvidencePack } from '../../../src/measurement/evidence.js';
import type { Topic, TraitPosition } from '../phrases/replyBook.js';

type Trait = EvidencePack['traits'][number];

type Traits = EvidencePack['traits'];

/** A portrait needs at least two traits. If fewer were measured, the others count as typical. */
const LEAST = 2;

function measuredIn(traits: Traits): Traits {
  const measured = traits.filter(({ raters }) => raters > 0);
  return measured.length >= LEAST ? measured : traits;
}

/** The measured traits by distance from the middle. Ties keep the order of the pack. */
export const byStrength = ({ traits }: Pick<EvidencePack, 'traits'>): Traits =>
  [...measuredIn(traits)].sort((one, other) => Math.abs(other.score - 50) - Math.abs(one.score - 50));

const bright: Record<Trait['trait'], TraitPosition> = {
  E: 'high',
  A: 'high',
  C: 'high',
  N: 'low',
  I: 'high',
};

/** Whether a trait is low, typical or high, by its measured level. */
export function positionOf({ level }: Trait): TraitPosition {
  if (level === 'TYPICAL') return 'typical';
  return level === 'HIGH' || level === 'VERY_HIGH' ? 'high' : 'low';
}

function fits(trait: Trait, topic: Topic): boolean {
  const position = positionOf(trait);
  if (topic === 'strengths') return position === bright[trait.trait];
  if (topic === 'worries')
    return trait.agreement === 'SPLIT' || (position !== 'typical' && position !== bright[trait.trait]);
  return topic === 'feeling' && (trait.trait === 'N' || trait.trait === 'A');
}

/**
 * The traits in the order in which a reply should state them: those that fit the topic, then the others, each
 * group by strength. Every turn starts further along the list. Traits that too few friends could judge are
 * left out.
 */
export function orderTraits(traits: Trait[], topic: Topic, turn: number): Trait[] {
  const ranked = traits
    .filter(({ agreement }) => agreement !== 'UNKNOWN')
    .sort((one, other) => Math.abs(other.score - 50) - Math.abs(one.score - 50));
  const start = ranked.length === 0 ? 0 : turn % ranked.length;
  const rotated = [...ranked.slice(start), ...ranked.slice(0, start)];
  return [
    ...rotated.filter((trait) => fits(trait, topic)),
    ...rotated.filter((trait) => !fits(trait, topic)),
  ];
}
