/**
 * The five traits: extraversion, agreeableness, conscientiousness, neuroticism, intellect. Every profile
 * vector is in this order.
 */
export const traits = ['E', 'A', 'C', 'N', 'I'] as const;

export type TraitId = (typeof traits)[number];

/** One value per trait: a profile. */
export type PerTrait<T> = Record<TraitId, T>;
