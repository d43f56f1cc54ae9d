/** The five traits in the order every profile vector of the mirror is written in: extraversion, agreeableness, conscientiousness, neuroticism, intellect. */
export const traits = ['E', 'A', 'C', 'N', 'I'] as const;

export type TraitId = (typeof traits)[number];

/** One number a trait: a profile. */
export type PerTrait<T> = Record<TraitId, T>;
