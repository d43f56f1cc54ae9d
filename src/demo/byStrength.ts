import type { EvidencePack } from '../mirror/evidencePack.js';

type Traits = EvidencePack['traits'];

/** A portrait needs two traits at the least; where fewer could be told, the others count as ordinary. */
const LEAST = 2;

function measuredIn(traits: Traits): Traits {
  const measured = traits.filter(({ raters }) => raters > 0);
  return measured.length >= LEAST ? measured : traits;
}

/** The measured traits by how much they stand out; the order of the pack decides between equals. */
export const byStrength = ({ traits }: Pick<EvidencePack, 'traits'>): Traits =>
  [...measuredIn(traits)].sort((one, other) => Math.abs(other.score - 50) - Math.abs(one.score - 50));
