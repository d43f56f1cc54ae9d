import type { Client } from 'pg';

/** Copies a persona for the same owner, each copy with its own survey. @returns the ids of the copies */
export async function copyPersona(db: Client, personaId: string, copies: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with made as materialized (
       select gen_random_uuid() as survey, gen_random_uuid() as persona from generate_series(1, $2)
     ), surveys as (
       insert into survey (id, owner_id, slug, title, owner_name, locale, questionnaire, status, response_count, revision, device_secret)
       select made.survey, s.owner_id, made.survey::text, s.title, s.owner_name, s.locale, s.questionnaire, s.status, 0, 0, s.device_secret
       from made, persona p join survey s on s.id = p.survey_id where p.id = $1 returning id
     )
     , personas as (
       insert into persona (id, owner_id, survey_id, slug, name, locale, status, revision, shown)
       select made.persona, p.owner_id, surveys.id, made.persona::text, p.name, p.locale, p.status, p.revision, p.shown
       from made join surveys on surveys.id = made.survey, persona p where p.id = $1 returning id
     )
     insert into persona_version (id, persona_id, number, status, generation, measurement, quotes, evidence, reflections, text, provenance, illustration, made_on)
     select gen_random_uuid(), personas.id, v.number, v.status, v.generation, v.measurement, v.quotes, v.evidence, v.reflections, v.text, v.provenance, v.illustration, v.made_on
     from personas, persona_version v where v.persona_id = $1 returning persona_id as id`,
    [personaId, copies],
  );
  return rows.map(({ id }) => id);
}
