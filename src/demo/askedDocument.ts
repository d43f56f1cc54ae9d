import type { ChatRequest } from './chatRequest.js';

/** Document names by the first property of their schema. */
const names: Record<string, string> = {
  title: 'persona',
  psychologist: 'reflections',
  paraphrases: 'paraphrases',
  summary: 'summary',
};
const shape = /JSON Schema and nothing else:\n\{.*?"properties":\{"(\w+)":/s;

/**
 * Which document a request asks for: by its schema or, for providers without schema support, by the JSON
 * Schema in the instructions.
 * @returns null for prose and for an unknown schema
 */
export function askedDocument(request: ChatRequest): { name: string; schema: unknown } | null {
  const format = request.response_format;
  if (format?.type === 'json_schema') return format.json_schema;
  const system = request.messages.find(({ role }) => role === 'system')?.content ?? '';
  const name = names[shape.exec(system)?.[1] ?? ''];
  return name === undefined ? null : { name, schema: {} };
}
