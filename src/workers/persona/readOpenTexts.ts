import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../../entities/Persona.js';
import { type AnswerIndex, indexAnswers } from '../../mirror/openText/indexAnswers.js';

/** Index of all texts that friends wrote about a person, released or not. No readable text may quote them. */
export async function readOpenTexts(em: EntityManager, persona: Persona): Promise<AnswerIndex> {
  if (persona.survey === null) return indexAnswers([]);
  // Only the texts, because the complete answers of thousands of friends are megabytes.
  const lines = await em.execute<{ text: string }[]>(
    `select answer ->> 'text' as text from response, jsonb_array_elements(answers) as answer
     where survey_id = ? and answer ->> 'text' is not null`,
    [persona.survey.id],
  );
  return indexAnswers(lines.map(({ text }) => text));
}
