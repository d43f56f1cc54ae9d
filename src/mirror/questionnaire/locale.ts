/** Languages a questionnaire exists in. */
export type Locale = 'EN' | 'KO' | 'JA';
