import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { personaLanguages } from './personaLanguages.js';
import { type PersonaText, personaTextSchema } from './personaText.js';
import type { Reflections } from './reflections.js';
import { repairInstructions } from './repairInstructions.js';

/**
 * Builds the prompt that repairs a text which checkPersonaText refused. The answer has the name and shape of
 * the persona prompt's.
 * @param draft the refused document, or null if the model returned none of the requested shape
 * @param problems sentences of the checker, which quote nothing
 */
export function repairPrompt(
  pack: EvidencePack,
  reflections: Reflections,
  draft: PersonaText | null,
  problems: readonly string[],
) {
  const document = { language: personaLanguages[pack.subject.locale], ...pack, reflections, draft, problems };
  return {
    system: repairInstructions,
    user: `The measured evidence, a refused draft and its problems:\n${fencedJson(document)}`,
    name: 'persona',
    schema: personaTextSchema,
  };
}
