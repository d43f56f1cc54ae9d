/**
 * Version of the texts in messages/<locale>/{entry,privacy}.json. Change it whenever what people consent to
 * changes.
 */
export const consentVersion = '2026-11';
