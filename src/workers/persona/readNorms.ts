import type { EntityManager } from '@mikro-orm/postgresql';
import { NormSum } from '../../entities/NormSum.js';
import type { Locale } from '../../mirror/questionnaire/locale.js';
import { informantNorms } from '../../mirror/informantNorms/informantNorms.js';
import { type LeniencyBias, emptyLeniencyBias } from '../../mirror/insight/kindness.js';
import { norms, type Norms } from '../../mirror/norms.js';

/** The current norms of a language: the published web sample, blended with the product's own sums. */
export async function readNorms(
  em: EntityManager,
  locale: Locale,
): Promise<{ norms: Norms; kindness: LeniencyBias }> {
  const own = await em.findOne(NormSum, { locale });
  if (own === null) return { norms, kindness: emptyLeniencyBias };
  return { norms: informantNorms(norms, own.sums, locale), kindness: own.kindness };
}
