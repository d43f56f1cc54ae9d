import type { EvidencePack } from '../../mirror/evidencePack.js';
import { fencedJson } from './fencedJson.js';
import { paraphraseInstructions } from './paraphraseInstructions.js';
import { paraphrases } from './paraphrases.js';
import { personaLanguages } from './personaLanguages.js';

/**
 * What the model is told to blend what friends wrote. Which friends the named pieces are of, only the caller knows and checks;
 * each text is checked by checkParaphrase before anybody sees it.
 * @param pieces cut up, shuffled and moderated; their ids say nothing about who wrote them
 * @returns `name` and `schema` of the answer beside both messages
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
    schema: paraphrases,
  };
}
