import type { EntityManager } from '@mikro-orm/postgresql';
import { comparisonRelations } from '../../access/comparison.js';
import { isUuid } from '../../access/identifiers.js';
import { mayBePublic } from '../../entities/age.js';
import { Comparison } from '../../entities/Comparison.js';
import { comparisonView } from './comparisonView.js';

/**
 * A comparison for a picture of it. It shows what either owner reads of both, and nothing else.
 * @returns null for a comparison of others, without a result, or unless both owners allow sharing it and are of age
 */
export async function readShownComparison(em: EntityManager, ownerId: string, comparisonId: string) {
  if (!isUuid(comparisonId)) return null;
  const comparison = await em.findOne(
    Comparison,
    {
      id: comparisonId,
      inviterSharing: true,
      accepterSharing: true,
      $or: [{ inviter: { owner: ownerId } }, { accepter: { owner: ownerId } }],
    },
    { populate: [...comparisonRelations, 'inviter.owner', 'accepter.owner'] },
  );
  if (comparison === null || comparison.accepter === null) return null;
  const [inviter, accepter] = [comparison.inviter.$, comparison.accepter.$];
  if (![inviter, accepter].every(({ owner }) => mayBePublic(owner.$.consent))) return null;
  const { mine, theirName, score, label, reasons } = comparisonView(comparison, ownerId, '');
  if (theirName === null || score === null || label === null) return null;
  const { locale } = mine.id === inviter.id ? inviter : accepter;
  return { locale, names: [mine.name, theirName] as const, score, label, reasons };
}
