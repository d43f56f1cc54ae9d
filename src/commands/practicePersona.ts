import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Persona } from '../entities/Persona.js';
import type { Locale } from '../mirror/questionnaire/locale.js';
import { User } from '../entities/User.js';
import { randomSlug } from './randomSlug.js';

/**
 * Returns a person's practice persona and creates it the first time. The caller has locked the account.
 * @param locale null keeps the current language, initially EN
 */
export async function getOrCreatePracticePersona(
  em: EntityManager,
  owner: string,
  locale: Locale | null,
): Promise<Persona> {
  const earlier = await em.findOne(Persona, { owner, survey: null });
  if (earlier !== null) {
    if (locale !== null) await em.nativeUpdate(Persona, { id: earlier.id }, { locale });
    return earlier;
  }
  const { givenName } = await em.findOneOrFail(User, owner);
  const persona = { id: randomUUID(), owner, slug: randomSlug(), name: givenName, locale: locale ?? 'EN' };
  await em.insert(Persona, persona);
  return em.findOneOrFail(Persona, persona.id);
}
