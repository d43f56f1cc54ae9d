import type { EntityManager } from '@mikro-orm/postgresql';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { AppError } from '../errors.js';

/**
 * The earlier READY version to compare a version with: the one with the given number, or the newest.
 * @returns null if no number is given and there is no earlier READY version
 * @throws AppError BAD_USER_INPUT if the number is not that of an earlier READY version
 */
export async function findEarlierVersion(
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
    throw new AppError('BAD_USER_INPUT', 'number: must be the number of an earlier READY version', {
      field: 'number',
    });
  return earlier;
}
