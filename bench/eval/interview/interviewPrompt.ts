import type { JsonRequest } from '../../../src/ai/ports.js';
import { fencedJson, personaLanguage } from '../../../src/ai/prompts/promptParts.js';
import type { Turn } from '../../../src/ai/prompts/tokenBudget.js';
import {
  QUESTIONNAIRE_VERSION,
  questionnaireOf,
} from '../../../src/measurement/questionnaire/questionnaire.js';
import type { Persona } from '../persona.js';
import { expectedAnswers } from './expectedAnswers.js';
import { type InterviewAnswers, interviewAnswers } from './interviewAnswers.js';
import { interviewInstructions } from './interviewInstructions.js';
import { secondWording } from './secondWording.js';

/** The wording of the twenty items: the questionnaire's, or the second one. */
export type ItemWording = 'QUESTIONNAIRE' | 'SECOND';

/**
 * The prompt to answer the questionnaire as the persona. It does not say which trait an item belongs to or
 * whether it is reversed: the model must understand that.
 * @param conversation the earlier conversation with the mirror, oldest first
 * @returns both messages, and the `name` and `schema` of the answer
 */
export function interviewPrompt(
  { pack, text }: Persona,
  wording: ItemWording,
  conversation: readonly Turn[],
): Omit<JsonRequest<{ answers: InterviewAnswers }>, 'signal'> {
  const { locale, name } = pack.subject;
  const questionnaire = questionnaireOf(QUESTIONNAIRE_VERSION).wording[locale];
  const statements = wording === 'SECOND' ? secondWording[locale] : questionnaire.items;
  const said = new Map<string, string>(Object.entries(statements));
  const document = {
    language: personaLanguage({ name, locale }),
    persona: { evidence: pack, text },
    talk: conversation,
    scale: Object.fromEntries(questionnaire.points.map((label, at) => [at + 1, label])),
    items: expectedAnswers(pack).map(({ id, typical, reach }) => ({
      id,
      statement: (said.get(id) ?? '').replace('{name}', () => name),
      typical,
      reach,
    })),
  };
  return {
    system: interviewInstructions,
    user: `The persona and the statements:\n${fencedJson(document)}`,
    name: 'interview',
    schema: interviewAnswers,
  };
}
