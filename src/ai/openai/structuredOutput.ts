import { z } from 'zod';
import { type JsonRequest, UpstreamError } from '../ports.js';

/** Models without a JSON mode often wrap the document in a code fence. */
const fence = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(fence.exec(text)?.[1] ?? text);
  } catch {
    // The parser's own message quotes the text, which may quote people.
    throw new UpstreamError("The model's answer was not valid JSON.", true, { malformed: true });
  }
}

/** @throws UpstreamError, retryable and malformed, if the text is not a JSON document of this shape */
export function parseJsonAnswer<T>(text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new UpstreamError("The model's answer did not have the requested shape.", true, {
      malformed: true,
    });
  return parsed.data;
}

/** From the strictest to the plainest. A provider that lacks one rejects it with a 400. */
export const responseFormats = ['json_schema', 'json_object', 'none'] as const;
type ResponseFormat = (typeof responseFormats)[number];

/** Keywords that strict mode does not support. The answer is checked against them when it arrives. */
const unsupported = new Set(['minLength', 'maxLength', 'pattern', 'format', 'default', '$schema']);

function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (typeof node !== 'object' || node === null) return node;
  const supported = Object.entries(node).filter(
    ([key, value]) => !(unsupported.has(key) && typeof value !== 'object'),
  );
  return Object.fromEntries(supported.map(([key, value]) => [key, strict(value)]));
}

/**
 * Builds the part of a completion request that asks for the given shape.
 * @returns `response_format` and the system text, which spells out the schema if the protocol does not
 *   carry it
 */
export function responseFormat<T>(request: JsonRequest<T>, format: ResponseFormat) {
  const schema = strict(z.toJSONSchema(request.schema)) as Record<string, unknown>;
  if (format === 'json_schema')
    return {
      system: request.system,
      response_format: { type: format, json_schema: { name: request.name, strict: true, schema } },
    } as const;
  const system = `${request.system}\n\nAnswer with one JSON document of this JSON Schema and nothing else:\n${JSON.stringify(schema)}`;
  return format === 'none' ? ({ system } as const) : ({ system, response_format: { type: format } } as const);
}
