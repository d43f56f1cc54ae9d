import type { Agreement, TraitId } from '../graphql/generated/schema';

interface Told {
  traits: readonly { id: TraitId; agreement: Agreement }[];
  agreed: readonly { trait: TraitId; text: string }[];
  split: readonly { trait: TraitId; text: string }[];
}

export interface AgreementLine {
  trait: TraitId;
  agreement: Agreement;
  /** What the API says of it; null where it says nothing. */
  text: string | null;
}

/** All traits, each once: what divides friends, then what they agree on (both in the order of the API), then the rest. */
export function agreementLines({ traits, agreed, split }: Told): AgreementLine[] {
  const told = [...split, ...agreed].flatMap(({ trait, text }) => {
    const agreement = traits.find(({ id }) => id === trait)?.agreement;
    return agreement === undefined ? [] : [{ trait, agreement, text }];
  });
  const rest = traits
    .filter(({ id }) => !told.some(({ trait }) => trait === id))
    .map(({ id, agreement }) => ({ trait: id, agreement, text: null }));
  return [...told, ...rest];
}
