import type { Locale } from '../mirror/questionnaire/locale.js';
import { informantNorms } from '../mirror/informantNorms/informantNorms.js';
import { emptyNormSums } from '../mirror/informantNorms/normSums.js';
import { norms } from '../mirror/norms.js';
import type { NormType } from '../schema/InsightType.js';

const INFORMANT_NORMS = /^informants-(en|ko|ja)@1\+(\d+)$/;

/**
 * The reference group of a measurement, derived from its norm version. In practice mode this is the web
 * sample in every language, because its people also answered about themselves.
 * @throws RangeError for an unknown version, which means that the stored data is newer than the code
 */
export function normView(version: string): NormType {
  const { source, n: people } = version === norms.version ? norms : informantNormsOf(version);
  return { version, source, people };
}

/** Describes norms of our own by their number of people only: the sums behind them have grown since. */
function informantNormsOf(version: string): { source: string; n: number } {
  const [, language, people] = INFORMANT_NORMS.exec(version) ?? [];
  if (language === undefined || people === undefined) throw new RangeError(`Unknown norms: ${version}`);
  const sums = { ...emptyNormSums, E: { ...emptyNormSums.E, n: Number(people) } };
  return informantNorms(norms, sums, language.toUpperCase() as Locale);
}
