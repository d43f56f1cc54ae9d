import type { EvidencePack } from '../mirror/evidencePack.js';
import type { ChatRequest } from './chatRequest.js';
import { composePersona } from './composePersona.js';
import { exampleOf } from './exampleOf.js';
import { english } from './phrases/english.js';
import { japanese } from './phrases/japanese.js';
import { korean } from './phrases/korean.js';
import { seededRandom } from './seededRandom.js';

/** The evidence is told as one fenced JSON document in the user's message. */
const fence = /```json\n([\s\S]*?)\n```/;

function evidenceIn(text: string): EvidencePack | null {
  const json = fence.exec(text)?.[1];
  if (json === undefined) return null;
  const data = JSON.parse(json) as Partial<EvidencePack>;
  const isEvidence = data.subject !== undefined && Array.isArray(data.traits) && Array.isArray(data.words);
  return isEvidence ? (data as EvidencePack) : null;
}

function smallTalk(text: string): string {
  const book = /[\uac00-\ud7a3]/.test(text) ? korean : /[\u3040-\u30ff]/.test(text) ? japanese : english;
  return seededRandom(text).pick(book.smallTalk);
}

/**
 * What the stand-in says to a request: a persona to evidence, a fitting example to any other schema, small talk to the rest.
 * The same request gives the same words.
 */
export function writeCompletion(request: ChatRequest): string {
  const said = request.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const evidence = evidenceIn(said);
  const format = request.response_format;
  if (format?.type === 'json_schema' && !(evidence && format.json_schema.name === 'persona'))
    return JSON.stringify(exampleOf(format.json_schema.schema as Parameters<typeof exampleOf>[0]));
  if (evidence) return JSON.stringify(composePersona(evidence));
  return format?.type === 'json_object' ? '{}' : smallTalk(said);
}
