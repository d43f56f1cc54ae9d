/** Of the texts in messages/<locale>/{entry,privacy}.json: a new one whenever what people agree to changes. */
export const consentVersion = '2026-11';
