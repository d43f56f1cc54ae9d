import type { Agreement, TraitId } from '../graphql/generated/schema';

interface Insight {
  traits: readonly { id: TraitId; agreement: Agreement }[];
  agreed: readonly { trait: TraitId; text: string }[];
  split: readonly { trait: TraitId; text: string }[];
}

export interface AgreementLine {
  trait: TraitId;
  agreement: Agreement;
  /** The API's sentence about it; null if there is none. */
  text: string | null;
}

/**
 * All traits, each once: first those that divide friends, then those they agree on (both in the order of the
 * API), then the rest.
 */
export function agreementLines({ traits, agreed, split }: Insight): AgreementLine[] {
  const described = [...split, ...agreed].flatMap(({ trait, text }) => {
    const agreement = traits.find(({ id }) => id === trait)?.agreement;
    return agreement === undefined ? [] : [{ trait, agreement, text }];
  });
  const rest = traits
    .filter(({ id }) => !described.some(({ trait }) => trait === id))
    .map(({ id, agreement }) => ({ trait: id, agreement, text: null }));
  return [...described, ...rest];
}
