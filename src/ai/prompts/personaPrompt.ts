import type { EvidencePack, Locale } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { personaInstructions } from './personaInstructions.js';
import { personaText } from './personaText.js';

/** Stored with every persona; raise it with any change to what the model is told. */
export const PROMPT_VERSION = 'persona@2';

const languages: Record<Locale, string> = {
  EN: 'English',
  KO: 'Korean (해요체, the person is "{name}님")',
  JA: 'Japanese (です・ます, the person is "{name}さん")',
};

/**
 * What the model is told about one person. The system text is the same for everyone: nothing that people wrote or chose stands in it.
 * @returns `name` and `schema` of the answer beside both messages
 */
export function personaPrompt(pack: EvidencePack) {
  const document = { language: languages[pack.subject.locale], ...pack };
  return {
    system: personaInstructions,
    user: `The measured evidence:\n${fencedJson(document)}`,
    name: 'persona',
    schema: personaText,
  };
}
