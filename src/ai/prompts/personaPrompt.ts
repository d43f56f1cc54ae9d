import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { personaInstructions } from './personaInstructions.js';
import { personaLanguages } from './personaLanguages.js';
import { personaText } from './personaText.js';
import type { Reflections } from './reflections.js';

/**
 * What the model is told about one person. The system text is the same for everyone: nothing that people wrote or chose stands in it.
 * @param reflections kept ones only (keptReflections)
 * @returns `name` and `schema` of the answer beside both messages
 */
export function personaPrompt(pack: EvidencePack, reflections: Reflections) {
  const document = { language: personaLanguages[pack.subject.locale], ...pack, reflections };
  return {
    system: personaInstructions,
    user: `The measured evidence:\n${fencedJson(document)}`,
    name: 'persona',
    schema: personaText,
  };
}
