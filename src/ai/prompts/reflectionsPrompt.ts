import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { personaLanguages } from './personaLanguages.js';
import { reflections } from './reflections.js';
import { reflectionsInstructions } from './reflectionsInstructions.js';

/**
 * What the model is told to look at the evidence as three experts, in one call. Its answer is a claim until keptReflections has seen it.
 * @returns `name` and `schema` of the answer beside both messages
 */
export function reflectionsPrompt(pack: EvidencePack) {
  const document = { language: personaLanguages[pack.subject.locale], ...pack };
  return {
    system: reflectionsInstructions,
    user: `The measured evidence:\n${fencedJson(document)}`,
    name: 'reflections',
    schema: reflections,
  };
}
