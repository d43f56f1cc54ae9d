import { type Locale, locales } from '../mirror/questionnaire/locale.js';
import { crisisCard, type HelpLine } from '../safety/crisisCard.js';

/** The lines that belong to a card's text: the card came in the language of the words it answered. */
export function helpLinesOf(text: string, fallback: Locale): HelpLine[] {
  const locale = locales.find((candidate) => crisisCard(candidate).text === text) ?? fallback;
  return crisisCard(locale).lines;
}
