import type { Client } from 'pg';

/**
 * Copies an unanswered survey and its persona for the same owner.
 * @returns the slugs of the copies, each a UUID
 */
export async function copySurveys(db: Client, surveyId: string, copies: number): Promise<string[]> {
  const { rows } = await db.query<{ slug: string }>(
    `with made as materialized (
       select gen_random_uuid() as survey, gen_random_uuid() as persona, gen_random_uuid()::text as slug
       from generate_series(1, $2)
     ), surveys as (
       insert into survey (id, owner_id, slug, title, owner_name, locale, questionnaire, status, device_secret)
       select made.survey, s.owner_id, made.slug, s.title, s.owner_name, s.locale, s.questionnaire, s.status, s.device_secret
       from made, survey s where s.id = $1 returning id, slug
     ), personas as (
       insert into persona (id, owner_id, survey_id, slug, name, locale)
       select made.persona, p.owner_id, surveys.id, made.persona::text, p.name, p.locale
       from made join surveys on surveys.id = made.survey, persona p where p.survey_id = $1
     )
     select slug from surveys`,
    [surveyId, copies],
  );
  return rows.map(({ slug }) => slug);
}
