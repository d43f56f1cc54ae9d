import { z } from 'zod';

/**
 * Schema of the blends of what several friends wrote, each with the ids of its pieces. It accepts more than
 * is stored: a paraphrase that is too long or names too few pieces is dropped on its own, without a second
 * call for the rest.
 */
export const paraphrasesSchema = z.object({
  paraphrases: z
    .array(z.object({ text: z.string().trim().min(1).max(600), pieces: z.array(z.int().nonnegative()) }))
    .max(3),
});

export type Paraphrases = z.infer<typeof paraphrasesSchema>;
