import { type Locale, locales } from '../mirror/questionnaire/locale.js';
import { crisisCard, type HelpLine } from '../safety/crisisCard.js';

/** The help lines of a card. Its text identifies its language, which is that of the message it answered. */
export function helpLinesOfCard(text: string, fallback: Locale): HelpLine[] {
  const locale = locales.find((candidate) => crisisCard(candidate).text === text) ?? fallback;
  return crisisCard(locale).lines;
}
