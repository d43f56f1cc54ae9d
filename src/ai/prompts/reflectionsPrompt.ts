import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { personaLanguages } from './personaLanguages.js';
import { reflectionsSchema } from './reflections.js';
import { reflectionsInstructions } from './reflectionsInstructions.js';

/**
 * Builds the prompt in which the model examines the evidence as three experts, in one call. Its answer is
 * unverified until keptReflections has filtered it.
 * @returns `name` and `schema` of the answer besides both messages
 */
export function reflectionsPrompt(pack: EvidencePack) {
  const document = { language: personaLanguages[pack.subject.locale], ...pack };
  return {
    system: reflectionsInstructions,
    user: `The measured evidence:\n${fencedJson(document)}`,
    name: 'reflections',
    schema: reflectionsSchema,
  };
}
