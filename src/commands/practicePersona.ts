import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Persona } from '../entities/Persona.js';
import type { Locale } from '../mirror/questionnaire/locale.js';
import { User } from '../entities/User.js';
import { randomSlug } from './randomSlug.js';

/** A person's practice persona; the first time, a new one. The person's row is locked. @param locale null: as it is, EN at first */
export async function practicePersona(
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
