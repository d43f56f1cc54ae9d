import type { EntityManager } from '@mikro-orm/postgresql';
import { SelfPortrait } from '../../entities/SelfPortrait.js';
import type { Rating } from '../../mirror/rating.js';

/** A person's answers about themselves, as scoring expects them; null if there are none. */
export async function readSelfAnswers(em: EntityManager, owner: string): Promise<Rating | null> {
  const portrait = await em.findOne(SelfPortrait, { owner });
  if (portrait === null) return null;
  return { relation: 'SELF', closeness: null, elapsedMs: null, answers: portrait.answers };
}
