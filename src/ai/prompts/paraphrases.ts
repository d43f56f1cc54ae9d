import { z } from 'zod';

/**
 * What several friends wrote, put in other words, each with the ids of the pieces it blends. Wider than what is kept: one
 * paraphrase that is too long or names too few pieces is dropped alone, without a second call for the rest.
 */
export const paraphrases = z.object({
  paraphrases: z
    .array(z.object({ text: z.string().trim().min(1).max(600), pieces: z.array(z.int().nonnegative()) }))
    .max(3),
});

export type Paraphrases = z.infer<typeof paraphrases>;
