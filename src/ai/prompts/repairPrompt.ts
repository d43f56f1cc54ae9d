import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { personaLanguages } from './personaLanguages.js';
import { type PersonaText, personaText } from './personaText.js';
import type { Reflections } from './reflections.js';
import { repairInstructions } from './repairInstructions.js';

/**
 * What the model is told to mend a text that checkPersonaText refused. Answers in the persona prompt's name and shape.
 * @param draft the refused document; null where the model gave none of the asked-for shape
 * @param problems the checker's own sentences, which quote nothing
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
    schema: personaText,
  };
}
