/** The five traits in the order of the questionnaire, which is also the order of the axes. */
export const traitOrder = ['E', 'A', 'C', 'N', 'I'] as const;

export type TraitLetter = (typeof traitOrder)[number];
