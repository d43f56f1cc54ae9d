import type { Locale } from '../mirror/questionnaire/locale.js';
import type { VisibleVersion } from '../entities/toldVersions.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from '../mirror/questionnaire/questionnaire.js';

/**
 * Returns a lookup of the words of a version's questionnaire in a language, by id.
 * @throws RangeError for an unknown questionnaire or word
 */
export function wordLabels(
  { provenance }: Pick<VisibleVersion, 'provenance'>,
  locale: Locale,
): (id: string) => string {
  const { wording } = questionnaireOf(provenance?.questionnaire ?? QUESTIONNAIRE_VERSION);
  const labels = new Map(Object.entries(wording[locale].words));
  return (id) => {
    const label = labels.get(id);
    if (label === undefined) throw new RangeError(`Unknown word: ${id}`);
    return label;
  };
}
