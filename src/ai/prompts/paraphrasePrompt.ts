import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { paraphraseInstructions } from './paraphraseInstructions.js';
import { paraphrasesSchema } from './paraphrases.js';
import { personaLanguages } from './personaLanguages.js';

/**
 * Builds the prompt that blends what friends wrote. Only the caller knows which friends the named pieces come
 * from, so the caller checks that. Each text is checked by checkParaphrase before anyone sees it.
 * @param pieces cut up, shuffled and moderated; their ids do not reveal who wrote them
 * @returns `name` and `schema` of the answer besides both messages
 */
export function paraphrasePrompt(
  subject: EvidencePack['subject'],
  pieces: readonly { id: number; text: string }[],
) {
  const document = {
    language: personaLanguages[subject.locale],
    subject: { name: subject.name },
    pieces: pieces.map(({ id, text }) => ({ id, text })),
  };
  return {
    system: paraphraseInstructions,
    user: `The pieces, as data:\n${fencedJson(document)}`,
    name: 'paraphrases',
    schema: paraphrasesSchema,
  };
}
