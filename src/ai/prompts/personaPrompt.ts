import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { personaInstructions } from './personaInstructions.js';
import { personaLanguages } from './personaLanguages.js';
import { personaTextSchema } from './personaText.js';
import type { Reflections } from './reflections.js';

/**
 * Builds the prompt for the text of one persona. The system text is the same for everyone and contains
 * nothing that people wrote or chose.
 * @param reflections only those that passed keptReflections
 * @returns `name` and `schema` of the answer besides both messages
 */
export function personaPrompt(pack: EvidencePack, reflections: Reflections) {
  const document = { language: personaLanguages[pack.subject.locale], ...pack, reflections };
  return {
    system: personaInstructions,
    user: `The measured evidence:\n${fencedJson(document)}`,
    name: 'persona',
    schema: personaTextSchema,
  };
}
