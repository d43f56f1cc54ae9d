import type { EvidencePack } from '../mirror/evidencePack.js';

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
