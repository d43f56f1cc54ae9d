import type { Locale } from '../mirror/questionnaire/locale.js';
import { informantNorms } from '../mirror/informantNorms/informantNorms.js';
import { noSums } from '../mirror/informantNorms/normSums.js';
import { norms } from '../mirror/norms.js';
import type { NormType } from '../schema/InsightType.js';

const OWN = /^informants-(en|ko|ja)@1\+(\d+)$/;

/**
 * Whom scores compare with, told from the version of the norms that a measurement keeps. In practice mode that is the web
 * sample in any language: its people, too, answered about themselves.
 * @throws RangeError for norms this program does not know: stored data newer than the code
 */
export function normView(version: string): NormType {
  const { source, n: people } = version === norms.version ? norms : ownNorms(version);
  return { version, source, people };
}

/** Norms of our own tell of themselves by their people alone: the sums behind them went on growing since. */
function ownNorms(version: string): { source: string; n: number } {
  const [, language, people] = OWN.exec(version) ?? [];
  if (language === undefined || people === undefined) throw new RangeError(`Unknown norms: ${version}`);
  const sums = { ...noSums, E: { ...noSums.E, n: Number(people) } };
  return informantNorms(norms, sums, language.toUpperCase() as Locale);
}
