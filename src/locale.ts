/** Languages of the product: a questionnaire, and everything made from it, exists in each. */
export const locales = ['EN', 'KO', 'JA'] as const;
export type Locale = (typeof locales)[number];
