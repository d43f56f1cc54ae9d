import type { Locale } from '../../locale.js';
import { english } from './english.js';
import { scaleItems, textIds, wordIds, type Wording } from './items.js';
import { japanese } from './japanese.js';
import { korean } from './korean.js';

/**
 * The version that new surveys use. A survey keeps the version it was made with. Changed items are a
 * different measurement and need another version.
 */
export const QUESTIONNAIRE_VERSION = 'mini-ipip@1';

export interface Questionnaire {
  items: typeof scaleItems;
  words: typeof wordIds;
  texts: typeof textIds;
  wording: Record<Locale, Wording>;
}

const versions: ReadonlyMap<string, Questionnaire> = new Map([
  [
    QUESTIONNAIRE_VERSION,
    {
      items: scaleItems,
      words: wordIds,
      texts: textIds,
      wording: { EN: english, KO: korean, JA: japanese },
    },
  ],
]);

/**
 * @throws RangeError for a version that this program does not know. The stored data is then newer than the
 *   code; clients cannot cause this.
 */
export function questionnaireOf(version: string): Questionnaire {
  const questionnaire = versions.get(version);
  if (questionnaire === undefined) throw new RangeError(`Unknown questionnaire version: ${version}`);
  return questionnaire;
}
