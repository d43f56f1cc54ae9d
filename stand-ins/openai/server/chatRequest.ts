import { z } from 'zod';

/** The parts of a completion request that the stand-in uses. */
export const chatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  response_format: z
    .union([
      z.object({
        type: z.literal('json_schema'),
        json_schema: z.object({ name: z.string(), schema: z.unknown() }),
      }),
      z.object({ type: z.enum(['json_object', 'text']) }),
    ])
    .nullish(),
});

export type ChatRequest = z.infer<typeof chatRequest>;

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

/** An error body in the format of OpenAI's API. */
export const openAiError = (message: string, code: string | null, type = 'invalid_request_error') => ({
  error: { message, type, param: null, code },
});
