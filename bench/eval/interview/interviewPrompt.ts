import type { JsonRequest } from '../../../src/ai/ports.js';
import { fencedJson } from '../../../src/ai/prompts/fencedJson.js';
import { personaLanguages } from '../../../src/ai/prompts/personaLanguages.js';
import type { Turn } from '../../../src/ai/prompts/recentTurns.js';
import { QUESTIONNAIRE_VERSION, questionnaireOf } from '../../../src/mirror/questionnaire/questionnaire.js';
import type { Persona } from '../persona.js';
import { expectedAnswers } from './expectedAnswers.js';
import { type InterviewAnswers, interviewAnswers } from './interviewAnswers.js';
import { interviewInstructions } from './interviewInstructions.js';
import { secondWording } from './secondWording.js';

/** How the twenty items are put: as friends are asked them, or in other words. */
export type ItemWording = 'QUESTIONNAIRE' | 'SECOND';

/**
 * What the model is told to answer the questionnaire as the persona. Which trait an item belongs to, and whether it is reversed, is not
 * told: that the persona must understand.
 * @param talk what was said with the mirror before, oldest first
 * @returns `name` and `schema` of the answer beside both messages
 */
export function interviewPrompt(
  { pack, text }: Persona,
  wording: ItemWording,
  talk: readonly Turn[],
): Omit<JsonRequest<{ answers: InterviewAnswers }>, 'signal'> {
  const { locale, name } = pack.subject;
  const questionnaire = questionnaireOf(QUESTIONNAIRE_VERSION).wording[locale];
  const statements = wording === 'SECOND' ? secondWording[locale] : questionnaire.items;
  const said = new Map<string, string>(Object.entries(statements));
  const document = {
    language: personaLanguages[locale],
    persona: { evidence: pack, text },
    talk,
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
    user: `The persona and the statements:\n${fencedJson(document, 0)}`,
    name: 'interview',
    schema: interviewAnswers,
  };
}
