import type { ChatRequest } from './chatRequest.js';

/** What the first property of a document's shape says it is. */
const names: Record<string, string> = {
  title: 'persona',
  psychologist: 'reflections',
  paraphrases: 'paraphrases',
  summary: 'summary',
};
const shape = /JSON Schema and nothing else:\n\{.*?"properties":\{"(\w+)":/s;

/** Which document a request asks for: by the schema it gives or, where a provider takes none, by the shape that the instructions tell. @returns null for prose and for a shape nobody knows */
export function askedDocument(request: ChatRequest): { name: string; schema: unknown } | null {
  const format = request.response_format;
  if (format?.type === 'json_schema') return format.json_schema;
  const system = request.messages.find(({ role }) => role === 'system')?.content ?? '';
  const name = names[shape.exec(system)?.[1] ?? ''];
  return name === undefined ? null : { name, schema: {} };
}
