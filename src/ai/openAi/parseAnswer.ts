import type { z } from 'zod';
import { UpstreamError } from '../ports.js';

/** Models without a JSON mode often wrap the document in a code fence. */
const fence = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(fence.exec(text)?.[1] ?? text);
  } catch {
    // The parser's own message quotes the text, which may quote people.
    throw new UpstreamError("The model's answer was not valid JSON.", true, { unfit: true });
  }
}

/** @throws UpstreamError, retryable and unfit, if the text is not a JSON document of this shape */
export function parseJsonAnswer<T>(text: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new UpstreamError("The model's answer did not have the requested shape.", true, {
      unfit: true,
    });
  return parsed.data;
}
