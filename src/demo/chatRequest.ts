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
