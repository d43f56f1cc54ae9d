import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../../entities/Persona.js';
import { Response } from '../../entities/Response.js';
import { type AnswerIndex, indexAnswers } from '../../mirror/openText/indexAnswers.js';

/** All that friends wrote about a person, released or not, ready to be looked for: nothing anyone reads may quote it. */
export async function readOpenTexts(em: EntityManager, persona: Persona): Promise<AnswerIndex> {
  if (persona.survey === null) return indexAnswers([]);
  const responses = await em.find(Response, { survey: persona.survey.id }, { fields: ['answers'] });
  return indexAnswers(responses.flatMap(({ answers }) => answers.flatMap(({ text }) => text ?? [])));
}
