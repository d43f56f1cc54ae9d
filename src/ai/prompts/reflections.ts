import { z } from 'zod';

const note = z.object({
  text: z.string().trim().min(1).max(400),
  evidence: z.array(z.string().trim().min(1).max(40)).min(1).max(12),
});

/**
 * Lengths are in UTF-16 units. There is no minimum count: an expert with nothing to say is no reason to pay
 * for another answer.
 */
const notes = z.array(note).max(5);

/**
 * Schema of what three experts note about a person. Each note has the ids of the evidence that it rests on.
 */
export const reflectionsSchema = z.object({ psychologist: notes, friend: notes, writer: notes });

export type Reflections = z.infer<typeof reflectionsSchema>;
