import type { EntityManager } from '@mikro-orm/postgresql';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { AppError } from '../errors.js';

/**
 * The READY version that another is compared with: the one named, or the newest before it.
 * @returns null if none is named and there is none
 * @throws AppError BAD_USER_INPUT for a number that is not an earlier READY version's
 */
export async function earlierVersion(
  em: EntityManager,
  { persona, number: later }: PersonaVersion,
  number: number | null,
): Promise<PersonaVersion | null> {
  const wanted = number === null ? { number: { $lt: later } } : { number: { $lt: later, $eq: number } };
  const earlier = await em.findOne(
    PersonaVersion,
    { persona: persona.id, status: 'READY', ...wanted },
    { orderBy: { number: 'desc' }, refresh: true },
  );
  if (earlier === null && number !== null)
    throw new AppError('BAD_USER_INPUT', 'number: there is no such earlier version that is READY', {
      field: 'number',
    });
  return earlier;
}
