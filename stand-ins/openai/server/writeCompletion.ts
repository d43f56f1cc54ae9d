import { answerConversation } from '../author/answerConversation.js';
import { answerInterview } from '../author/answerInterview.js';
import { composeParaphrases, type ParaphraseInput } from '../author/composeParaphrases.js';
import { composePersona } from '../author/composePersona.js';
import { composeReflections } from '../author/composeReflections.js';
import { composeSummary, type SummaryInput } from '../author/composeSummary.js';
import { evidenceIn, fencedIn } from '../author/evidenceIn.js';
import { exampleOf } from '../author/exampleOf.js';
import { explainReply, type ExplanationInput } from '../author/explainReply.js';
import { phraseBooks } from '../author/phraseBooks.js';
import { readConversation } from '../author/readConversation.js';
import { seededRandom } from '../author/seededRandom.js';
import type { Behaviour } from './behaviour.js';
import { askedDocument, type ChatRequest } from './chatRequest.js';

function smallTalk(text: string): string {
  const locale = /[\uac00-\ud7a3]/.test(text) ? 'KO' : /[\u3040-\u30ff]/.test(text) ? 'JA' : 'EN';
  return seededRandom(text).pick(phraseBooks[locale].smallTalk);
}

/** A document of the requested kind, or a minimal example if the prompt lacks the data for it. */
function documentFor(name: string, schema: unknown, said: string): unknown {
  const data = fencedIn(said) as Record<string, unknown> | null;
  const evidence = evidenceIn(said);
  if (name === 'persona' && evidence) return composePersona(evidence);
  if (name === 'reflections' && evidence) return composeReflections(evidence);
  if (name === 'paraphrases' && Array.isArray(data?.pieces))
    return composeParaphrases(data as unknown as ParaphraseInput);
  if (name === 'summary' && Array.isArray(data?.turns))
    return composeSummary(data as unknown as SummaryInput);
  if (name === 'interview' && data) return answerInterview(data);
  if (name === 'why' && typeof data?.reply === 'string')
    return explainReply(data as unknown as ExplanationInput);
  return exampleOf(schema as Parameters<typeof exampleOf>[0]);
}

/**
 * The stand-in's completion: a reply for a conversation with a mirror, a document for evidence, a summary for
 * a conversation to remember, and small talk otherwise. The same request gives the same text.
 */
export function writeCompletion(request: ChatRequest, scripted: Behaviour | null): string {
  const conversation = readConversation(request);
  if (conversation) return answerConversation(conversation, scripted);
  const said = request.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const asked = askedDocument(request);
  if (asked) return JSON.stringify(documentFor(asked.name, asked.schema, said));
  const evidence = evidenceIn(said);
  if (evidence) return JSON.stringify(composePersona(evidence));
  return request.response_format?.type === 'json_object' ? '{}' : smallTalk(said);
}
